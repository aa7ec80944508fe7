using System.Net.Sockets;
using Akka.IO;
using TestSupport;
using Xunit.Abstractions;

namespace Runtime.Tests.IO;

public abstract class AcceptingSpecs(ITestOutputHelper output, string config = "") : TcpSpecs(output, config)
{
    [BaselineFact("1.5.74 accepts at once.")]
    public async Task In_pull_mode_nothing_is_accepted_before_it_is_asked_for()
    {
        var server = await BindAsync(pullMode: true);
        using var peer = await RawPeer.ConnectAsync(server.Address);
        await server.Handler.ExpectNoMsgAsync(AWhile);

        server.Listener.Tell(new Tcp.ResumeAccepting(1), TestActor);

        await server.Handler.ExpectMsgAsync<Tcp.Connected>();
    }

    [BundledOnlyFact("In 1.5.30 ResumeAccepting is no limit: accepting goes on for ever.")]
    public async Task In_pull_mode_no_more_is_accepted_than_asked_for()
    {
        var server = await BindAsync(pullMode: true);
        using var first = await RawPeer.ConnectAsync(server.Address);
        using var second = await RawPeer.ConnectAsync(server.Address);
        using var third = await RawPeer.ConnectAsync(server.Address);

        server.Listener.Tell(new Tcp.ResumeAccepting(1), TestActor);
        await server.Handler.ExpectMsgAsync<Tcp.Connected>();
        await server.Handler.ExpectNoMsgAsync(AWhile);

        server.Listener.Tell(new Tcp.ResumeAccepting(2), TestActor);
        await server.Handler.ExpectMsgAsync<Tcp.Connected>();
        await server.Handler.ExpectMsgAsync<Tcp.Connected>();
    }

    [Fact]
    public async Task More_clients_than_a_batch_are_all_accepted()
    {
        var server = await BindAsync();
        var peers = await Task.WhenAll(
            Enumerable.Range(0, 60).Select(_ => RawPeer.ConnectAsync(server.Address)));

        for (var i = 0; i < peers.Length; i++)
            await server.Handler.ExpectMsgAsync<Tcp.Connected>();

        foreach (var peer in peers)
            peer.Dispose();
    }

    [Fact]
    public async Task An_option_that_fails_closes_that_connection_and_no_other()
    {
        var option = new FailingOnce();
        var server = await BindAsync(options: option);
        // It may be reset before connecting to it has even returned.
        await Assert.ThrowsAsync<SocketException>(async () =>
        {
            using var first = await RawPeer.ConnectAsync(server.Address);
            await first.ReceiveToEndAsync();
        });

        using var second = await RawPeer.ConnectAsync(server.Address);

        await server.Handler.ExpectMsgAsync<Tcp.Connected>();
    }

    private sealed class FailingOnce : Inet.SocketOption
    {
        private bool _failed;

        public override void AfterConnect(Socket s)
        {
            if (_failed) return;
            _failed = true;
            throw new InvalidOperationException("This option always fails at first.");
        }
    }
}

public class AcceptingOnAThreadPoolSpecs(ITestOutputHelper output) : AcceptingSpecs(output);

#if !AKKA_PACKAGES // There all sockets are waited for in the same way.
public class AcceptingOnAnEventLoopSpecs(ITestOutputHelper output) : AcceptingSpecs(output, EventLoop);
#endif
