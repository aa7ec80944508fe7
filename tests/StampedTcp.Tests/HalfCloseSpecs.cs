using ActorArbiter.StampedTcp;
using StampedTcp.Tests.Support;
using Xunit.Abstractions;

namespace StampedTcp.Tests;

/// <summary>Each side of a connection ends on its own.</summary>
public sealed class HalfCloseSpecs(ITestOutputHelper output) : StampedTcpSpecs(output)
{
    private const int Much = 2_000_000;

    [Fact]
    public async Task Behind_its_end_the_peer_can_still_be_received()
    {
        using var link = await ConnectAsync();
        await link.SendAsync("goodbye");

        await link.EndSendingAsync();

        Assert.True(link.Socket.HasSendingEnded);
        Assert.Equal("goodbye"u8.ToArray(), await link.Peer.ReceiveToEndAsync());
        await link.Peer.SendAsync("last words");
        Assert.Equal("last words", await link.ReadTextAsync(10));
        link.Peer.EndSending();
        await link.ExpectAsync(ReceiveStatus.End);
    }

    [Fact]
    public async Task Behind_the_peers_end_it_can_still_be_sent()
    {
        using var link = await ConnectAsync();
        link.Peer.EndSending();
        await link.ExpectAsync(ReceiveStatus.End);

        Assert.True(await link.SendAsync("answer"));
        await link.EndSendingAsync();

        Assert.Equal("answer"u8.ToArray(), await link.Peer.ReceiveToEndAsync());
    }

    [Fact]
    public async Task Much_can_be_sent_behind_the_peers_end()
    {
        using var link = await ConnectWithLittleSpaceAsync(await ListenAsync(WithLittleSpace));
        link.Peer.EndSending();
        await link.ExpectAsync(ReceiveStatus.End);
        var bytes = Pattern(Much);

        Assert.False(await link.SendAsync(bytes));

        Assert.Equal(bytes, await link.Peer.ReceiveAsync(Much));
        await link.ExpectAsync(SocketEvent.Sent);
    }

    [Fact]
    public async Task What_is_kept_is_sent_although_the_peer_ends_its_side_meanwhile()
    {
        using var link = await ConnectWithLittleSpaceAsync(await ListenAsync(WithLittleSpace));
        var bytes = Pattern(Much);
        Assert.False(await link.SendAsync(bytes));

        link.Peer.EndSending();
        await link.ExpectAsync(ReceiveStatus.End);

        Assert.Equal(bytes, await link.Peer.ReceiveAsync(Much));
        await link.ExpectAsync(SocketEvent.Sent);
    }

    [Fact]
    public async Task The_end_comes_behind_all_that_was_sent()
    {
        using var link = await ConnectWithLittleSpaceAsync(await ListenAsync(WithLittleSpace));
        var bytes = Pattern(Much);
        Assert.False(await link.SendAsync(bytes.AsMemory(0, Much / 2)));
        Assert.False(await link.SendAsync(bytes.AsMemory(Much / 2)));

        await link.EndSendingAsync();
        await link.EndSendingAsync();
        Assert.False(link.Socket.HasSendingEnded);

        Assert.Equal(bytes, await link.Peer.ReceiveToEndAsync());
        await link.ExpectAsync(SocketEvent.Sent);
        Assert.True(link.Socket.HasSendingEnded);
    }

    [Fact]
    public async Task Ending_twice_is_ending_once()
    {
        using var link = await ConnectAsync();

        await link.EndSendingAsync();
        await link.EndSendingAsync();

        Assert.Empty(await link.Peer.ReceiveToEndAsync());
        await link.Peer.SendAsync("still here");
        Assert.Equal("still here", await link.ReadTextAsync(10));
    }

    [Fact]
    public async Task The_end_is_read_again_and_again_but_told_no_more()
    {
        var server = await ListenAsync();
        using var link = await server.ConnectAsync();
        link.Peer.EndSending();
        await link.ExpectAsync(ReceiveStatus.End);

        Assert.Equal(ReceiveStatus.End, (await link.ReceiveAsync()).Status);
        await link.AwaitReadableAsync();
        await server.SettleAsync();

        Assert.False(link.Owner.IsTold);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_both_sides_have_ended_nobody_is_told_of_a_loss(bool peerFirst)
    {
        var server = await ListenAsync();
        using var link = await server.ConnectAsync();
        if (!peerFirst)
            await link.EndSendingAsync();
        link.Peer.EndSending();
        await link.ExpectAsync(ReceiveStatus.End);
        if (peerFirst)
            await link.EndSendingAsync();
        Assert.Empty(await link.Peer.ReceiveToEndAsync());
        await server.SettleAsync();

        Assert.False(link.Owner.IsTold);
        Assert.True(link.Socket is { HasPeerEnded: true, HasSendingEnded: true });
    }
}
