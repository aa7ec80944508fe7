#if !AKKA_PACKAGES // 1.5.30 has no timestamps of received bytes.
using System.Net;
using System.Net.Sockets;
using System.Text;
using Akka.IO;
using Akka.TestKit;
using Xunit.Abstractions;

namespace Runtime.Tests.IO;

/// <summary>Timestamps from the kernel, which are the default.</summary>
public abstract class ReceiveTimestampSpecs(ITestOutputHelper output, string config = "") : TcpSpecs(output, config)
{
    /// <summary>The realtime clock, which the kernel's timestamps are read from.</summary>
    private static long RealTime => (DateTime.UtcNow - DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;

    [KernelTimestampsFact]
    public async Task A_chunk_carries_the_time_when_it_came()
    {
        using var link = await AcceptAsync();

        var before = RealTime;
        await link.Peer.SendAsync("now");

        Assert.InRange(await KernelTimestampAsync(link.Handler), before, RealTime);
    }

    [KernelTimestampsFact]
    public async Task A_connection_that_was_opened_from_here_has_them_too()
    {
        // A listener is bound once they come.
        await BindAsync();
        using var link = await ConnectAsync();

        var before = RealTime;
        await link.Peer.SendAsync("now");

        Assert.InRange(await KernelTimestampAsync(link.Handler), before, RealTime);
    }

    [KernelTimestampsFact]
    public async Task The_order_of_timestamps_is_the_order_of_arrival_across_connections()
    {
        using var x = await AcceptAsync();
        using var y = await AcceptAsync();

        for (var round = 0; round < 500; round++)
        {
            var (first, second) = Random.Shared.Next(2) == 0 ? (x, y) : (y, x);
            first.Peer.Socket.Send("1"u8);
            second.Peer.Socket.Send("2"u8);

            var later = await KernelTimestampAsync(second.Handler);
            Assert.InRange(await KernelTimestampAsync(first.Handler), 0, later - 1);
        }
    }

    [KernelTimestampsFact]
    public async Task Bytes_that_came_before_they_were_accepted_carry_the_time_when_they_came()
    {
        var server = await BindAsync(pullMode: true);
        using var x = await RawPeer.ConnectAsync(server.Address);
        using var y = await RawPeer.ConnectAsync(server.Address);
        var before = RealTime;
        await y.SendAsync("first");
        await x.SendAsync("second");
        var asked = RealTime;

        server.Listener.Tell(new Tcp.ResumeAccepting(2), TestActor);
        var connections = new Dictionary<EndPoint, TestProbe>();
        for (var i = 0; i < 2; i++)
        {
            var connected = await server.Handler.ExpectMsgAsync<Tcp.Connected>();
            var handler = connections[connected.RemoteAddress] = CreateTestProbe();
            handler.Send(server.Handler.LastSender, new Tcp.Register(handler));
            handler.Send(server.Handler.LastSender, Tcp.ResumeReading.Instance);
        }

        var first = await KernelTimestampAsync(connections[y.Socket.LocalEndPoint!]);
        var second = await KernelTimestampAsync(connections[x.Socket.LocalEndPoint!]);
        Assert.InRange(first, before, second - 1);
        Assert.InRange(second, first + 1, asked);
    }

    [KernelTimestampsFact]
    public async Task Each_segment_carries_its_own()
    {
        using var link = await AcceptAsync();
        await link.Peer.SendAsync("Client X: ");
        var first = await KernelTimestampAsync(link.Handler);
        var between = RealTime;

        await link.Peer.SendAsync("Alice");

        Assert.InRange(first, 0, between);
        Assert.InRange(await KernelTimestampAsync(link.Handler), between, RealTime);
    }

    [KernelTimestampsFact]
    public async Task Segments_that_are_read_together_carry_the_last_ones()
    {
        var accepted = new Accepted();
        using var link = await AcceptAsync(pullMode: true, options: accepted);
        await link.Peer.SendAsync("Client X: ");
        await AwaitConditionAsync(() => Task.FromResult(accepted.Socket!.Available == 10));
        var between = RealTime;
        await link.Peer.SendAsync("Alice");
        await AwaitConditionAsync(() => Task.FromResult(accepted.Socket!.Available == 15));
        var asked = RealTime;

        link.Send(Tcp.ResumeReading.Instance);

        var received = await link.Handler.ExpectMsgAsync<Tcp.Received>();
        Assert.Equal("Client X: Alice", received.Data.ToString(Encoding.UTF8));
        Assert.InRange(received.Timestamp.Nanoseconds, between, asked);
    }

    [KernelTimestampsFact]
    public async Task A_chunk_that_the_kernel_gave_no_timestamp_has_the_clocks()
    {
        using var link = await AcceptAsync(options: new WithoutTimestamps());

        await link.Peer.SendAsync("x");

        var received = await link.Handler.ExpectMsgAsync<Tcp.Received>();
        Assert.Equal(Tcp.ReceiveTimestampSource.Clock, received.Timestamp.Source);
    }

    private static async Task<long> KernelTimestampAsync(TestProbe handler)
    {
        var timestamp = (await handler.ExpectMsgAsync<Tcp.Received>()).Timestamp;
        Assert.Equal(Tcp.ReceiveTimestampSource.Kernel, timestamp.Source);
        Assert.False(timestamp.MayBeLate);
        return timestamp.Nanoseconds;
    }

    /// <summary>Shows the socket of a connection.</summary>
    private sealed class Accepted : Inet.SocketOption
    {
        public Socket? Socket { get; private set; }

        public override void AfterConnect(Socket s) => Socket = s;
    }

    /// <summary>Turns them off again on one connection.</summary>
    private sealed class WithoutTimestamps : Inet.SocketOption
    {
        public override void AfterConnect(Socket s) => KernelTimestampsOption.TurnOff(s);
    }
}

public class ReceiveTimestampOnAThreadPoolSpecs(ITestOutputHelper output) : ReceiveTimestampSpecs(output);

public class ReceiveTimestampOnAnEventLoopSpecs(ITestOutputHelper output) : ReceiveTimestampSpecs(output, EventLoop);
#endif
