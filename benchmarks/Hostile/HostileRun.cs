using Benchmarks.CommandLine;

namespace Benchmarks.Hostile;

/// <summary>The measurement as a whole: scenario by scenario, each against a new server.</summary>
internal sealed class HostileRun(IReadOnlyList<IScenario> scenarios, CancellationToken interrupted)
{
    /// <summary>Plays, and shows the results as they come; the result is the exit code.</summary>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public async Task<int> PlayAsync(TextWriter output)
    {
        var table = new HostileTable(output);
        var problems = new List<string>();
        table.WriteHead();
        foreach (var scenario in scenarios)
        {
            try
            {
                var results = new List<ScenarioResult>();
                await foreach (var result in new ScenarioRun(scenario, interrupted).PlayAsync().ConfigureAwait(false))
                {
                    table.Write(result);
                    results.Add(result);
                }

                problems.AddRange(Returns.Problems(results));
            }
            catch (BenchmarkException e)
            {
                interrupted.ThrowIfCancellationRequested();
                problems.Add($"{scenario.Name}: {e.Message}");
            }
        }

        output.WriteLine();
        foreach (var problem in problems)
            output.WriteLine($"failed: {problem}");
        if (problems.Count > 0)
            return ExitCodes.Failed;
        output.WriteLine("passed");
        return ExitCodes.Passed;
    }
}
