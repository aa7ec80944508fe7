using System.Diagnostics;
using Benchmarks.Processes;
using Benchmarks.Subjects;

namespace Benchmarks.Idle;

/// <summary>Waits for a server that connections were opened to.</summary>
/// <param name="server">The server.</param>
/// <param name="before">How many descriptors it had before.</param>
/// <param name="interrupted">Ends the waiting.</param>
internal sealed class Settling(IServer server, int before, CancellationToken interrupted)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan IdleSpan = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Timers and the clock's samples go on: this much of an idle span is nothing to do.</summary>
    private static readonly TimeSpan IdleTime = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until all of so many connections are accepted.</summary>
    /// <exception cref="BenchmarkException">It takes longer than a minute.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public void AwaitAccepted(int connections) =>
        Await(() => ProcessUsage.Of(server.Id).Descriptors >= before + connections, $"it has not accepted {connections} connections");

    /// <summary>Waits until it has nothing left to do.</summary>
    /// <inheritdoc cref="AwaitAccepted"/>
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
