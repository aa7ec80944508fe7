using System.Diagnostics;
using System.Net;
using Benchmarks.Io;

namespace Benchmarks.Stamps;

/// <summary>Counts messages that are sent back on connections that stay open.</summary>
internal sealed class EchoWorkload(IPEndPoint server) : IWorkload, IDisposable
{
    private const int Connections = 8;
    private const int Batch = 100 * Connections;

    // One message under way on each connection: then each is a read, and has a stamp, of its own.
    private readonly EchoLoad _load = new(server, Connections, inFlight: 1);

    public double Run(TimeSpan time)
    {
        var started = Stopwatch.GetTimestamp();
        var messages = 0L;
        while (Stopwatch.GetElapsedTime(started) < time)
        {
            _load.RunAsync(Batch).GetAwaiter().GetResult();
            messages += Batch;
        }

        return messages / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public void Dispose() => _load.Dispose();
}
