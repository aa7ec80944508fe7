using System.Diagnostics;
using Benchmarks.Processes;
using Benchmarks.Subjects;

namespace Benchmarks.Idle;

/// <summary>Waits for a server.</summary>
/// <param name="server">The server.</param>
/// <param name="interrupted">Ends the waiting.</param>
internal sealed class Settling(IServer server, CancellationToken interrupted)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan IdleSpan = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>This much of an idle span is nothing to do: a scheduler that wakes up every 10 ms takes half of it.</summary>
    private static readonly TimeSpan IdleTime = TimeSpan.FromMilliseconds(60);

    /// <summary>Waits until it has so many descriptors: until it accepted what it was asked to.</summary>
    /// <exception cref="BenchmarkException">It takes longer than a minute.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public void AwaitDescriptors(int descriptors) =>
        Await(() => ProcessUsage.Of(server.Id).Descriptors >= descriptors, $"it has less than {descriptors} descriptors");

    /// <summary>Waits until it has nothing left to do.</summary>
    /// <inheritdoc cref="AwaitDescriptors"/>
    public void AwaitIdle() => Await(
        () =>
        {
            var used = server.ProcessorTime;
            Thread.Sleep(IdleSpan);
            return server.ProcessorTime - used < IdleTime;
        },
        "it is busy");

    private void Await(Func<bool> isThere, string otherwise)
    {
        var started = Stopwatch.GetTimestamp();
        while (!isThere())
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
                throw new BenchmarkException($"{server.Name}: {otherwise} after {Patience.TotalSeconds} s");
            Thread.Sleep(BetweenLooks);
            interrupted.ThrowIfCancellationRequested();
        }
    }
}
