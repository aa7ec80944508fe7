namespace Benchmarks.Processes;

/// <summary>What a process holds when its garbage is collected.</summary>
internal static class CollectedUsage
{
    private const int Looks = 5;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>The least of some looks, each after a collection.</summary>
    /// <param name="process">The process.</param>
    /// <param name="collect">Has it collect all garbage and give memory back.</param>
    /// <param name="interrupted">Ends the looking.</param>
    /// <exception cref="BenchmarkException">The process has ended.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public static async Task<ProcessUsage> OfAsync(int process, Action collect, CancellationToken interrupted)
    {
        var least = new ProcessUsage(int.MaxValue, long.MaxValue, long.MaxValue);
        for (var look = 0; look < Looks; look++)
        {
            collect();
            await Task.Delay(BetweenLooks, interrupted).ConfigureAwait(false);
            least = ProcessUsage.Min(least, ProcessUsage.Of(process));
        }

        return least;
    }
}
