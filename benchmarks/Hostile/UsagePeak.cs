using Benchmarks.Processes;

namespace Benchmarks.Hostile;

/// <summary>The most that a process holds at once, looked at ten times a second.</summary>
internal sealed class UsagePeak : IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _end = new();
    private readonly Task<ProcessUsage> _watching;

    public UsagePeak(int process) => _watching = WatchAsync(process);

    /// <summary>Ends to look.</summary>
    /// <exception cref="BenchmarkException">The process has ended.</exception>
    public async Task<ProcessUsage> EndAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        return await _watching.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await ((Task)_watching).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task<ProcessUsage> WatchAsync(int process)
    {
        var peak = ProcessUsage.Of(process);
        while (!_end.IsCancellationRequested)
        {
            await Task.Delay(BetweenLooks, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            peak = ProcessUsage.Max(peak, ProcessUsage.Of(process));
        }

        return peak;
    }
}
