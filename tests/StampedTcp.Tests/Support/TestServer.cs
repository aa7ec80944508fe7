using System.Net;
using System.Net.Sockets;
using ActorArbiter.StampedTcp;
using Akka.Actor;

namespace StampedTcp.Tests.Support;

/// <summary>A listener whose clients are accepted as tests ask for them.</summary>
internal sealed class TestServer
{
    private readonly ActorSystem _system;
    private readonly string _dispatcher;
    private Link? _fence;

    private TestServer(ActorSystem system, string dispatcher, LoopActor owner, StampedListener listener)
    {
        _system = system;
        _dispatcher = dispatcher;
        Owner = owner;
        Listener = listener;
    }

    public LoopActor Owner { get; }

    public StampedListener Listener { get; }

    public IPEndPoint Address => Listener.LocalEndPoint;

    public static IPEndPoint AnyPort { get; } = new(IPAddress.Loopback, 0);

    public static async Task<TestServer> StartAsync(
        ActorSystem system,
        StampedListenerOptions? options = null,
        IPEndPoint? address = null,
        string dispatcher = StampedTcpExtension.DispatcherId)
    {
        var owner = LoopActor.On(system, dispatcher);
        var listener = await owner.InTurnAsync(
            context => StampedTcpExtension.For(system).Listen(context, address ?? AnyPort, options));
        return new TestServer(system, dispatcher, owner, listener);
    }

    /// <summary>A connection whose socket is open.</summary>
    /// <param name="configure">Sets options of the peer.</param>
    public async Task<Link> ConnectAsync(Action<Socket>? configure = null)
    {
        var link = await AcceptAsync(configure);
        await link.OpenAsync();
        return link;
    }

    /// <summary>A connection that was accepted only.</summary>
    /// <inheritdoc cref="ConnectAsync"/>
    public async Task<Link> AcceptAsync(Action<Socket>? configure = null)
    {
        var peer = await RawPeer.ConnectAsync(Address, configure);
        return new Link(await NextClientAsync(), LoopActor.On(_system, _dispatcher), peer);
    }

    /// <summary>Waits for the next client, and accepts it.</summary>
    public async Task<StampedSocket> NextClientAsync()
    {
        while (true)
        {
            if (await TryAcceptAsync() is { } socket)
                return socket;
            await AwaitClientAsync();
            await Owner.ExpectAsync(SocketEvent.Acceptable);
        }
    }

    public Task<StampedSocket?> TryAcceptAsync() => Owner.InTurnAsync(_ => Listener.TryAccept());

    public Task AwaitClientAsync() => Owner.InTurnAsync(_ => Listener.AwaitClient());

    public Task DisposeAsync() => Owner.InTurnAsync(_ => Listener.Dispose());

    /// <summary>
    /// Waits until the loop has seen all that reached the kernel before, and its actors have had their turns: readiness is told in the
    /// order in which it came, and a byte on a connection of its own comes last.
    /// </summary>
    public async Task SettleAsync()
    {
        _fence ??= await (await StartAsync(_system, dispatcher: _dispatcher)).ConnectAsync();
        await _fence.Peer.SendAsync("f");
        await _fence.ReadAsync(1);
        await Owner.InTurnAsync(_ => { });
    }
}
