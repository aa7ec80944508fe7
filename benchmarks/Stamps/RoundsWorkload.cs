using System.Diagnostics;
using System.Net;
using Benchmarks.Arbiter;

namespace Benchmarks.Stamps;

/// <summary>Counts rounds: greeting rounds of two, a connection for each message.</summary>
internal sealed class RoundsWorkload(IPEndPoint server) : IWorkload
{
    private const int Threads = 8;

    public Measured Run(TimeSpan time)
    {
        using var load = GreetingLoad.Start(server, Threads);
        var (before, started) = (load.Played, Stopwatch.GetTimestamp());
        Thread.Sleep(time);
        var measured = new Measured(load.Played - before, Stopwatch.GetElapsedTime(started));
        load.Stop();
        return measured;
    }
}
