using System.Diagnostics;
using Benchmarks.Processes;

namespace Benchmarks.Start;

/// <summary>The client, until it ends.</summary>
/// <param name="name">What it is called in the table.</param>
/// <param name="program">The client.</param>
/// <param name="arguments">What it is asked to do.</param>
/// <param name="isTold">Whether a line that it prints says that it did it.</param>
internal sealed class ClientStart(
    string name, BuiltProgram program, IEnumerable<string> arguments, Predicate<string> isTold) : IStart
{
    public string Name => name;

    public TimeSpan Measure(CancellationToken interrupted)
    {
        var start = new ChildStart(
            "the client", program.File, [.. program.Arguments, .. arguments], new DirectoryInfo(Path.GetTempPath()), isTold);
        var started = Stopwatch.GetTimestamp();
        using var client = ChildProcess.Start(start, interrupted);
        client.AwaitEnd();
        return Stopwatch.GetElapsedTime(started);
    }
}
