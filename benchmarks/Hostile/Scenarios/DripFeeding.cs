using System.Diagnostics;
using System.Text;

namespace Benchmarks.Hostile.Scenarios;

/// <summary>Clients that send a byte every 100 ms and never end their line: all are told that they are too slow.</summary>
internal sealed class DripFeeding : IScenario
{
    private const int Clients = 200;

    private static readonly TimeSpan BetweenBytes = TimeSpan.FromMilliseconds(100);
    private static readonly byte[] Session = Encoding.ASCII.GetBytes("PING\n");
    private static readonly byte[] Drop = "x"u8.ToArray();

    public string Name => "drip-feeding";

    public async Task<string> RunAsync(Target target)
    {
        var started = Stopwatch.GetTimestamp();
        var clients = await HostileClient.ConnectAllAsync(Enumerable.Repeat(target.Classic, Clients), target.Patience)
            .ConfigureAwait(false);
        try
        {
            await Task.WhenAll(clients.Select((client, index) => DripAsync(client, isSession: index % 2 == 0)))
                .ConfigureAwait(false);
        }
        finally
        {
            foreach (var client in clients)
                client.Dispose();
        }

        return FormattableString.Invariant(
            $"{Clients} clients told too-slow, the last after {Stopwatch.GetElapsedTime(started).TotalSeconds:f1} s");
    }

    private static async Task DripAsync(HostileClient client, bool isSession)
    {
        var told = client.LastLineAsync();
        if (isSession)
            await client.TrySendAsync(Session).ConfigureAwait(false);
        using var timer = new PeriodicTimer(BetweenBytes);
        while (!told.IsCompleted && await client.TrySendAsync(Drop).ConfigureAwait(false))
            await Task.WhenAny(told, timer.WaitForNextTickAsync().AsTask()).ConfigureAwait(false);
        Expect.Error("too-slow", await told.ConfigureAwait(false));
    }
}
