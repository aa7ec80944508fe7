using System.Diagnostics;
using System.Net;
using Benchmarks.Arbiter;

namespace Benchmarks.Stamps;

/// <summary>Counts rounds: greeting rounds of two, a connection for each message.</summary>
internal sealed class RoundsWorkload(IPEndPoint server) : IWorkload
{
    private const int Threads = 8;

    public double Run(TimeSpan time)
    {
        using var load = GreetingLoad.Start(server, Threads);
        var (before, started) = (load.Played, Stopwatch.GetTimestamp());
        Thread.Sleep(time);
        var rate = (load.Played - before) / Stopwatch.GetElapsedTime(started).TotalSeconds;
        load.Stop();
        return rate;
    }
}
