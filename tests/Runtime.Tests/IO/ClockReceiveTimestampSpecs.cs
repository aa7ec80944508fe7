#if !AKKA_PACKAGES // 1.5.30 has no timestamps of received bytes.
using System.Diagnostics;
using Akka.IO;
using Xunit.Abstractions;

namespace Runtime.Tests.IO;

public class ClockReceiveTimestampSpecs(ITestOutputHelper output)
    : TcpSpecs(output, "akka.io.tcp.receive-timestamps = clock")
{
    private static long Clock => (long)((Int128)Stopwatch.GetTimestamp() * 1_000_000_000 / Stopwatch.Frequency);

    [Fact]
    public async Task A_chunk_carries_the_time_when_it_was_read()
    {
        using var link = await AcceptAsync(pullMode: true);
        await link.Peer.SendAsync("x");
        var asked = Clock;

        link.Send(Tcp.ResumeReading.Instance);

        var timestamp = (await link.Handler.ExpectMsgAsync<Tcp.Received>()).Timestamp;
        Assert.Equal(Tcp.ReceiveTimestampSource.Clock, timestamp.Source);
        Assert.InRange(timestamp.Nanoseconds, asked, Clock);
        Assert.False(timestamp.MayBeLate);
    }
}
#endif
