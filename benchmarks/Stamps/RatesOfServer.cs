using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Benchmarks.Arbiter;
using Benchmarks.Io;

namespace Benchmarks.Stamps;

/// <summary>Measures a new server, after it got warm.</summary>
internal static class RatesOfServer
{
    private const int EchoConnections = 8;
    private const int EchoBatch = 200 * EchoConnections;

    /// <exception cref="BenchmarkException">The server failed.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public static Rates Measure(ServerOptions options, TimeSpan time, CancellationToken interrupted)
    {
        using var server = ServerProcess.Start(options, interrupted);
        try
        {
            var rates = new Rates(MeasureRounds(server.Greeting, time), MeasureEcho(server.Echo, time));
            server.Stop();
            return rates;
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException)
        {
            interrupted.ThrowIfCancellationRequested();
            throw new BenchmarkException(e.Message);
        }
        catch (BenchmarkException)
        {
            interrupted.ThrowIfCancellationRequested();
            throw;
        }
    }

    private static double MeasureRounds(IPEndPoint server, TimeSpan time)
    {
        using var load = GreetingLoad.Start(server);
        Thread.Sleep(time);
        var (before, started) = (load.Played, Stopwatch.GetTimestamp());
        Thread.Sleep(time);
        var (after, elapsed) = (load.Played, Stopwatch.GetElapsedTime(started));
        load.Stop();
        return (after - before) / elapsed.TotalSeconds;
    }

    private static double MeasureEcho(IPEndPoint server, TimeSpan time)
    {
        // One message under way on each connection: then each is a read, and has a stamp, of its own.
        using var load = new EchoLoad(server, EchoConnections, inFlight: 1);
        Echo(load, time);
        return Echo(load, time);
    }

    private static double Echo(EchoLoad load, TimeSpan time)
    {
        var started = Stopwatch.GetTimestamp();
        var messages = 0L;
        while (Stopwatch.GetElapsedTime(started) < time)
        {
            load.RunAsync(EchoBatch).GetAwaiter().GetResult();
            messages += EchoBatch;
        }

        return messages / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
