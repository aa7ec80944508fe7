using System.Net.Sockets;
using System.Text;
using ActorArbiter.StampedTcp;
using StampedTcp.Tests.Support;
using Xunit.Abstractions;

namespace StampedTcp.Tests;

/// <summary>What holds of reading, whoever says when bytes came.</summary>
public abstract class ReadingSpecs(ITestOutputHelper output, bool hasKernelTimestamps) : StampedTcpSpecs(output)
{
    private readonly StampedListenerOptions _options = new() { KernelTimestamps = hasKernelTimestamps };

    [Fact]
    public async Task Bytes_that_came_before_the_socket_was_open_are_read()
    {
        var server = await ListenAsync(_options);
        using var link = await server.AcceptAsync();
        await link.Peer.SendAsync("early");
        await link.Peer.ArrivedAsync();

        await link.OpenAsync();

        Assert.Equal("early", await link.ReadTextAsync(5));
    }

    [Fact]
    public async Task Nothing_is_told_before_it_is_asked_for()
    {
        var server = await ListenAsync(_options);
        using var link = await server.ConnectAsync();

        await link.Peer.SendAsync("unasked");
        await server.SettleAsync();

        Assert.False(link.Owner.IsTold);
    }

    [Fact]
    public async Task What_came_before_it_was_asked_for_is_told_at_once()
    {
        var server = await ListenAsync(_options);
        using var link = await server.ConnectAsync();
        await link.Peer.SendAsync("before");
        await server.SettleAsync();

        await link.AwaitReadableAsync();

        await link.ExpectAsync(SocketEvent.Readable);
    }

    [Fact]
    public async Task Each_time_it_is_asked_for_it_is_told_once()
    {
        var server = await ListenAsync(_options);
        using var link = await server.ConnectAsync();
        await link.AwaitReadableAsync();

        await link.Peer.SendAsync("a");
        await link.ExpectAsync(SocketEvent.Readable);
        await link.Peer.SendAsync("b");
        await server.SettleAsync();
        Assert.False(link.Owner.IsTold);

        Assert.Equal("ab", (await link.ReceiveAsync()).Text);
        await link.Peer.SendAsync("c");
        await server.SettleAsync();
        Assert.False(link.Owner.IsTold);

        Assert.Equal("c", await link.ReadTextAsync(1));
    }

    [Fact]
    public async Task Asking_twice_is_answered_once()
    {
        var server = await ListenAsync(_options);
        using var link = await server.ConnectAsync();
        await link.AwaitReadableAsync();
        await link.Peer.SendAsync("x");
        await link.ExpectAsync(SocketEvent.Readable);

        await link.AwaitReadableAsync();
        await link.AwaitReadableAsync();
        await server.SettleAsync();

        Assert.False(link.Owner.IsTold);
    }

    [Fact]
    public async Task A_read_without_anything_to_read_says_so()
    {
        using var link = await ConnectAsync(_options);

        Assert.Equal(ReceiveStatus.Nothing, (await link.ReceiveAsync()).Status);

        await link.Peer.SendAsync("later");
        Assert.Equal("later", await link.ReadTextAsync(5));
    }

    [Fact]
    public async Task A_large_stream_arrives_whole_and_in_order()
    {
        using var link = await ConnectAsync(_options);
        var bytes = Pattern(8_000_000);

        var sending = link.Peer.SendAsync(bytes);

        Assert.Equal(bytes, await link.ReadAsync(bytes.Length));
        await sending;
    }

    [Fact]
    public async Task However_a_stream_is_cut_into_segments_none_of_it_is_left_unread()
    {
        using var link = await ConnectAsync(_options);
        var text = string.Concat(Enumerable.Range(0, 3_000).Select(number => $"{number}\r\n"));
        var cuts = new Random(text.Length);
        var sending = Task.Run(() =>
        {
            var rest = Encoding.UTF8.GetBytes(text).AsSpan();
            while (!rest.IsEmpty)
                rest = rest[link.Peer.Socket.Send(rest[..Math.Min(cuts.Next(1, 9), rest.Length)])..];
        });

        Assert.Equal(text, await link.ReadTextAsync(text.Length));
        await sending;
    }

    [Fact]
    public async Task No_byte_of_many_conversations_is_left_unread()
    {
        const int Rounds = 2_000;
        var server = await ListenAsync(_options);
        using var one = await server.ConnectAsync();
        using var other = await server.ConnectAsync();

        // Each byte is sent at any moment of the turn in which the one before is read.
        await Task.WhenAll(TalkAsync(one), TalkAsync(other));

        static async Task TalkAsync(Link link)
        {
            var sending = Task.Run(async () =>
            {
                for (var round = 0; round < Rounds; round++)
                {
                    link.Peer.Socket.Send("x"u8);
                    if (round % 50 == 0)
                        await Task.Yield();
                }
            });
            await link.ReadAsync(Rounds);
            await sending;
        }
    }

    [Fact]
    public async Task A_read_takes_64_KiB_at_most_and_the_rest_is_told_of()
    {
        const int Count = 100_000;
        using var link = await ConnectAsync(_options with { Configure = socket => socket.ReceiveBufferSize = 200_000 });
        var bytes = Pattern(Count);
        await link.Peer.SendAsync(bytes);
        await link.Peer.ArrivedAsync();

        var first = await link.ReadAsync();
        var second = await link.ReadAsync();

        Assert.Equal(64 * 1024, first.Bytes.Length);
        Assert.Equal(bytes, first.Bytes.Concat(second.Bytes));
    }

    [Fact]
    public async Task Who_does_not_ask_any_more_holds_the_sender_up_and_nothing_is_lost()
    {
        var server = await ListenAsync(_options);
        using var paused = await server.ConnectAsync(peer => peer.SendBufferSize = 16_384);
        using var other = await server.ConnectAsync();
        var bytes = Pattern(1_000_000);
        var sending = paused.Peer.SendAsync(bytes);
        var first = await paused.ReadAsync();

        // Meanwhile the others are served.
        for (var round = 0; round < 20; round++)
        {
            await other.Peer.SendAsync("and I?");
            Assert.Equal("and I?", await other.ReadTextAsync(6));
        }

        Assert.False(paused.Owner.IsTold);
        Assert.False(sending.IsCompleted);
        var rest = await paused.ReadAsync(bytes.Length - first.Bytes.Length);
        Assert.Equal(bytes, first.Bytes.Concat(rest));
        await sending;
    }

    [Fact]
    public async Task The_last_bytes_come_before_the_end_of_the_stream()
    {
        using var link = await ConnectAsync(_options);

        await link.Peer.SendAsync("bye");
        link.Peer.EndSending();

        Assert.Equal("bye", await link.ReadTextAsync(3));
        Assert.False(link.Socket.HasPeerEnded);
        await link.ExpectAsync(ReceiveStatus.End);
        Assert.True(link.Socket.HasPeerEnded);
    }

    [Fact]
    public async Task The_end_of_the_stream_is_read_also_if_it_came_with_the_last_bytes()
    {
        var server = await ListenAsync(_options);
        using var link = await server.AcceptAsync();
        await link.Peer.SendAsync("bye");
        link.Peer.EndSending();
        await link.Peer.ArrivedAsync();

        await link.OpenAsync();

        Assert.Equal("bye", await link.ReadTextAsync(3));
        await link.ExpectAsync(ReceiveStatus.End);
    }

    [Fact]
    public async Task Bytes_behind_urgent_data_are_not_left_unread()
    {
        using var link = await ConnectAsync(_options);
        await link.Peer.SendAsync("abc");
        link.Peer.Socket.Send("!"u8, SocketFlags.OutOfBand);
        await link.Peer.SendAsync("def");
        await link.Peer.ArrivedAsync();

        Assert.Equal("abcdef", await link.ReadTextAsync(6));
    }

    [Fact]
    public async Task Urgent_data_that_comes_while_others_are_awaited_stops_nothing()
    {
        using var link = await ConnectAsync(_options);
        var received = "";
        for (var round = 0; round < 20; round++)
        {
            await link.Peer.SendAsync($"{round:d2}");
            received += await link.ReadTextAsync(2);
            link.Peer.Socket.Send("!"u8, SocketFlags.OutOfBand);
        }

        link.Peer.EndSending();
        await link.ExpectAsync(ReceiveStatus.End);
        Assert.Equal(string.Concat(Enumerable.Range(0, 20).Select(round => $"{round:d2}")), received);
    }

    [Fact]
    public async Task What_was_received_may_change_when_the_turn_is_over_so_a_copy_is_kept()
    {
        var server = await ListenAsync(_options);
        using var one = await server.ConnectAsync();
        using var other = await server.ConnectAsync();
        await one.Peer.SendAsync("one");
        await other.Peer.SendAsync("two");
        await server.SettleAsync();

        var first = await one.Owner.InTurnAsync(_ => Receive(one.Socket));
        var second = await other.Owner.InTurnAsync(_ => Receive(other.Socket));

        // Both lie in the loop's own memory: that is why the documentation asks for a copy.
        Assert.True(first.Span.Overlaps(second.Span));

        static ReadOnlyMemory<byte> Receive(StampedSocket socket)
        {
            Assert.Equal(ReceiveStatus.Bytes, socket.Receive(out var bytes, out _));
            return bytes;
        }
    }
}

public sealed class ReadingWithTheKernelsTimestampsSpecs(ITestOutputHelper output) : ReadingSpecs(output, hasKernelTimestamps: true);

public sealed class ReadingWithoutTimestampsSpecs(ITestOutputHelper output) : ReadingSpecs(output, hasKernelTimestamps: false);
