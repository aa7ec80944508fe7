using ActorArbiter.StampedTcp;
using StampedTcp.Tests.Support;
using Xunit.Abstractions;

namespace StampedTcp.Tests;

public sealed class SendingSpecs(ITestOutputHelper output) : StampedTcpSpecs(output)
{
    // Far more than the kernel has room for while the peer does not read.
    private const int Much = 2_000_000;

    [Fact]
    public async Task What_the_kernel_takes_at_once_is_sent_and_nothing_is_told()
    {
        var server = await ListenAsync();
        using var link = await server.ConnectAsync();

        Assert.True(await link.SendAsync("hello"));
        Assert.False(link.Socket.IsSending);

        Assert.Equal("hello", await link.Peer.ReceiveTextAsync(5));
        await server.SettleAsync();
        Assert.False(link.Owner.IsTold);
    }

    [Fact]
    public async Task Sends_arrive_in_their_order()
    {
        using var link = await ConnectAsync();

        for (var number = 0; number < 1_000; number++)
            Assert.True(await link.SendAsync($"{number:d3}"));

        Assert.Equal(string.Concat(Enumerable.Range(0, 1_000).Select(number => $"{number:d3}")), await link.Peer.ReceiveTextAsync(3_000));
    }

    [Fact]
    public async Task Who_sends_nothing_learns_whether_the_kernel_has_all_that_was_sent_before()
    {
        using var link = await ConnectWithLittleSpaceAsync(await ListenAsync(WithLittleSpace));
        Assert.True(await link.SendAsync(""));

        Assert.False(await link.SendAsync(Pattern(Much)));

        Assert.False(await link.SendAsync(""));
    }

    [Fact]
    public async Task What_the_kernel_has_no_space_for_is_kept_and_sent_and_told_once()
    {
        var server = await ListenAsync(WithLittleSpace);
        using var link = await ConnectWithLittleSpaceAsync(server);
        var bytes = Pattern(Much);

        Assert.False(await link.SendAsync(bytes));
        Assert.True(link.Socket.IsSending);
        Assert.Equal(bytes, await link.Peer.ReceiveAsync(bytes.Length));

        await link.ExpectAsync(SocketEvent.Sent);
        Assert.False(link.Socket.IsSending);
        await server.SettleAsync();
        Assert.False(link.Owner.IsTold);
    }

    [Fact]
    public async Task Sent_is_not_told_before_the_kernel_has_everything()
    {
        var server = await ListenAsync(WithLittleSpace);
        using var link = await ConnectWithLittleSpaceAsync(server);
        Assert.False(await link.SendAsync(Pattern(Much)));
        await server.SettleAsync();
        Assert.False(link.Owner.IsTold);

        await link.Peer.ReceiveAsync(Much / 10);
        await server.SettleAsync();
        Assert.False(link.Owner.IsTold);

        await link.Peer.ReceiveAsync(Much - (Much / 10));
        await link.ExpectAsync(SocketEvent.Sent);
    }

    [Fact]
    public async Task All_that_is_kept_arrives_in_its_order_and_Sent_is_told_once_for_all()
    {
        const int Parts = 200;
        var server = await ListenAsync(WithLittleSpace);
        using var link = await ConnectWithLittleSpaceAsync(server);
        var bytes = Pattern(Much);
        var receiving = default(Task<byte[]>);

        Assert.False(await link.SendAsync(bytes.AsMemory(0, Much / 2)));
        for (var part = 0; part < Parts; part++)
        {
            var length = Much / 2 / Parts;
            Assert.False(await link.SendAsync(bytes.AsMemory((Much / 2) + (part * length), length)));

            // Some are added while others go.
            if (part == Parts / 2)
                receiving = link.Peer.ReceiveAsync(Much / 4);
        }

        var received = await receiving!;
        Assert.Equal(bytes, received.Concat(await link.Peer.ReceiveAsync(Much - received.Length)));
        await link.ExpectAsync(SocketEvent.Sent);
        await server.SettleAsync();
        Assert.False(link.Owner.IsTold);
    }

    [Fact]
    public async Task A_peer_that_stops_reading_again_and_again_misses_nothing()
    {
        using var link = await ConnectWithLittleSpaceAsync(await ListenAsync(WithLittleSpace));

        for (var round = 0; round < 5; round++)
        {
            var bytes = Pattern(1_000_000 + round);
            Assert.False(await link.SendAsync(bytes));
            Assert.Equal(bytes, await link.Peer.ReceiveAsync(bytes.Length));
            await link.ExpectAsync(SocketEvent.Sent);

            // In between it goes without waiting.
            Assert.True(await link.SendAsync("done"));
            Assert.Equal("done", await link.Peer.ReceiveTextAsync(4));
        }
    }

    [Fact]
    public async Task A_peer_that_reads_little_by_little_gets_everything()
    {
        var server = await ListenAsync(new StampedListenerOptions { Configure = socket => socket.SendBufferSize = 16_384 });
        using var link = await server.ConnectAsync(peer => peer.ReceiveBufferSize = 16_384);
        var bytes = Pattern(300_000);

        Assert.False(await link.SendAsync(bytes));

        var received = new List<byte>();
        while (received.Count < bytes.Length)
            received.AddRange(await link.Peer.ReceiveAsync(Math.Min(777, bytes.Length - received.Count)));
        Assert.Equal(bytes, received);
        await link.ExpectAsync(SocketEvent.Sent);
    }

    [Fact]
    public async Task A_peer_that_does_not_read_holds_up_nobody()
    {
        var server = await ListenAsync(WithLittleSpace);
        using var slow = await ConnectWithLittleSpaceAsync(server);
        using var other = await server.ConnectAsync();
        Assert.False(await slow.SendAsync(Pattern(Much)));

        for (var round = 0; round < 50; round++)
        {
            await other.Peer.SendAsync("and I?");
            Assert.Equal("and I?", await other.ReadTextAsync(6));
            Assert.True(await other.SendAsync("you"));
            Assert.Equal("you", await other.Peer.ReceiveTextAsync(3));
        }
    }

    [Fact]
    public async Task Both_sides_may_send_much_at_the_same_time()
    {
        using var link = await ConnectAsync();
        var bytes = Pattern(4_000_000);
        await link.Owner.InTurnAsync(_ => link.Owner.Reaction = Echo);
        await link.AwaitReadableAsync();

        var sending = link.Peer.SendAsync(bytes);

        Assert.Equal(bytes, await link.Peer.ReceiveAsync(bytes.Length));
        await sending;

        void Echo(object told)
        {
            if (told == SocketEvent.Readable && link.Socket.Receive(out var received, out _) == ReceiveStatus.Bytes
                && !link.Socket.Send(received.ToArray()))
            {
                return;
            }

            link.Socket.AwaitReadable();
        }
    }

    [Fact]
    public async Task Nothing_can_be_sent_behind_the_end_of_the_sending_side()
    {
        using var link = await ConnectAsync();
        await link.EndSendingAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => link.SendAsync("late"));

        Assert.Empty(await link.Peer.ReceiveToEndAsync());
    }

    [Fact]
    public async Task Nothing_can_be_sent_behind_the_end_that_waits_for_what_was_sent()
    {
        using var link = await ConnectWithLittleSpaceAsync(await ListenAsync(WithLittleSpace));
        Assert.False(await link.SendAsync(Pattern(Much)));
        await link.EndSendingAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => link.SendAsync("late"));

        Assert.Equal(Much, (await link.Peer.ReceiveToEndAsync()).Length);
    }

    [Fact]
    public async Task Nothing_can_be_sent_before_the_socket_has_an_owner()
    {
        var server = await ListenAsync();
        using var link = await server.AcceptAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => link.SendAsync("early"));

        await link.OpenAsync();
        Assert.True(await link.SendAsync("now"));
    }
}
