using Akka.Actor;
using Akka.IO;
using TestSupport;
using Xunit.Abstractions;

namespace Runtime.Tests.IO;

public abstract class WritingSpecs(ITestOutputHelper output, string config = "") : TcpSpecs(output, config)
{
    [Fact]
    public async Task A_write_before_Register_is_sent_after_it()
    {
        using var link = await AcceptAsync(register: false);

        link.Send(Text("early", new Ack(1)));
        link.Register();

        Assert.Equal("early", await link.Peer.ReceiveTextAsync(5));
        await link.Handler.ExpectMsgAsync<Ack>();
    }

    [Fact]
    public async Task Acknowledgments_come_in_the_order_of_the_writes()
    {
        using var link = await AcceptAsync();

        for (var i = 0; i < 100; i++)
            link.Send(Text("x", i % 3 == 0 ? Tcp.NoAck.Instance : new Ack(i)));

        for (var i = 0; i < 100; i++)
        {
            if (i % 3 != 0) Assert.Equal(i, (await link.Handler.ExpectMsgAsync<Ack>()).Number);
        }
    }

    [Fact]
    public async Task A_write_of_no_bytes_is_acknowledged()
    {
        using var link = await AcceptAsync();

        link.Send(Text("", new Ack(7)));

        Assert.Equal(7, (await link.Handler.ExpectMsgAsync<Ack>()).Number);
    }

    [Fact]
    public async Task A_compound_write_is_sent_whole_and_in_order()
    {
        using var link = await AcceptAsync();

        link.Send(Tcp.WriteCommand.Create(Text("one "), Text("two ", new Ack(2)), Text("three", new Ack(3))));

        Assert.Equal("one two three", await link.Peer.ReceiveTextAsync(13));
        Assert.Equal(2, (await link.Handler.ExpectMsgAsync<Ack>()).Number);
        Assert.Equal(3, (await link.Handler.ExpectMsgAsync<Ack>()).Number);
    }

    [Fact]
    public async Task A_write_of_several_segments_is_sent_whole()
    {
        using var link = await AcceptAsync();
        var bytes = Pattern(300_000);
        var data = ByteString.Empty;
        for (var i = 0; i < bytes.Length; i += 1_000)
            data += ByteString.FromBytes(bytes, i, 1_000);

        link.Send(Tcp.Write.Create(data, new Ack(1)));

        Assert.Equal(bytes, await link.Peer.ReceiveAsync(bytes.Length));
        await link.Handler.ExpectMsgAsync<Ack>();
    }

    [Fact]
    public async Task A_write_larger_than_any_buffer_is_sent_whole()
    {
        using var link = await AcceptAsync();
        var bytes = Pattern(8_000_000);

        link.Send(Tcp.Write.Create(ByteString.FromBytes(bytes), new Ack(1)));

        Assert.Equal(bytes, await link.Peer.ReceiveAsync(bytes.Length));
        await link.Handler.ExpectMsgAsync<Ack>();
    }

    [Fact]
    public async Task Writes_wait_for_a_peer_that_stopped_reading()
    {
        using var link = await AcceptAsync();
        var bytes = Pattern(16_000_000);
        for (var i = 0; i < 16; i++)
            link.Send(Tcp.Write.Create(ByteString.FromBytes(bytes, i * 1_000_000, 1_000_000), new Ack(i)));

        Assert.Equal(bytes, await link.Peer.ReceiveAsync(bytes.Length));
        for (var i = 0; i < 16; i++)
            Assert.Equal(i, (await link.Handler.ExpectMsgAsync<Ack>()).Number);
    }

    [BundledOnlyFact("1.5.30 tells all acknowledgments of a batch together, and also when the send failed.")]
    public async Task A_write_is_not_acknowledged_before_the_kernel_has_it()
    {
        using var link = await AcceptAsync();
        link.Send(Tcp.Write.Create(ByteString.FromBytes(Pattern(32_000_000)), new Ack(1)));
        link.Send(Text("end", new Ack(2)));
        await link.Handler.ExpectNoMsgAsync(AWhile);

        link.Peer.Reset();

        await link.Handler.ExpectMsgAsync<Tcp.ErrorClosed>();
        await link.Handler.ExpectNoMsgAsync(AWhile);
    }

    [Fact]
    public async Task Fifty_writers_lose_nothing_and_keep_their_order()
    {
        const int Writers = 50;
        const int WritesEach = 100;
        using var link = await AcceptAsync();

        for (var writer = 0; writer < Writers; writer++)
            Sys.ActorOf(Props.Create(() => new Writer(link.Connection, (byte)writer, WritesEach)));

        var bytes = await link.Peer.ReceiveAsync(Writers * WritesEach * 2);
        var next = new int[Writers];
        for (var i = 0; i < bytes.Length; i += 2)
            Assert.Equal(next[bytes[i]]++, bytes[i + 1]);
        Assert.All(next, count => Assert.Equal(WritesEach, count));
    }

    [BaselineFact("1.5.74 does not answer.")]
    public async Task Resuming_writes_that_were_never_suspended_is_answered_at_once()
    {
        using var link = await AcceptAsync();

        link.Send(Tcp.ResumeWriting.Instance);

        await link.Handler.ExpectMsgAsync<Tcp.WritingResumed>();
    }

    [BundledOnlyFact("1.5.30 leaves writes to a closing connection unanswered.")]
    public async Task A_write_after_ConfirmedClose_fails()
    {
        using var link = await AcceptAsync();
        var late = Text("late");

        link.Send(Tcp.ConfirmedClose.Instance);
        link.Send(late);

        Assert.Same(late, (await link.Handler.ExpectMsgAsync<Tcp.CommandFailed>()).Cmd);
        Assert.Empty(await link.Peer.ReceiveToEndAsync());
    }

    /// <summary>Writes its name and a running number, again and again.</summary>
    private sealed class Writer : ReceiveActor
    {
        public Writer(IActorRef connection, byte name, int writes)
        {
            ReceiveAny(_ =>
            {
                for (var i = 0; i < writes; i++)
                    connection.Tell(Tcp.Write.Create(ByteString.FromBytes([name, (byte)i])));
            });
        }

        protected override void PreStart() => Self.Tell("start");
    }
}

public class WritingOnAThreadPoolSpecs(ITestOutputHelper output) : WritingSpecs(output);

#if !AKKA_PACKAGES // There all sockets are waited for in the same way.
public class WritingOnAnEventLoopSpecs(ITestOutputHelper output) : WritingSpecs(output, EventLoop);
#endif
