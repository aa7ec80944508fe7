using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;
using TestSupport;
using Xunit.Abstractions;

namespace Runtime.Tests.IO;

public abstract class ClosingSpecs(ITestOutputHelper output, string config = "") : TcpSpecs(output, config)
{
    [Fact]
    public async Task Close_ends_the_stream_and_tells_the_handler_Closed()
    {
        using var link = await AcceptAsync();

        link.Send(Tcp.Close.Instance);

        var closed = await link.Handler.ExpectMsgAsync<Tcp.Closed>();
        Assert.False(closed.IsAborted || closed.IsConfirmed || closed.IsErrorClosed || closed.IsPeerClosed);
        Assert.Null(closed.Cause);
        Assert.Empty(await link.Peer.ReceiveToEndAsync());
        await ExpectStoppedAsync(link.Connection);
    }

    [Fact]
    public async Task Whoever_sends_Close_is_told_too()
    {
        using var link = await AcceptAsync();

        link.Connection.Tell(Tcp.Close.Instance, TestActor);

        await ExpectMsgAsync<Tcp.Closed>();
        await link.Handler.ExpectMsgAsync<Tcp.Closed>();
    }

    [BundledOnlyFact("Nothing is noticed before the next write")]
    public async Task A_connection_kept_open_after_the_peers_end_is_missed_when_it_is_lost()
    {
        using var link = await AcceptAsync(keepOpen: true);
        link.Peer.EndSending();
        await link.Handler.ExpectMsgAsync<Tcp.PeerClosed>();

        link.Peer.Reset();

        await link.Handler.ExpectMsgAsync<Tcp.ErrorClosed>(TimeSpan.FromSeconds(15));
        await ExpectStoppedAsync(link.Connection);
    }

    [Fact]
    public async Task A_connection_can_be_closed_before_a_handler_is_registered()
    {
        using var link = await AcceptAsync(register: false);

        link.Server!.Handler.Send(link.Connection, Tcp.Close.Instance);

        await link.Server.Handler.ExpectMsgAsync<Tcp.Closed>();
        Assert.Empty(await link.Peer.ReceiveToEndAsync());
    }

    [Fact]
    public async Task Acknowledged_bytes_arrive_before_the_end_of_the_stream()
    {
        using var link = await AcceptAsync();
        link.Send(Text("goodbye", new Ack(1)));
        await link.Handler.ExpectMsgAsync<Ack>();

        link.Send(Tcp.Close.Instance);

        Assert.Equal("goodbye"u8.ToArray(), await link.Peer.ReceiveToEndAsync());
    }

    [BundledOnlyFact("1.5.30 drops the writes that are queued when Close comes during a send.")]
    public async Task Close_sends_what_was_written_before()
    {
        using var link = await AcceptAsync();
        var bytes = Pattern(8_000_000);
        link.Send(Tcp.Write.Create(ByteString.FromBytes(bytes, 0, 7_999_000)));
        link.Send(Tcp.Write.Create(ByteString.FromBytes(bytes, 7_999_000, 1_000), new Ack(1)));

        link.Send(Tcp.Close.Instance);

        Assert.Equal(bytes, await link.Peer.ReceiveToEndAsync());
        await link.Handler.ExpectMsgAsync<Ack>();
        await link.Handler.ExpectMsgAsync<Tcp.Closed>();
    }

    [BundledOnlyFact("1.5.30 drops the writes that are queued when Close comes during a send.")]
    public async Task Close_sends_what_was_written_before_even_if_the_handler_stops_at_once()
    {
        using var link = await AcceptAsync();
        var bytes = Pattern(8_000_000);
        link.Send(Tcp.Write.Create(ByteString.FromBytes(bytes)));

        link.Send(Tcp.Close.Instance);
        Sys.Stop(link.Handler);

        Assert.Equal(bytes, await link.Peer.ReceiveToEndAsync());
        await ExpectStoppedAsync(link.Connection);
    }

    [Fact]
    public async Task ConfirmedClose_ends_this_side_and_waits_for_the_other()
    {
        using var link = await AcceptAsync();

        link.Send(Tcp.ConfirmedClose.Instance);

        Assert.Empty(await link.Peer.ReceiveToEndAsync());
        await link.Peer.SendAsync("last words");
        Assert.Equal("last words", await ReceiveTextAsync(link.Handler, 10));
        link.Peer.EndSending();
        Assert.True((await link.Handler.ExpectMsgAsync<Tcp.ConfirmedClosed>()).IsConfirmed);
        await ExpectStoppedAsync(link.Connection);
    }

    [BundledOnlyFact("1.5.30 drops the writes that are queued when ConfirmedClose comes during a send.")]
    public async Task ConfirmedClose_sends_what_was_written_before()
    {
        using var link = await AcceptAsync();
        var bytes = Pattern(8_000_000);
        link.Send(Tcp.Write.Create(ByteString.FromBytes(bytes)));

        link.Send(Tcp.ConfirmedClose.Instance);

        Assert.Equal(bytes, await link.Peer.ReceiveToEndAsync());
        link.Peer.EndSending();
        await link.Handler.ExpectMsgAsync<Tcp.ConfirmedClosed>();
    }

    [BundledOnlyFact("In state Closing 1.5.30 handles Abort only.")]
    public async Task Close_ends_the_wait_of_ConfirmedClose()
    {
        using var link = await AcceptAsync();
        link.Send(Tcp.ConfirmedClose.Instance);
        Assert.Empty(await link.Peer.ReceiveToEndAsync());

        link.Connection.Tell(Tcp.Close.Instance, TestActor);

        await link.Handler.ExpectMsgAsync<Tcp.Closed>();
        await ExpectMsgAsync<Tcp.Closed>();
        await ExpectStoppedAsync(link.Connection);
    }

    [Fact]
    public async Task Abort_resets_the_connection()
    {
        using var link = await AcceptAsync();

        link.Send(Tcp.Abort.Instance);

        Assert.True((await link.Handler.ExpectMsgAsync<Tcp.Aborted>()).IsAborted);
        await link.Peer.ExpectResetAsync();
        await ExpectStoppedAsync(link.Connection);
    }

    [Fact]
    public async Task Abort_drops_what_is_not_sent()
    {
        using var link = await AcceptAsync();
        link.Send(Tcp.Write.Create(ByteString.FromBytes(Pattern(32_000_000))));

        link.Send(Tcp.Abort.Instance);

        await link.Handler.FishForMessageAsync(message => message is Tcp.Aborted);
        await link.Peer.ExpectResetAsync();
    }

    [BundledOnlyFact("1.5.30 drops the queued writes and closes at once.")]
    public async Task Abort_ends_a_Close_whose_peer_does_not_read()
    {
        using var link = await AcceptAsync();
        link.Send(Tcp.Write.Create(ByteString.FromBytes(Pattern(32_000_000))));
        link.Send(Tcp.Close.Instance);
        await link.Handler.ExpectNoMsgAsync(AWhile);

        link.Send(Tcp.Abort.Instance);

        await link.Handler.ExpectMsgAsync<Tcp.Aborted>();
        await link.Peer.ExpectResetAsync();
    }

    [Fact]
    public async Task The_peers_close_is_told_after_its_bytes()
    {
        using var link = await AcceptAsync();
        await link.Peer.SendAsync("bye");

        link.Peer.Dispose();

        Assert.Equal("bye", await ReceiveTextAsync(link.Handler, 3));
        Assert.True((await link.Handler.ExpectMsgAsync<Tcp.PeerClosed>()).IsPeerClosed);
        await ExpectStoppedAsync(link.Connection);
    }

    [Fact]
    public async Task The_peers_reset_is_an_error_with_a_cause()
    {
        using var link = await AcceptAsync();

        link.Peer.Reset();

        var closed = await link.Handler.ExpectMsgAsync<Tcp.ErrorClosed>();
        Assert.True(closed.IsErrorClosed);
        Assert.False(string.IsNullOrEmpty(closed.Cause));
        await ExpectStoppedAsync(link.Connection);
    }

    [Fact]
    public async Task A_connection_kept_open_can_write_after_the_peer_ended_its_side()
    {
        using var link = await AcceptAsync(keepOpen: true);
        link.Peer.EndSending();
        await link.Handler.ExpectMsgAsync<Tcp.PeerClosed>();

        link.Send(Text("answer", new Ack(1)));
        await link.Handler.ExpectMsgAsync<Ack>();
        link.Send(Tcp.Close.Instance);

        Assert.Equal("answer"u8.ToArray(), await link.Peer.ReceiveToEndAsync());
        await link.Handler.ExpectMsgAsync<Tcp.Closed>();
    }

    [Fact]
    public async Task ConfirmedClose_after_the_peers_end_is_confirmed_at_once()
    {
        using var link = await AcceptAsync(keepOpen: true);
        link.Peer.EndSending();
        await link.Handler.ExpectMsgAsync<Tcp.PeerClosed>();

        link.Send(Tcp.ConfirmedClose.Instance);

        await link.Handler.ExpectMsgAsync<Tcp.ConfirmedClosed>();
        Assert.Empty(await link.Peer.ReceiveToEndAsync());
    }

    [BundledOnlyFact("1.5.30 drops the writes that are queued when the peer ends its side during a send.")]
    public async Task What_was_written_is_sent_after_the_peer_ended_its_side()
    {
        using var link = await AcceptAsync();
        var bytes = Pattern(8_000_000);
        link.Send(Tcp.Write.Create(ByteString.FromBytes(bytes)));

        link.Peer.EndSending();

        Assert.Equal(bytes, await link.Peer.ReceiveToEndAsync());
        await link.Handler.ExpectMsgAsync<Tcp.PeerClosed>();
    }

    [Fact]
    public async Task Nothing_is_told_after_the_connection_is_closed()
    {
        using var stop = new CancellationTokenSource();
        List<Link> links = [];
        List<Task> floods = [];
        for (var round = 0; round < 30; round++)
        {
            var link = await AcceptAsync();
            links.Add(link);
            floods.Add(FloodAsync(link.Peer, stop.Token));
            await link.Handler.ExpectMsgAsync<Tcp.Received>();

            link.Send(Tcp.Abort.Instance);

            await link.Handler.FishForMessageAsync(message => message is Tcp.Aborted);
        }

        await stop.CancelAsync();
        await Task.WhenAll(floods);
        foreach (var link in links)
        {
            await link.Handler.ExpectNoMsgAsync(TimeSpan.FromMilliseconds(5));
            link.Dispose();
        }
    }

    [Fact]
    public async Task A_connection_is_reset_when_its_handler_dies()
    {
        using var link = await AcceptAsync(register: false);
        var handler = Sys.ActorOf(Props.Create(() => new FailingHandler()));
        link.Send(new Tcp.Register(handler));

        await link.Peer.SendAsync("x");

        await link.Peer.ExpectResetAsync();
        await ExpectStoppedAsync(link.Connection);
    }

    [Fact]
    public async Task A_connection_that_is_stopped_is_reset()
    {
        using var link = await AcceptAsync();

        Sys.Stop(link.Connection);

        await link.Peer.ExpectResetAsync();
    }

    private static async Task FloodAsync(RawPeer peer, CancellationToken stop)
    {
        var bytes = new byte[10_000];
        try
        {
            while (!stop.IsCancellationRequested)
                await peer.SendAsync(bytes);
        }
        catch (SocketException)
        {
            // The connection was reset, as it should be.
        }
    }

    private sealed class FailingHandler : ReceiveActor
    {
        public FailingHandler() => ReceiveAny(_ => Context.Stop(Self));
    }
}

public class ClosingOnAThreadPoolSpecs(ITestOutputHelper output) : ClosingSpecs(output);

#if !AKKA_PACKAGES // There all sockets are waited for in the same way.
public class ClosingOnAnEventLoopSpecs(ITestOutputHelper output) : ClosingSpecs(output, EventLoop);
#endif
