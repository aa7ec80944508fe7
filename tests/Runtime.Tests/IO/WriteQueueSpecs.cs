using Akka.IO;
using TestSupport;
using Xunit.Abstractions;

namespace Runtime.Tests.IO;

public class WriteQueueSpecs(ITestOutputHelper output)
    : TcpSpecs(output, "akka.io.tcp.write-commands-queue-max-size = 1000000")
{
    private const int ChunkSize = 400_000;
    private const int Chunks = 100;

    [Fact]
    public async Task Each_write_is_either_sent_and_acknowledged_or_refused()
    {
        using var link = await ConnectAsync(useResumeWriting: false);
        WriteAll(link);

        var (sent, refused, draining) = await AnswersAsync(link);

        Assert.NotEmpty(refused);
        link.Send(Tcp.Close.Instance);
        var bytes = await draining;
        Assert.Equal(sent.Count * ChunkSize, bytes.Length);
        Assert.Equal(sent, Enumerable.Range(0, sent.Count).Select(i => (int)bytes[i * ChunkSize]));
    }

    [BaselineFact("1.5.74 refuses the write.")]
    public async Task A_single_write_larger_than_the_queue_passes()
    {
        using var link = await ConnectAsync();
        var bytes = Pattern(5_000_000);

        link.Send(Tcp.Write.Create(ByteString.FromBytes(bytes)));

        Assert.Equal(bytes, await link.Peer.ReceiveAsync(bytes.Length));
    }

    [BundledOnlyFact("1.5.30 answers CommandFailed while writing is suspended, and sends the write all the same.")]
    public async Task After_a_refused_write_all_fail_until_writing_is_resumed()
    {
        using var link = await ConnectAsync();
        WriteAll(link);

        var (sent, refused, _) = await AnswersAsync(link);

        Assert.Equal(Enumerable.Range(0, sent.Count), sent);
        Assert.Equal(Enumerable.Range(sent.Count, Chunks - sent.Count), refused);
        link.Send(Tcp.ResumeWriting.Instance);
        await link.Handler.ExpectMsgAsync<Tcp.WritingResumed>();
        link.Send(Text("again", new Ack(0)));
        await link.Handler.ExpectMsgAsync<Ack>();
    }

    [BundledOnlyFact("1.5.30 has no such order: it resumes while writes are still under way.")]
    public async Task Writing_is_resumed_when_all_bytes_are_with_the_kernel()
    {
        using var link = await ConnectAsync();
        WriteAll(link);
        await link.Handler.FishForMessageAsync(message => message is Tcp.CommandFailed);

        link.Send(Tcp.ResumeWriting.Instance);
        link.Send(Tcp.ResumeWriting.Instance);
        await link.Handler.FishForMessageAsync(
            message => message is Tcp.CommandFailed { Cmd: Tcp.ResumeWriting });
        await link.Handler.ExpectNoMsgAsync(AWhile);

        var draining = link.Peer.ReceiveToEndAsync();
        await link.Handler.FishForMessageAsync(message => message is Tcp.WritingResumed);
        link.Send(Tcp.Close.Instance);
        await draining;
    }

    [BundledOnlyFact("1.5.30 bounds the queue of outgoing connections only.")]
    public async Task The_queue_of_an_accepted_connection_is_bounded_too()
    {
        using var link = await AcceptAsync(useResumeWriting: false);
        WriteAll(link);

        var refused = (Tcp.CommandFailed)await link.Handler.FishForMessageAsync(message => message is Tcp.CommandFailed);

        Assert.Contains("write-commands-queue-max-size", refused.CauseString, StringComparison.Ordinal);
    }

    /// <summary>Far more than the queue and the kernel's buffers hold; each chunk begins with its number.</summary>
    private static void WriteAll(Link link)
    {
        for (var i = 0; i < Chunks; i++)
        {
            var chunk = new byte[ChunkSize];
            chunk[0] = (byte)i;
            link.Send(Tcp.Write.Create(ByteString.FromBytes(chunk), new Ack(i)));
        }
    }

    /// <summary>Lets the peer read once a write was refused, and waits until all writes are answered.</summary>
    private static async Task<(List<int> Sent, List<int> Refused, Task<byte[]> Draining)> AnswersAsync(Link link)
    {
        List<int> sent = [];
        List<int> refused = [];
        Task<byte[]>? draining = null;
        while (sent.Count + refused.Count < Chunks)
        {
            switch (await link.Handler.ExpectMsgAsync<Tcp.Event>())
            {
                case Ack ack:
                    sent.Add(ack.Number);
                    break;
                case Tcp.CommandFailed { Cmd: Tcp.Write { Ack: Ack ack } }:
                    refused.Add(ack.Number);
                    draining ??= link.Peer.ReceiveToEndAsync();
                    break;
            }
        }

        return (sent, refused, draining ?? link.Peer.ReceiveToEndAsync());
    }
}
