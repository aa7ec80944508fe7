using System.Net.Sockets;
using Akka.IO;
using TestSupport;
using Xunit.Abstractions;

namespace Runtime.Tests.IO;

/// <summary>What holds in whatever way bytes are received.</summary>
public abstract class ReadingSpecs : TcpSpecs
{
    protected ReadingSpecs(ITestOutputHelper output, string timestamps, string config = "")
        : base(output, $"akka.io.tcp.receive-timestamps = {timestamps}\n{config}")
    {
    }

    [Fact]
    public async Task Bytes_sent_before_the_handler_registers_reach_it()
    {
        using var link = await AcceptAsync(register: false);
        await link.Peer.SendAsync("early");

        link.Register();

        Assert.Equal("early", await ReceiveTextAsync(link.Handler, 5));
    }

    [Fact]
    public async Task The_connection_is_the_sender_of_what_it_received()
    {
        using var link = await AcceptAsync();

        await link.Peer.SendAsync("x");

        await link.Handler.ExpectMsgAsync<Tcp.Received>();
        Assert.Equal(link.Connection, link.Handler.LastSender);
    }

    [Fact]
    public async Task A_large_stream_arrives_whole_and_in_order()
    {
        using var link = await AcceptAsync();
        var bytes = Pattern(8_000_000);

        var sending = link.Peer.SendAsync(bytes);

        Assert.Equal(bytes, await ReceiveAsync(link.Handler, bytes.Length));
        await sending;
    }

    [Fact]
    public async Task In_pull_mode_each_chunk_is_asked_for()
    {
        using var link = await AcceptAsync(pullMode: true);
        await link.Peer.SendAsync("a");
        await link.Handler.ExpectNoMsgAsync(AWhile);

        link.Send(Tcp.ResumeReading.Instance);
        Assert.Equal("a", await ReceiveTextAsync(link.Handler, 1));
        await link.Peer.SendAsync("b");
        await link.Handler.ExpectNoMsgAsync(AWhile);

        link.Send(Tcp.ResumeReading.Instance);
        Assert.Equal("b", await ReceiveTextAsync(link.Handler, 1));
    }

    [Fact]
    public async Task In_pull_mode_a_large_stream_arrives_whole_and_in_order()
    {
        using var link = await AcceptAsync(pullMode: true);
        var bytes = Pattern(300_000);
        var sending = link.Peer.SendAsync(bytes);

        var received = ByteString.Empty;
        while (received.Count < bytes.Length)
        {
            link.Send(Tcp.ResumeReading.Instance);
            received += (await link.Handler.ExpectMsgAsync<Tcp.Received>()).Data;
        }

        Assert.Equal(bytes, received.ToArray());
        await sending;
    }

    [BaselineFact("1.5.74 forgets a ResumeReading that comes before Register.")]
    public async Task In_pull_mode_reading_may_be_asked_for_before_registering()
    {
        using var link = await AcceptAsync(pullMode: true, register: false);
        await link.Peer.SendAsync("early");

        link.Send(Tcp.ResumeReading.Instance);
        link.Register();

        Assert.Equal("early", await ReceiveTextAsync(link.Handler, 5));
    }

    [BundledOnlyFact("1.5.30 drops what a receive under way brings after SuspendReading, and never reads again.")]
    public async Task Suspended_reading_loses_nothing()
    {
        using var link = await AcceptAsync();
        await link.Peer.SendAsync("1");
        Assert.Equal("1", await ReceiveTextAsync(link.Handler, 1));

        link.Send(Tcp.SuspendReading.Instance);
        await SettledAsync(link);
        await link.Peer.SendAsync("2");
        await link.Handler.ExpectNoMsgAsync(AWhile);
        link.Send(Tcp.ResumeReading.Instance);

        Assert.Equal("2", await ReceiveTextAsync(link.Handler, 1));
        await link.Peer.SendAsync("3");
        Assert.Equal("3", await ReceiveTextAsync(link.Handler, 1));
    }

    [BundledOnlyFact("1.5.30 drops what a receive under way brings after SuspendReading, and never reads again.")]
    public async Task Suspending_and_resuming_in_the_middle_of_a_stream_loses_nothing()
    {
        using var link = await AcceptAsync();
        var bytes = Pattern(4_000_000);
        var sending = link.Peer.SendAsync(bytes);

        var received = ByteString.Empty;
        while (received.Count < bytes.Length)
        {
            received += (await link.Handler.ExpectMsgAsync<Tcp.Received>()).Data;
            link.Send(Tcp.SuspendReading.Instance);
            link.Send(Tcp.ResumeReading.Instance);
        }

        Assert.Equal(bytes, received.ToArray());
        await sending;
    }

    [BundledOnlyFact("1.5.30 reads on after SuspendReading where a receive is under way.")]
    public async Task Suspended_reading_tells_the_end_of_the_stream_once_it_goes_on()
    {
        using var link = await AcceptAsync();
        link.Send(Tcp.SuspendReading.Instance);
        await SettledAsync(link);

        link.Peer.EndSending();
        await link.Handler.ExpectNoMsgAsync(AWhile);
        link.Send(Tcp.ResumeReading.Instance);

        await link.Handler.ExpectMsgAsync<Tcp.PeerClosed>();
    }

    [Fact]
    public async Task The_last_bytes_come_before_the_end_of_the_stream()
    {
        using var link = await AcceptAsync();

        await link.Peer.SendAsync("bye");
        link.Peer.EndSending();

        Assert.Equal("bye", await ReceiveTextAsync(link.Handler, 3));
        await link.Handler.ExpectMsgAsync<Tcp.PeerClosed>();
    }

    [Fact]
    public async Task Bytes_behind_urgent_data_are_not_left_behind()
    {
        using var link = await AcceptAsync(pullMode: true);
        await link.Peer.SendAsync("abc");
        link.Peer.Socket.Send("!"u8, SocketFlags.OutOfBand);
        await link.Peer.SendAsync("def");

        var received = "";
        while (received.Length < 6)
        {
            link.Send(Tcp.ResumeReading.Instance);
            received += (await link.Handler.ExpectMsgAsync<Tcp.Received>()).Data.ToString();
        }

        Assert.Equal("abcdef", received);
    }

    [BundledOnlyFact("1.5.30 has a text of its own for the cause.")]
    public async Task A_reset_is_told_with_its_cause()
    {
        using var link = await AcceptAsync();

        link.Peer.Reset();

        var closed = await link.Handler.ExpectMsgAsync<Tcp.ErrorClosed>();
        Assert.Equal(new SocketException((int)SocketError.ConnectionReset).Message, closed.Cause);
    }
}

public class ReadingWithTheKernelsTimestampsSpecs(ITestOutputHelper output) : ReadingSpecs(output, "kernel");

#if !AKKA_PACKAGES // There it is the same again.
public class ReadingWithTheClocksTimestampsSpecs(ITestOutputHelper output) : ReadingSpecs(output, "clock");

public class ReadingWithoutTimestampsSpecs(ITestOutputHelper output) : ReadingSpecs(output, "off");

public class ReadingWithTheKernelsTimestampsOnAnEventLoopSpecs(ITestOutputHelper output)
    : ReadingSpecs(output, "kernel", EventLoop);

public class ReadingWithTheClocksTimestampsOnAnEventLoopSpecs(ITestOutputHelper output)
    : ReadingSpecs(output, "clock", EventLoop);

public class ReadingWithoutTimestampsOnAnEventLoopSpecs(ITestOutputHelper output)
    : ReadingSpecs(output, "off", EventLoop);
#endif
