using System.Net;
using System.Net.Sockets;
using System.Text;
using Akka.Actor;
using Akka.Configuration;
using Akka.IO;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Xunit.Abstractions;

namespace Runtime.Tests.IO;

/// <summary>Real sockets on the loopback interface; every test has its own actor system and its own ports.</summary>
public abstract class TcpSpecs : TestKit
{
    /// <summary>One thread runs all actors and waits for all sockets.</summary>
    protected const string EventLoop = """
        akka.actor.default-dispatcher { type = ForkJoinDispatcher, dedicated-thread-pool.thread-count = 1 }
        akka.io.tcp.management-dispatcher = "akka.actor.default-dispatcher"
        """;

    private const string Patient = "akka.test.single-expect-default = 20s";

    protected TcpSpecs(ITestOutputHelper output, string config = "")
        : base(ConfigurationFactory.ParseString($"{Patient}\n{config}"), output: output)
    {
    }

    protected static IPEndPoint AnyPort { get; } = new(IPAddress.Loopback, 0);

    protected static TimeSpan AWhile { get; } = TimeSpan.FromMilliseconds(200);

    protected IActorRef Manager => Sys.Tcp();

    protected static Tcp.Write Text(string text, Tcp.Event? ack = null) =>
        Tcp.Write.Create(ByteString.FromString(text), ack ?? Tcp.NoAck.Instance);

    protected static byte[] Pattern(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
            bytes[i] = (byte)((i * 31) ^ (i >> 8) ^ (i >> 16));
        return bytes;
    }

    /// <summary>A listening socket that no actor owns.</summary>
    protected static Socket RawListener()
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(AnyPort);
        listener.Listen();
        return listener;
    }

    protected async Task<Server> BindAsync(bool pullMode = false, params Inet.SocketOption[] options)
    {
        var handler = CreateTestProbe();
        handler.Send(Manager, new Tcp.Bind(handler, AnyPort, options: options, pullMode: pullMode));
        var bound = await handler.ExpectMsgAsync<Tcp.Bound>();
        return new Server(handler, handler.LastSender, bound.LocalAddress);
    }

    /// <summary>A connection that a server accepted, registered with a probe of its own.</summary>
    protected async Task<Link> AcceptAsync(
        bool pullMode = false,
        bool keepOpen = false,
        bool useResumeWriting = true,
        bool register = true,
        params Inet.SocketOption[] options)
    {
        var server = await BindAsync(pullMode, options);
        if (pullMode) server.Listener.Tell(new Tcp.ResumeAccepting(1));
        var peer = await RawPeer.ConnectAsync(server.Address);
        await server.Handler.ExpectMsgAsync<Tcp.Connected>();
        var link = new Link(server.Handler.LastSender, CreateTestProbe(), peer, server);
        if (register) link.Register(keepOpen, useResumeWriting);
        return link;
    }

    /// <summary>A connection that was opened to a plain socket, registered with a probe of its own.</summary>
    protected async Task<Link> ConnectAsync(bool useResumeWriting = true)
    {
        using var listener = RawListener();
        var handler = CreateTestProbe();
        handler.Send(Manager, new Tcp.Connect(listener.LocalEndPoint!));
        await handler.ExpectMsgAsync<Tcp.Connected>();
        var link = new Link(handler.LastSender, handler, await RawPeer.AcceptAsync(listener), Server: null);
        link.Register(useResumeWriting: useResumeWriting);
        return link;
    }

    /// <summary>The bytes of as many <see cref="Tcp.Received"/> as it takes.</summary>
    protected static async Task<byte[]> ReceiveAsync(TestProbe handler, int count)
    {
        var all = ByteString.Empty;
        while (all.Count < count)
            all += (await handler.ExpectMsgAsync<Tcp.Received>()).Data;
        return all.ToArray();
    }

    protected static async Task<string> ReceiveTextAsync(TestProbe handler, int count) =>
        Encoding.UTF8.GetString(await ReceiveAsync(handler, count));

    /// <summary>Waits until the connection has handled all commands sent before.</summary>
    protected static async Task SettledAsync(Link link)
    {
        link.Send(Text("", new Ack(0)));
        await link.Handler.ExpectMsgAsync<Ack>();
    }

    protected async Task ExpectStoppedAsync(IActorRef actor)
    {
        var watcher = CreateTestProbe();
        watcher.Watch(actor);
        await watcher.ExpectTerminatedAsync(actor);
    }

    /// <summary>A bound listener and the probe that is told its connections.</summary>
    protected sealed record Server(TestProbe Handler, IActorRef Listener, EndPoint Address);

    /// <summary>A connection actor, the probe that handles its events, and the plain socket at the other end.</summary>
    protected sealed record Link(IActorRef Connection, TestProbe Handler, RawPeer Peer, Server? Server) : IDisposable
    {
        public void Register(bool keepOpen = false, bool useResumeWriting = true) =>
            Send(new Tcp.Register(Handler, keepOpen, useResumeWriting));

        public void Send(Tcp.Command command) => Handler.Send(Connection, command);

        public void Dispose() => Peer.Dispose();
    }

    /// <summary>An acknowledgment that tells which write it is for.</summary>
    protected sealed class Ack(int number) : Tcp.Event
    {
        public int Number { get; } = number;
    }
}
