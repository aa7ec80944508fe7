using System.Diagnostics;
using Benchmarks.Processes;

namespace Benchmarks.Fidelity;

/// <summary>Sends the two messages of a round from one thread, so far apart.</summary>
internal sealed class SpacedSends(int gapMicroseconds, Random random, ServerPauses? pauses)
{
    private const int PauseInEvery = 10;

    private readonly long _gap = gapMicroseconds * Stopwatch.Frequency / 1_000_000;

    /// <summary>Waits for 300 to 600 us, and sends both. The result is the gap as it was, in microseconds.</summary>
    public double Send(ClientConnection first, byte[] firstLine, ClientConnection second, byte[] secondLine, int number)
    {
        Posix.Sleep(random.Next(300, 601));
        first.Send(firstLine);
        var sent = Stopwatch.GetTimestamp();
        if (number % PauseInEvery == 0)
            pauses?.StopNow();
        var now = sent;
        while (now - sent < _gap)
            now = Stopwatch.GetTimestamp();
        var gap = Stopwatch.GetElapsedTime(sent);
        second.Send(secondLine);
        return gap.TotalMicroseconds;
    }
}
