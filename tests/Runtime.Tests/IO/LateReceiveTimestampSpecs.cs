#if !AKKA_PACKAGES // 1.5.30 has no timestamps of received bytes.
using Akka.IO;
using Xunit.Abstractions;

namespace Runtime.Tests.IO;

public abstract class LateReceiveTimestampSpecs(ITestOutputHelper output, string config = "")
    : TcpSpecs(output, $"akka.io.tcp.max-received-message-size = 4\n{config}")
{
    [KernelTimestampsFact]
    public async Task A_timestamp_may_be_late_if_the_read_was_full()
    {
        using var link = await AcceptAsync();

        await link.Peer.SendAsync("123456");

        await ExpectAsync(link, count: 4, mayBeLate: true);
        await ExpectAsync(link, count: 2, mayBeLate: false);
    }

    [KernelTimestampsFact]
    public async Task Whether_anything_followed_the_bytes_that_filled_a_read_is_not_known()
    {
        using var link = await AcceptAsync();

        await link.Peer.SendAsync("1234");

        await ExpectAsync(link, count: 4, mayBeLate: true);
    }

    [KernelTimestampsFact]
    public async Task A_timestamp_may_be_that_of_the_end_of_the_stream_if_that_came_before_the_bytes_were_read()
    {
        using var link = await AcceptAsync(pullMode: true);
        await link.Peer.SendAsync("123");
        link.Peer.EndSending();

        link.Send(Tcp.ResumeReading.Instance);

        await ExpectAsync(link, count: 3, mayBeLate: true);
    }

    [KernelTimestampsFact]
    public async Task The_end_of_the_stream_changes_nothing_for_bytes_that_were_read_before()
    {
        using var link = await AcceptAsync();
        await link.Peer.SendAsync("123");
        await ExpectAsync(link, count: 3, mayBeLate: false);

        link.Peer.EndSending();
    }

    private static async Task ExpectAsync(Link link, int count, bool mayBeLate)
    {
        var received = await link.Handler.ExpectMsgAsync<Tcp.Received>();
        Assert.Equal(count, received.Data.Count);
        Assert.Equal(Tcp.ReceiveTimestampSource.Kernel, received.Timestamp.Source);
        Assert.Equal(mayBeLate, received.Timestamp.MayBeLate);
    }
}

public class LateReceiveTimestampOnAThreadPoolSpecs(ITestOutputHelper output) : LateReceiveTimestampSpecs(output);

public class LateReceiveTimestampOnAnEventLoopSpecs(ITestOutputHelper output) : LateReceiveTimestampSpecs(output, EventLoop);
#endif
