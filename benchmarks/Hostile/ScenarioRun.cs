using System.Globalization;
using System.Net.Sockets;
using Benchmarks.Arbiter;
using Benchmarks.Processes;

namespace Benchmarks.Hostile;

/// <summary>Plays one scenario twice against a server of its own, and looks at what the server holds before and after.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="interrupted">Ends all at once.</param>
internal sealed class ScenarioRun(IScenario scenario, CancellationToken interrupted)
{
    /// <summary>How many decided rounds the server remembers: as many are decided before anything is weighed.</summary>
    private const int DecidedRounds = 1000;

    private const string Settings = """
        arbiter.max-connections = 10000
        arbiter.decided-rounds = 1000
        arbiter.quiet-time = 2s
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    /// <summary>The results of both runs, as they come.</summary>
    /// <exception cref="BenchmarkException">The server did not do what it has to do.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public async IAsyncEnumerable<ScenarioResult> PlayAsync()
    {
        using var server = ServerProcess.Start(new ServerOptions { Settings = Settings }, interrupted);
        var rest = await CollectedAsync(server).ConfigureAwait(false);
        await WarmUpAsync(server).ConfigureAwait(false);
        var before = await CollectedAsync(server).ConfigureAwait(false);
        for (var run = 1; run <= 2; run++)
            yield return await PlayAsync(server, run, rest, before).ConfigureAwait(false);
        server.Stop();
    }

    private async Task<ScenarioResult> PlayAsync(ServerProcess server, int run, ProcessUsage rest, ProcessUsage before)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        patience.CancelAfter(Patience);
        await using var peak = new UsagePeak(server.Id);
        await using var bystanders = new Bystanders(server.Classic, $"{scenario.Name}-{run}", interrupted);
        string did;
        try
        {
            did = await scenario.RunAsync(new Target(server, before, patience.Token)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            interrupted.ThrowIfCancellationRequested();
            throw new BenchmarkException($"{scenario.Name}: {e.Message}");
        }

        var (rounds, worst) = await bystanders.EndAsync().ConfigureAwait(false);
        await Task.Delay(Rest, interrupted).ConfigureAwait(false);
        var left = ProcessUsage.Of(server.Id);
        return new ScenarioResult
        {
            Scenario = scenario.Name,
            Run = run,
            Did = did,
            Rounds = rounds,
            WorstRound = worst,
            Rest = rest,
            Before = before,
            Peak = await peak.EndAsync().ConfigureAwait(false),
            Left = left,
            After = await CollectedAsync(server).ConfigureAwait(false),
        };
    }

    /// <summary>Decides as many rounds as the server remembers, and plays some of those that are played beside the scenario.</summary>
    private async Task WarmUpAsync(ServerProcess server)
    {
        using var client = await SessionClient.ConnectAsync(server.Classic, interrupted).ConfigureAwait(false);
        for (var number = 0; number < DecidedRounds; number++)
        {
            var round = number.ToString(CultureInfo.InvariantCulture);
            await client.SendAsync($"JOIN {round} X of=1\nSEND x\n").ConfigureAwait(false);
            await client.ReadToAsync($"VERDICT {round} ").ConfigureAwait(false);
        }

        await using var bystanders = new Bystanders(server.Classic, "warm-up", interrupted);
        await Task.Delay(Rest, interrupted).ConfigureAwait(false);
        await bystanders.EndAsync().ConfigureAwait(false);
    }

    private Task<ProcessUsage> CollectedAsync(ServerProcess server) =>
        CollectedUsage.OfAsync(server.Id, server.Collect, interrupted);
}
