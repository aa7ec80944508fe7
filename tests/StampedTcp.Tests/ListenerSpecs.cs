using System.Net;
using System.Net.Sockets;
using ActorArbiter.StampedTcp;
using StampedTcp.Tests.Support;
using Xunit.Abstractions;

namespace StampedTcp.Tests;

public sealed class ListenerSpecs(ITestOutputHelper output) : StampedTcpSpecs(output)
{
    public enum Member
    {
        TryAccept,
        AwaitClient,
        Dispose,
    }

    [Fact]
    public async Task Who_asks_is_told_of_a_client_once()
    {
        var server = await ListenAsync();
        await server.AwaitClientAsync();
        await server.SettleAsync();
        await server.AwaitClientAsync();

        using var one = await RawPeer.ConnectAsync(server.Address);
        using var other = await RawPeer.ConnectAsync(server.Address);

        await server.Owner.ExpectAsync(SocketEvent.Acceptable);
        await server.SettleAsync();
        Assert.False(server.Owner.IsTold);
    }

    [Fact]
    public async Task Who_does_not_ask_is_told_nothing_and_finds_its_clients_later()
    {
        var server = await ListenAsync();
        await server.SettleAsync();
        using var peer = await RawPeer.ConnectAsync(server.Address);
        await server.Owner.InTurnAsync(_ => { });
        Assert.False(server.Owner.IsTold);

        await server.AwaitClientAsync();

        await server.Owner.ExpectAsync(SocketEvent.Acceptable);
        Assert.NotNull(await server.TryAcceptAsync());
        Assert.Null(await server.TryAcceptAsync());
    }

    [Fact]
    public async Task Each_client_that_waits_is_told_of_when_it_is_asked_for_however_few_are_accepted_at_once()
    {
        var server = await ListenAsync();
        var peers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => RawPeer.ConnectAsync(server.Address)));
        var accepted = new HashSet<IPEndPoint>();

        foreach (var _ in peers)
        {
            await server.AwaitClientAsync();
            await server.Owner.ExpectAsync(SocketEvent.Acceptable);
            accepted.Add(await server.Owner.InTurnAsync(_ => server.Listener.TryAccept()!.RemoteEndPoint!));
        }

        Assert.Equal(peers.Select(peer => peer.LocalEndPoint).ToHashSet(), accepted);
        foreach (var peer in peers)
            peer.Dispose();
    }

    [Fact]
    public async Task Sockets_have_their_turn_between_clients_that_are_accepted_a_few_at_a_time()
    {
        const int Clients = 20;
        var server = await ListenAsync();
        using var link = await server.ConnectAsync();
        await link.AwaitReadableAsync();
        var order = new List<string>();
        link.Owner.Reaction = _ => order.Add("read");
        server.Owner.Reaction = _ =>
        {
            if (server.Listener.TryAccept() is not null)
                order.Add("accepted");
            server.Listener.AwaitClient();
        };
        await server.AwaitClientAsync();
        var peers = new List<RawPeer>();

        using (await server.Owner.BlockAsync())
        {
            for (var client = 0; client < Clients; client++)
                peers.Add(await RawPeer.ConnectAsync(server.Address));
            await link.Peer.SendAsync("x");
            await link.Peer.ArrivedAsync();
        }

        await link.ExpectAsync(SocketEvent.Readable);
        var isRead = await link.Owner.InTurnAsync(_ => order.IndexOf("read"));
        Assert.InRange(isRead, 0, 2);
        for (var client = 0; client < Clients; client++)
            await server.Owner.ExpectAsync(SocketEvent.Acceptable);
        peers.ForEach(peer => peer.Dispose());
    }

    [Fact]
    public async Task A_listener_whose_clients_nobody_asks_for_costs_no_time()
    {
        var server = await ListenAsync();
        using var peer = await RawPeer.ConnectAsync(server.Address);

        Assert.InRange(await LoopTime.DuringAsync(server.Owner, TimeSpan.FromMilliseconds(300)), TimeSpan.Zero, TimeSpan.FromMilliseconds(60));
    }

    [Fact]
    public async Task A_client_that_was_lost_before_it_was_accepted_is_none_of_the_next_ones()
    {
        var server = await ListenAsync();
        (await RawPeer.ConnectAsync(server.Address)).Reset();
        using var peer = await RawPeer.ConnectAsync(server.Address);

        // The kernel may pass over the lost one or not.
        var socket = await server.NextClientAsync();
        if (await server.Owner.InTurnAsync(_ => socket.RemoteEndPoint) is null)
        {
            await server.Owner.InTurnAsync(_ => socket.Close());
            socket = await server.NextClientAsync();
        }

        Assert.Equal(peer.LocalEndPoint, await server.Owner.InTurnAsync(_ => socket.RemoteEndPoint));
    }

    [Fact]
    public async Task Its_end_resets_those_that_nobody_accepted_or_opened_and_no_others()
    {
        var server = await ListenAsync();
        using var open = await server.ConnectAsync();
        using var accepted = await server.AcceptAsync();
        using var waiting = await RawPeer.ConnectAsync(server.Address);

        await server.DisposeAsync();

        await accepted.Peer.ExpectResetAsync();
        await waiting.ExpectResetAsync();
        await open.Peer.SendAsync("still here");
        Assert.Equal("still here", await open.ReadTextAsync(10));
        Assert.True(await open.SendAsync("and here"));
        Assert.Equal("and here", await open.Peer.ReceiveTextAsync(8));
    }

    [Fact]
    public async Task After_its_end_it_does_nothing_any_more()
    {
        var server = await ListenAsync();
        using var open = await server.ConnectAsync();
        await server.SettleAsync();

        // A listener that pauses is the one whose descriptor would be used again.
        using var waiting = await RawPeer.ConnectAsync(server.Address);
        await server.SettleAsync();
        await server.DisposeAsync();
        await server.DisposeAsync();
        await server.AwaitClientAsync();

        Assert.Null(await server.TryAcceptAsync());
        Assert.False(server.Owner.IsTold);
        await Assert.ThrowsAsync<SocketException>(() => RawPeer.ConnectAsync(server.Address));
    }

    [Fact]
    public async Task Clients_that_were_told_of_before_its_end_are_no_more()
    {
        var server = await ListenAsync();
        await server.AwaitClientAsync();
        using var peer = await RawPeer.ConnectAsync(server.Address);
        await server.Owner.ExpectAsync(SocketEvent.Acceptable);

        await server.DisposeAsync();

        Assert.Null(await server.TryAcceptAsync());
        await peer.ExpectResetAsync();
    }

    [Fact]
    public async Task Its_port_is_free_again_though_connections_of_it_are_open()
    {
        var server = await ListenAsync();
        using var link = await server.ConnectAsync();
        await server.DisposeAsync();

        var next = await TestServer.StartAsync(Sys, address: server.Address);

        using var other = await next.ConnectAsync();
        await other.Peer.SendAsync("again");
        Assert.Equal("again", await other.ReadTextAsync(5));
    }

    [Fact]
    public async Task It_tells_the_port_that_the_system_chose()
    {
        var server = await ListenAsync();

        Assert.Equal(IPAddress.Loopback, server.Address.Address);
        Assert.InRange(server.Address.Port, 1, 65535);
    }

    [Fact]
    public async Task It_listens_with_IPv6_with_the_kernels_timestamps_as_well()
    {
        var server = await TestServer.StartAsync(Sys, address: new IPEndPoint(IPAddress.IPv6Loopback, 0));
        using var link = await server.ConnectAsync();

        Assert.Equal(link.Peer.LocalEndPoint, await link.Owner.InTurnAsync(_ => link.Socket.RemoteEndPoint));
        var before = Native.RealTime;
        await link.Peer.SendAsync("six");
        var read = await link.ReadAsync();
        Assert.Equal("six", read.Text);
        if (server.Listener.TimeSource == ReceiveTimeSource.Kernel)
            Assert.Equal((ReceiveTimeSource.Kernel, true), (read.Time.Source, read.Time.Nanoseconds >= before));
    }

    [Fact]
    public async Task The_peers_address_is_told()
    {
        using var link = await ConnectAsync();

        Assert.Equal(link.Peer.LocalEndPoint, await link.Owner.InTurnAsync(_ => link.Socket.RemoteEndPoint));
    }

    [Fact]
    public async Task An_address_that_is_in_use_cannot_be_bound()
    {
        var server = await ListenAsync();

        var failure = await Assert.ThrowsAsync<SocketException>(() => TestServer.StartAsync(Sys, address: server.Address));

        Assert.Equal(SocketError.AddressAlreadyInUse, failure.SocketErrorCode);
    }

    [Fact]
    public async Task An_address_of_another_host_cannot_be_bound()
    {
        // TEST-NET-1, RFC 5737: nobody's.
        var failure = await Assert.ThrowsAsync<SocketException>(
            () => TestServer.StartAsync(Sys, address: new IPEndPoint(IPAddress.Parse("192.0.2.1"), 0)));

        Assert.Equal(SocketError.AddressNotAvailable, failure.SocketErrorCode);
    }

    [Fact]
    public async Task What_Configure_throws_is_thrown()
    {
        var options = new StampedListenerOptions { Configure = _ => throw new TimeoutException("no") };

        await Assert.ThrowsAsync<TimeoutException>(() => ListenAsync(options));
    }

    [Fact]
    public async Task What_Configure_sets_is_set_before_it_is_bound()
    {
        var isBound = true;

        await ListenAsync(new StampedListenerOptions { Configure = socket => isBound = socket.IsBound });

        Assert.False(isBound);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Small_segments_are_sent_at_once_if_it_is_asked_to(bool noDelay)
    {
        var hasNoDelay = !noDelay;

        await ListenAsync(new StampedListenerOptions { NoDelay = noDelay, Configure = socket => hasNoDelay = socket.NoDelay });

        Assert.Equal(noDelay, hasNoDelay);
    }

    [Fact]
    public async Task No_more_clients_wait_than_the_backlog_says()
    {
        // One more than it says, listen(2) of Linux.
        const int Backlog = 3;
        var server = await ListenAsync(new StampedListenerOptions { Backlog = Backlog });
        var peers = Enumerable.Range(0, 10).Select(_ => new Socket(SocketType.Stream, ProtocolType.Tcp)).ToArray();
        var connecting = peers.Select(peer => peer.ConnectAsync(server.Address)).ToArray();

        await Patience.UntilAsync(
            () => connecting.Count(task => task.IsCompletedSuccessfully) == Backlog + 1,
            () => $"{connecting.Count(task => task.IsCompletedSuccessfully)} are connected");

        foreach (var peer in peers)
            peer.Dispose();
    }

    [Fact]
    public async Task An_actor_on_no_loop_cannot_listen_and_learns_which_dispatcher_it_needs()
    {
        var elsewhere = LoopActor.Elsewhere(Sys);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => elsewhere.InTurnAsync(context => StampedTcpExtension.For(Sys).Listen(context, TestServer.AnyPort)));

        Assert.Contains(StampedTcpExtension.DispatcherId, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_can_listen_for_an_actor_out_of_its_turn()
    {
        var owner = LoopActor.On(Sys);
        var context = await owner.InTurnAsync(context => context);

        Assert.Throws<InvalidOperationException>(() => StampedTcpExtension.For(Sys).Listen(context, TestServer.AnyPort));
    }

    [Theory]
    [InlineData(Member.TryAccept)]
    [InlineData(Member.AwaitClient)]
    [InlineData(Member.Dispose)]
    public async Task A_call_by_another_thread_is_refused_and_changes_nothing(Member call)
    {
        var server = await ListenAsync();

        Assert.Throws<InvalidOperationException>(() =>
        {
            switch (call)
            {
                case Member.TryAccept:
                    server.Listener.TryAccept();
                    break;
                case Member.AwaitClient:
                    server.Listener.AwaitClient();
                    break;
                default:
                    server.Listener.Dispose();
                    break;
            }
        });

        using var link = await server.ConnectAsync();
    }
}
