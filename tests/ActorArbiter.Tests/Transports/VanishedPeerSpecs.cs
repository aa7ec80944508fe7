using System.Globalization;
using System.Net;

namespace ActorArbiter.Tests.Transports;

/// <summary>That the connections of every transport are probed, as <see cref="KeepAliveSpecs"/> says how.</summary>
public sealed class VanishedPeerSpecs
{
    /// <summary>A keep-alive timer, as <c>/proc/net/tcp</c> calls it (proc(5), the column <c>tr</c>).</summary>
    private const string KeepAliveTimer = "02";

    [Theory]
    [EachTransport]
    public Task A_silent_connection_is_probed(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        if (!OperatingSystem.IsLinux())
            return;
        var (client, accepted) = await run.Listen().AcceptAsync();
        using (client)
        {
            await accepted.SendAllAsync("hello");
            await client.ExpectAsync("hello");

            // What was sent is acknowledged in its own time; until then another timer runs.
            run.AwaitAssert(() => Assert.Equal(KeepAliveTimer, TimerTowards(client.LocalEndPoint)));
        }
    });

    private static string TimerTowards(IPEndPoint client)
    {
        var address = BitConverter.ToUInt32(client.Address.GetAddressBytes());
        var remote = string.Create(CultureInfo.InvariantCulture, $"{address:X8}:{client.Port:X4}");
        var fields = File.ReadLines("/proc/net/tcp")
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Single(each => each[2] == remote);
        return fields[5].Split(':')[0];
    }
}
