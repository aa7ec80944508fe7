using ActorArbiter.StampedTcp;
using StampedTcp.Tests.Support;
using Xunit.Abstractions;

namespace StampedTcp.Tests;

public sealed class ClosingSpecs(ITestOutputHelper output) : StampedTcpSpecs(output)
{
    private const int Much = 2_000_000;

    [Fact]
    public async Task Closing_resets_so_that_the_peer_can_tell_that_it_was_cut()
    {
        using var link = await ConnectAsync();
        await link.SendAsync("half an answ");

        await link.CloseAsync();

        Assert.InRange(await link.Peer.ExpectResetAsync(), 0, 12);
    }

    [Fact]
    public async Task Closing_before_it_is_open_resets()
    {
        var server = await ListenAsync();
        using var link = await server.AcceptAsync();

        await server.Owner.InTurnAsync(_ => link.Socket.Close());

        await link.Peer.ExpectResetAsync();
    }

    [Fact]
    public async Task Closing_behind_the_end_of_the_sending_side_is_no_reset()
    {
        using var link = await ConnectAsync();
        await link.SendAsync("goodbye");
        await link.EndSendingAsync();

        await link.CloseAsync();

        Assert.Equal("goodbye"u8.ToArray(), await link.Peer.ReceiveToEndAsync());

        // Behind a reset it could not be sent any more; as it is, the reset is the answer.
        await link.Peer.SendAsync("and you");
    }

    [Fact]
    public async Task Closing_before_the_end_took_effect_resets()
    {
        using var link = await ConnectWithLittleSpaceAsync(await ListenAsync(WithLittleSpace));
        await link.SendAsync(Pattern(Much));
        await link.EndSendingAsync();

        await link.CloseAsync();

        Assert.InRange(await link.Peer.ExpectResetAsync(), 0, Much - 1);
    }

    [Fact]
    public async Task Closing_while_it_sends_drops_what_the_kernel_does_not_have()
    {
        var server = await ListenAsync(WithLittleSpace);
        using var link = await ConnectWithLittleSpaceAsync(server);
        Assert.False(await link.SendAsync(Pattern(Much)));

        await link.CloseAsync();

        Assert.False(link.Socket.IsSending);
        Assert.InRange(await link.Peer.ExpectResetAsync(), 0, Much - 1);
        await server.SettleAsync();
        Assert.False(link.Owner.IsTold);
    }

    [Fact]
    public async Task Closing_with_bytes_unread_resets()
    {
        using var link = await ConnectAsync();
        await link.Peer.SendAsync("unread");
        await link.Peer.ArrivedAsync();

        await link.CloseAsync();

        await link.Peer.ExpectResetAsync();
    }

    [Fact]
    public async Task Closing_what_is_lost_is_no_error()
    {
        using var link = await ConnectAsync();
        link.Peer.Reset();
        await link.ExpectAsync(ReceiveStatus.Lost);

        await link.CloseAsync();
    }

    [Fact]
    public async Task Closing_twice_closes_nobody_elses_descriptor()
    {
        var server = await ListenAsync();
        using var link = await server.ConnectAsync();
        await link.CloseAsync();

        // It gets the descriptor that is free.
        using var next = await server.ConnectAsync();
        await link.CloseAsync();

        await next.Peer.SendAsync("mine");
        Assert.Equal("mine", await next.ReadTextAsync(4));
    }

    [Fact]
    public async Task Nothing_is_told_after_that()
    {
        var server = await ListenAsync();
        using var link = await server.ConnectAsync();
        await link.AwaitReadableAsync();

        await link.Owner.InTurnAsync(_ =>
        {
            link.Peer.Socket.Send("too late"u8);
            link.Peer.EndSending();
            link.Socket.Close();
        });
        await server.SettleAsync();

        Assert.False(link.Owner.IsTold);
    }

    [Fact]
    public async Task Nothing_is_told_after_that_of_a_peer_that_floods()
    {
        var server = await ListenAsync();
        var bytes = new byte[10_000];
        for (var round = 0; round < 20; round++)
        {
            using var link = await server.ConnectAsync();
            var flooding = Task.Run(() =>
            {
                try
                {
                    while (true)
                        link.Peer.Socket.Send(bytes);
                }
                catch (System.Net.Sockets.SocketException)
                {
                    // It was reset, as it should be.
                }
            });
            await link.ReadAsync(1);
            await link.Owner.InTurnAsync(_ =>
            {
                link.Socket.AwaitReadable();
                link.Socket.Close();
            });

            // What was told in the turn that closed is told.
            while (link.Owner.IsTold)
                await link.ExpectAsync(SocketEvent.Readable);
            await flooding.Bounded();
            await server.SettleAsync();
            Assert.False(link.Owner.IsTold);
        }
    }

    [Fact]
    public async Task What_is_closed_does_nothing_any_more()
    {
        var server = await ListenAsync();
        using var link = await server.ConnectAsync();
        await link.Peer.SendAsync("unread");
        await server.SettleAsync();

        await link.CloseAsync();

        Assert.Equal(ReceiveStatus.Nothing, (await link.ReceiveAsync()).Status);
        Assert.False(await link.SendAsync("x"));
        await link.EndSendingAsync();
        await link.AwaitReadableAsync();
        Assert.Null(await link.Owner.InTurnAsync(_ => link.Socket.RemoteEndPoint));
        await server.SettleAsync();
        Assert.False(link.Owner.IsTold);
        await Assert.ThrowsAsync<InvalidOperationException>(link.OpenAsync);
    }
}
