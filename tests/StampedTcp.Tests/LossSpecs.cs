using System.Net.Sockets;
using ActorArbiter.StampedTcp;
using StampedTcp.Tests.Support;
using Xunit.Abstractions;

namespace StampedTcp.Tests;

/// <summary>What is said of a connection that its peer resets, whatever state it is in.</summary>
public sealed class LossSpecs(ITestOutputHelper output) : StampedTcpSpecs(output)
{
    // More than the kernel has room for.
    private const int Much = 2_000_000;

    [Fact]
    public async Task Who_waits_for_bytes_is_told_and_learns_why()
    {
        using var link = await ConnectAsync();
        await link.AwaitReadableAsync();
        Assert.Equal(SocketError.Success, link.Socket.Error);

        link.Peer.Reset();

        await link.ExpectAsync(SocketEvent.Readable);
        Assert.Equal(ReceiveStatus.Lost, (await link.ReceiveAsync()).Status);
        Assert.Equal(SocketError.ConnectionReset, link.Socket.Error);
    }

    [Fact]
    public async Task Who_does_not_wait_is_told_when_it_asks()
    {
        var server = await ListenAsync();
        using var link = await server.ConnectAsync();

        link.Peer.Reset();
        await server.SettleAsync();
        Assert.False(link.Owner.IsTold);

        await link.ExpectAsync(ReceiveStatus.Lost);
    }

    [Fact]
    public async Task A_connection_that_was_lost_before_it_was_open_tells_so()
    {
        var server = await ListenAsync();
        using var link = await server.AcceptAsync();
        link.Peer.Reset();
        await server.SettleAsync();

        await link.OpenAsync();

        Assert.Null(await link.Owner.InTurnAsync(_ => link.Socket.RemoteEndPoint));
        await link.ExpectAsync(ReceiveStatus.Lost);
    }

    [Fact]
    public async Task What_came_before_is_read_first()
    {
        var server = await ListenAsync();
        using var link = await server.ConnectAsync();
        await link.Peer.SendAsync("Alice");
        await link.Peer.ArrivedAsync();
        link.Peer.Reset();
        await server.SettleAsync();

        Assert.Equal("Alice", await link.ReadTextAsync(5));
        await link.ExpectAsync(ReceiveStatus.Lost);
    }

    [Fact]
    public async Task It_is_told_unasked_if_the_peer_had_ended_its_side_for_nobody_waits_for_it_any_more()
    {
        using var link = await ConnectAsync();
        link.Peer.EndSending();
        await link.ExpectAsync(ReceiveStatus.End);

        link.Peer.Reset();

        await link.ExpectAsync(SocketEvent.Readable);
        Assert.Equal(ReceiveStatus.Lost, (await link.ReceiveAsync()).Status);
        Assert.NotEqual(SocketError.Success, link.Socket.Error);
    }

    [Fact]
    public async Task It_is_told_once_if_the_peer_had_ended_its_side()
    {
        var server = await ListenAsync();
        using var link = await server.ConnectAsync();
        link.Peer.EndSending();
        await link.ExpectAsync(ReceiveStatus.End);
        link.Peer.Reset();
        await link.ExpectAsync(SocketEvent.Readable);
        Assert.Equal(ReceiveStatus.Lost, (await link.ReceiveAsync()).Status);

        await server.SettleAsync();

        Assert.False(link.Owner.IsTold);
    }

    [Fact]
    public async Task It_is_told_behind_the_end_of_this_side()
    {
        using var link = await ConnectAsync();
        await link.EndSendingAsync();
        Assert.Empty(await link.Peer.ReceiveToEndAsync());
        await link.AwaitReadableAsync();

        link.Peer.Reset();

        await link.ExpectAsync(SocketEvent.Readable);
        Assert.Equal(ReceiveStatus.Lost, (await link.ReceiveAsync()).Status);
    }

    [Fact]
    public async Task Who_sends_is_told_once_and_nothing_is_kept()
    {
        var server = await ListenAsync(WithLittleSpace);
        using var link = await ConnectWithLittleSpaceAsync(server);
        Assert.False(await link.SendAsync(Pattern(Much)));

        link.Peer.Reset();

        await link.ExpectAsync(SocketEvent.Failed);
        Assert.Equal(SocketError.ConnectionReset, link.Socket.Error);
        Assert.False(link.Socket.IsSending);
        await server.SettleAsync();
        Assert.False(link.Owner.IsTold);
    }

    [Fact]
    public async Task Who_sends_much_behind_the_peers_end_is_told_of_the_loss()
    {
        using var link = await ConnectWithLittleSpaceAsync(await ListenAsync(WithLittleSpace));
        link.Peer.EndSending();
        await link.ExpectAsync(ReceiveStatus.End);
        Assert.False(await link.SendAsync(Pattern(Much)));

        link.Peer.Reset();

        // Both ways: it was to be told of a loss, and something was to be sent.
        var told = new[] { await link.Owner.ToldAsync(), await link.Owner.ToldAsync() };
        Assert.Equal([SocketEvent.Readable, SocketEvent.Failed], told);
        Assert.Equal(ReceiveStatus.Lost, (await link.ReceiveAsync()).Status);
    }

    [Fact]
    public async Task Who_waits_for_bytes_while_it_sends_can_read_what_came_before_the_loss()
    {
        var server = await ListenAsync(WithLittleSpace);
        using var link = await ConnectWithLittleSpaceAsync(server);
        Assert.False(await link.SendAsync(Pattern(Much)));
        await link.AwaitReadableAsync();

        using (await server.Owner.BlockAsync())
        {
            await link.Peer.SendAsync("Alice");
            await link.Peer.ArrivedAsync();
            link.Peer.Reset();
        }

        await link.ExpectAsync(SocketEvent.Readable);
        await link.ExpectAsync(SocketEvent.Failed);
        Assert.Equal("Alice", (await link.ReceiveAsync()).Text);
        Assert.Equal(ReceiveStatus.Lost, (await link.ReceiveAsync()).Status);
    }

    [Fact]
    public async Task Who_learns_of_it_by_sending_is_told_once()
    {
        var server = await ListenAsync();
        using var link = await server.ConnectAsync();

        await link.Owner.InTurnAsync(_ =>
        {
            // Before the loop can tell of it.
            link.Peer.Reset();
            Assert.True(SpinWait.SpinUntil(() => !link.Socket.Send("x"u8.ToArray()), Patience.Limit));
            Assert.False(link.Socket.Send("y"u8.ToArray()));
        });

        await link.ExpectAsync(SocketEvent.Failed);
        Assert.NotEqual(SocketError.Success, link.Socket.Error);
        await server.SettleAsync();
        Assert.False(link.Owner.IsTold);
    }

    [Fact]
    public async Task Who_was_told_that_sending_failed_reads_that_it_is_lost_not_that_the_peer_ended()
    {
        var server = await ListenAsync(WithLittleSpace);
        using var link = await ConnectWithLittleSpaceAsync(server);
        Assert.False(await link.SendAsync(Pattern(Much)));
        link.Peer.Reset();
        await link.ExpectAsync(SocketEvent.Failed);

        Assert.Equal(ReceiveStatus.Lost, (await link.ReceiveAsync()).Status);

        Assert.Equal(SocketError.ConnectionReset, link.Socket.Error);
        Assert.False(link.Socket.HasPeerEnded);
    }

    [Fact]
    public async Task Who_learns_of_it_by_reading_is_not_told_again_by_what_it_sent()
    {
        var server = await ListenAsync(WithLittleSpace);
        using var link = await ConnectWithLittleSpaceAsync(server);
        Assert.False(await link.SendAsync(Pattern(Much)));

        // In one turn, so that the read finds it before the loop can tell of it.
        await link.Owner.InTurnAsync(_ =>
        {
            link.Peer.Reset();
            Assert.True(SpinWait.SpinUntil(
                () => link.Socket.Receive(out var _, out var _) == ReceiveStatus.Lost, Patience.Limit));
        });
        await server.SettleAsync();

        Assert.False(link.Owner.IsTold);
        Assert.False(link.Socket.IsSending);
        Assert.Equal(SocketError.ConnectionReset, link.Socket.Error);
    }

    [Fact]
    public async Task Behind_a_loss_every_read_says_so_and_nothing_is_told()
    {
        var server = await ListenAsync();
        using var link = await server.ConnectAsync();
        link.Peer.Reset();
        await link.ExpectAsync(ReceiveStatus.Lost);

        Assert.Equal(ReceiveStatus.Lost, (await link.ReceiveAsync()).Status);
        Assert.False(await link.SendAsync("x"));
        await link.EndSendingAsync();
        await link.AwaitReadableAsync();
        await server.SettleAsync();

        Assert.False(link.Owner.IsTold);
        Assert.Equal(SocketError.ConnectionReset, link.Socket.Error);
    }
}
