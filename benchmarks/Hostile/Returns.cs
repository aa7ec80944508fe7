using Benchmarks.Processes;

namespace Benchmarks.Hostile;

/// <summary>Says whether a server is back where it was.</summary>
internal static class Returns
{
    /// <summary>
    /// What a server may hold more after a run than before the first, in bytes: code that is compiled anew, threads, and tables that keep
    /// the size they had at most. Of 9,000 connections it is 700 bytes each.
    /// </summary>
    public const long MostAfterRun = 6L << 20;

    /// <summary>
    /// What it may hold more after the second run than after the first, in bytes. What is not given back grows with each run; the rest
    /// is how much the same state differs from look to look.
    /// </summary>
    public const long MostBetweenRuns = 4L << 20;

    /// <summary>What did not return, a sentence each.</summary>
    /// <param name="runs">The runs of one scenario.</param>
    public static IEnumerable<string> Problems(IReadOnlyList<ScenarioResult> runs)
    {
        foreach (var run in runs.Where(run => run.After.Descriptors > run.Before.Descriptors))
            yield return $"{run.Scenario}: {run.After.Descriptors - run.Before.Descriptors} descriptors were not closed in run {run.Run}";
        foreach (var run in runs.Where(run => run.After.PrivateBytes > run.Before.PrivateBytes + MostAfterRun))
            yield return $"{run.Scenario}: {Grown(run.Before, run.After)} are left by run {run.Run}; at most {MostAfterRun >> 20} MB are wanted";
        foreach (var (first, second) in runs.Zip(runs.Skip(1)))
        {
            if (second.After.PrivateBytes > first.After.PrivateBytes + MostBetweenRuns)
                yield return $"{second.Scenario}: {Grown(first.After, second.After)} more are left by the same once more; at most {MostBetweenRuns >> 20} MB are wanted";
        }
    }

    private static string Grown(ProcessUsage from, ProcessUsage to) =>
        FormattableString.Invariant($"{to.Megabytes - from.Megabytes:f1} MB");
}
