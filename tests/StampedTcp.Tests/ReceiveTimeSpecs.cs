using System.Net;
using System.Net.Sockets;
using ActorArbiter.StampedTcp;
using StampedTcp.Tests.Support;
using Xunit.Abstractions;

namespace StampedTcp.Tests;

/// <summary>When bytes came, as the kernel says: bounds are its own clock, read before they were sent and after they were received.</summary>
public sealed class ReceiveTimeSpecs(ITestOutputHelper output) : StampedTcpSpecs(output)
{
    // SO_TIMESTAMPNS at SOL_SOCKET, socket(7).
    private const int SocketLevel = 1;
    private const int TimestampOption = 35;

    [KernelTimestampsFact]
    public async Task A_listener_says_that_it_has_them()
    {
        var server = await ListenAsync();

        Assert.Equal(ReceiveTimeSource.Kernel, server.Listener.TimeSource);
        Assert.Null(server.Listener.WhyRead);
    }

    [KernelTimestampsFact]
    public async Task A_read_has_the_time_when_the_bytes_came()
    {
        using var link = await ConnectAsync();

        for (var round = 0; round < 100; round++)
        {
            var before = Native.RealTime;
            await link.Peer.SendAsync("now");
            await link.Peer.ArrivedAsync();
            var after = Native.RealTime;

            Assert.InRange(KernelTimeOf(await link.ReadAsync()), before, after);
        }
    }

    [KernelTimestampsFact]
    public async Task However_late_bytes_are_read_they_have_the_time_when_they_came()
    {
        var server = await ListenAsync();
        using var link = await server.ConnectAsync();
        var before = Native.RealTime;
        await link.Peer.SendAsync("early");
        await link.Peer.ArrivedAsync();
        var after = Native.RealTime;

        await server.SettleAsync();

        Assert.InRange(KernelTimeOf(await link.ReadAsync()), before, after);
    }

    [KernelTimestampsFact]
    public async Task Bytes_that_came_before_they_were_accepted_have_the_time_when_they_came()
    {
        var server = await ListenAsync();
        using var x = await RawPeer.ConnectAsync(server.Address);
        using var y = await RawPeer.ConnectAsync(server.Address);
        var before = Native.RealTime;
        await y.SendAsync("first");
        await y.ArrivedAsync();
        var between = Native.RealTime;
        await x.SendAsync("second");
        await x.ArrivedAsync();
        var after = Native.RealTime;

        var times = new Dictionary<IPEndPoint, long>();
        for (var client = 0; client < 2; client++)
        {
            var socket = await server.NextClientAsync();
            var link = new Link(socket, LoopActor.On(Sys), client == 0 ? x : y);
            await link.OpenAsync();
            var peer = await link.Owner.InTurnAsync(_ => socket.RemoteEndPoint!);
            times[peer] = KernelTimeOf(await link.ReadAsync());
        }

        Assert.InRange(times[y.LocalEndPoint], before, between);
        Assert.InRange(times[x.LocalEndPoint], between, after);
    }

    [KernelTimestampsFact]
    public async Task The_order_of_times_is_the_order_in_which_bytes_came_on_whatever_connection()
    {
        var server = await ListenAsync();
        using var x = await server.ConnectAsync();
        using var y = await server.ConnectAsync();
        var random = new Random(1);

        for (var round = 0; round < 300; round++)
        {
            var (first, second) = random.Next(2) == 0 ? (x, y) : (y, x);
            first.Peer.Socket.Send("1"u8);
            second.Peer.Socket.Send("2"u8);

            // The other way round.
            var later = KernelTimeOf(await second.ReadAsync());
            Assert.InRange(KernelTimeOf(await first.ReadAsync()), 0, later - 1);
        }
    }

    [KernelTimestampsFact]
    public async Task Segments_that_are_read_together_have_the_time_of_the_last()
    {
        using var link = await ConnectAsync();
        await link.Peer.SendAsync("Client X: ");
        await link.Peer.ArrivedAsync();
        var between = Native.RealTime;
        await link.Peer.SendAsync("Alice");
        await link.Peer.ArrivedAsync();
        var after = Native.RealTime;

        var read = await link.ReadAsync();

        Assert.Equal("Client X: Alice", read.Text);
        Assert.InRange(KernelTimeOf(read), between, after);
    }

    [KernelTimestampsFact]
    public async Task Segments_that_are_read_one_by_one_have_their_own()
    {
        using var link = await ConnectAsync();
        await link.Peer.SendAsync("Client X: ");
        var first = KernelTimeOf(await link.ReadAsync());
        var between = Native.RealTime;

        await link.Peer.SendAsync("Alice");

        Assert.InRange(first, 0, between);
        Assert.InRange(KernelTimeOf(await link.ReadAsync()), between, Native.RealTime);
    }

    [KernelTimestampsFact]
    public async Task A_read_that_was_full_may_be_late_for_the_kernel_may_have_joined_it_with_what_follows()
    {
        using var link = await ConnectAsync(new StampedListenerOptions { Configure = socket => socket.ReceiveBufferSize = 200_000 });
        var before = Native.RealTime;
        await link.Peer.SendAsync(Pattern(100_000));
        await link.Peer.ArrivedAsync();
        var after = Native.RealTime;

        foreach (var mayBeLate in (bool[])[true, false])
        {
            var time = (await link.ReadAsync()).Time;

            Assert.Equal((ReceiveTimeSource.Kernel, mayBeLate), (time.Source, time.MayBeLate));
            Assert.InRange(time.Nanoseconds, before, after);
        }
    }

    [KernelTimestampsFact]
    public async Task Bytes_that_the_end_of_the_stream_followed_may_have_its_time_and_say_that_they_may_be_late()
    {
        using var link = await ConnectAsync();
        var before = Native.RealTime;
        await link.Peer.SendAsync("123");
        await link.Peer.ArrivedAsync();
        link.Peer.EndSending();
        await link.Peer.ArrivedAsync();
        var after = Native.RealTime;

        var read = await link.ReadAsync();

        Assert.Equal("123", read.Text);
        Assert.Equal((ReceiveTimeSource.Kernel, true), (read.Time.Source, read.Time.MayBeLate));

        // Where it joins the two it is the end's; it may be the bytes', but never before them.
        Assert.InRange(read.Time.Nanoseconds, before, after);
    }

    [KernelTimestampsFact]
    public async Task The_end_of_the_stream_changes_nothing_for_bytes_that_were_read_before()
    {
        using var link = await ConnectAsync();
        await link.Peer.SendAsync("123");

        var read = await link.ReadAsync();
        link.Peer.EndSending();

        Assert.Equal((ReceiveTimeSource.Kernel, false), (read.Time.Source, read.Time.MayBeLate));
    }

    [KernelTimestampsFact]
    public async Task Bytes_of_one_segment_that_are_read_in_two_parts_have_the_same_time()
    {
        using var link = await ConnectAsync();
        var before = Native.RealTime;
        await link.Peer.SendAsync("abc");
        link.Peer.Socket.Send("!"u8, SocketFlags.OutOfBand);
        await link.Peer.SendAsync("def");
        await link.Peer.ArrivedAsync();
        var after = Native.RealTime;

        // Reads stop at urgent data.
        var first = await link.ReadAsync();
        var second = await link.ReadAsync();

        Assert.Equal(("abc", true), (first.Text, first.Time.MayBeLate));
        Assert.Equal(("def", false), (second.Text, second.Time.MayBeLate));
        Assert.InRange(first.Time.Nanoseconds, before, after);
        Assert.InRange(second.Time.Nanoseconds, before, after);
    }

    [Fact]
    public async Task A_listener_that_is_not_to_ask_the_kernel_has_the_time_of_the_read()
    {
        var server = await ListenAsync(new StampedListenerOptions { KernelTimestamps = false });
        Assert.Equal(ReceiveTimeSource.Read, server.Listener.TimeSource);
        Assert.NotNull(server.Listener.WhyRead);
        using var link = await server.ConnectAsync();
        await link.Peer.SendAsync("x");
        await server.SettleAsync();

        var before = Native.RealTime;
        var time = (await link.ReadAsync()).Time;

        Assert.Equal((ReceiveTimeSource.Read, true), (time.Source, time.MayBeLate));
        Assert.InRange(time.Nanoseconds, before, Native.RealTime + 100);
    }

    [KernelTimestampsFact]
    public async Task A_read_that_the_kernel_gave_no_time_has_that_of_the_read()
    {
        // Turned off again behind the library's back.
        var options = new StampedListenerOptions
        {
            Configure = socket => socket.SetRawSocketOption(SocketLevel, TimestampOption, new byte[sizeof(int)]),
        };
        using var link = await ConnectAsync(options);
        await link.Peer.SendAsync("x");

        var before = Native.RealTime;
        var time = (await link.ReadAsync()).Time;

        Assert.Equal((ReceiveTimeSource.Read, true), (time.Source, time.MayBeLate));
        Assert.InRange(time.Nanoseconds, before, Native.RealTime + 100);
    }

    private static long KernelTimeOf(Link.Read read)
    {
        Assert.Equal((ReceiveTimeSource.Kernel, false), (read.Time.Source, read.Time.MayBeLate));
        return read.Time.Nanoseconds;
    }
}
