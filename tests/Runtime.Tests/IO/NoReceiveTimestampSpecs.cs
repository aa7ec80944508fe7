#if !AKKA_PACKAGES // 1.5.30 has no timestamps of received bytes.
using Akka.IO;
using Xunit.Abstractions;

namespace Runtime.Tests.IO;

public class NoReceiveTimestampSpecs(ITestOutputHelper output)
    : TcpSpecs(output, "akka.io.tcp.receive-timestamps = off")
{
    [Fact]
    public async Task A_chunk_carries_no_timestamp()
    {
        using var link = await AcceptAsync();

        await link.Peer.SendAsync("x");

        Assert.Equal(default, (await link.Handler.ExpectMsgAsync<Tcp.Received>()).Timestamp);
    }

    [Fact]
    public async Task A_chunk_is_no_larger_than_what_a_connection_holds_room_for()
    {
        using var link = await AcceptAsync();
        var bytes = Pattern(20_000);
        await link.Peer.SendAsync(bytes);

        var received = ByteString.Empty;
        while (received.Count < bytes.Length)
        {
            var chunk = (await link.Handler.ExpectMsgAsync<Tcp.Received>()).Data;
            Assert.InRange(chunk.Count, 1, 4 * 1024);
            received += chunk;
        }

        Assert.Equal(bytes, received.ToArray());
    }
}
#endif
