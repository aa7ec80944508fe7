using System.Diagnostics;
using System.Text;

namespace Benchmarks.Hostile.Scenarios;

/// <summary>
/// Sessions that watch a round in which a contender comes and goes all the time, and never read what they are told: they are
/// cut, and the contender does not wait for them.
/// </summary>
internal sealed class UnreadEvents : IScenario
{
    private const int Clients = 20;
    private const int ReceiveBuffer = 4096;
    private const int Batch = 100;
    private const string Round = "busy";

    private static readonly byte[] Watch = Encoding.ASCII.GetBytes($"WATCH {Round}\n");
    private static readonly string ComeAndGo =
        string.Concat(Enumerable.Repeat($"JOIN {Round} A of=3\nLEAVE\n", Batch)) + "PING done\n";

    public string Name => "unread-events";

    public async Task<string> RunAsync(Target target)
    {
        using var contender = await SessionClient.ConnectAsync(target.Classic, target.Patience).ConfigureAwait(false);
        var clients = new List<HostileClient>();
        try
        {
            for (var i = 0; i < Clients; i++)
            {
                clients.Add(await HostileClient.ConnectAsync(target.Classic, target.Patience, ReceiveBuffer).ConfigureAwait(false));
                await clients[i].TrySendAsync(Watch).ConfigureAwait(false);
            }

            await target.ConnectionsAsync(open => open > Clients).ConfigureAwait(false);
            var cut = target.ConnectionsAsync(open => open <= Bystanders.MostConnections);
            var (events, worst) = (0, TimeSpan.Zero);
            for (; !cut.IsCompleted; events += Batch)
            {
                var started = Stopwatch.GetTimestamp();
                await contender.SendAsync(ComeAndGo).ConfigureAwait(false);
                await contender.ReadToAsync("PONG done").ConfigureAwait(false);
                worst = new[] { worst, Stopwatch.GetElapsedTime(started) }.Max();
            }

            await cut.ConfigureAwait(false);
            return FormattableString.Invariant(
                $"{Clients} watchers cut within {events} events; {Batch} of them took the contender {worst.TotalMilliseconds:f0} ms at most");
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }
}
