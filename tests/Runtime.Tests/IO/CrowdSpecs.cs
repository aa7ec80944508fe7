#if !AKKA_PACKAGES // There no thread waits for sockets where it waits for work.
using Akka.Actor;
using Akka.IO;
using Xunit.Abstractions;

namespace Runtime.Tests.IO;

/// <summary>Many connections to an event loop, which is told of all at once, so that it is behind.</summary>
public abstract class CrowdSpecs(ITestOutputHelper output) : TcpSpecs(output, $"{EventLoop}\n{OneByOne}")
{
    // So that a connection has its turn between two messages of its handler.
    private const string OneByOne = "akka.actor.default-dispatcher.throughput = 1";

    /// <summary>A loop is told of them all at once, and is behind by far fewer.</summary>
    protected const int Crowd = 256;

    /// <summary>As many connections to one server, each with its own handler.</summary>
    protected async Task<CrowdOfPeers> GatherAsync(Props handler, int count = Crowd, Server? server = null)
    {
        server ??= await BindAsync();
        var peers = new List<RawPeer>();
        for (var peer = 0; peer < count; peer++)
        {
            peers.Add(await RawPeer.ConnectAsync(server.Address));
            await server.Handler.ExpectMsgAsync<Tcp.Connected>();
            var actor = Sys.ActorOf(handler);
            server.Handler.Reply(new Tcp.Register(actor));
            actor.Tell(new Identify(peer), TestActor);
            await ExpectMsgAsync<ActorIdentity>();
        }

        return new CrowdOfPeers(server, peers);
    }

    /// <summary>Lets the loop find what all peers have sent at the same time.</summary>
    protected async Task SendAtOnceAsync(
        CrowdOfPeers crowd, Func<int, string> textOf, Func<int, Task>? beforeEach = null, Action? after = null)
    {
        using var goOn = new ManualResetEventSlim();
        Sys.Dispatchers.DefaultGlobalDispatcher.Schedule(() =>
        {
            TestActor.Tell("blocks");
            goOn.Wait(TimeSpan.FromSeconds(20));
        });
        await ExpectMsgAsync("blocks");
        for (var peer = 0; peer < crowd.Peers.Count; peer++)
        {
            if (beforeEach is not null) await beforeEach(peer);
            await crowd.Peers[peer].SendAsync(textOf(peer));
        }

        after?.Invoke();
        goOn.Set();
    }

    protected sealed record CrowdOfPeers(Server Server, List<RawPeer> Peers) : IDisposable
    {
        public void Dispose() => Peers.ForEach(peer => peer.Dispose());
    }

    protected sealed class Echo : ReceiveActor
    {
        public Echo() => Receive<Tcp.Received>(received => Sender.Tell(Tcp.Write.Create(received.Data)));
    }
}
#endif
