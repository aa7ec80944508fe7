using System.Diagnostics;
using Benchmarks.Load;
using Benchmarks.Processes;
using Benchmarks.Subjects;

namespace Benchmarks.Idle;

/// <summary>The measurement as a whole: for each kind of server and of connections a new server.</summary>
/// <param name="servers">The servers.</param>
/// <param name="last">The build of the last version, if it is among them.</param>
/// <param name="connections">How many connections.</param>
/// <param name="time">How long to look at the processor time of an idle server.</param>
/// <param name="interrupted">Ends the measurement.</param>
internal sealed class IdleRun(
    IReadOnlyList<ServerKind> servers, Build? last, int connections, TimeSpan time, CancellationToken interrupted)
{
    private const int WarmUpPairs = 16;

    /// <summary>They fit the queue of connections that the server has not accepted yet.</summary>
    private const int PairsAtOnce = 500;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>Measures, and shows the results as they come.</summary>
    /// <exception cref="BenchmarkException">A server failed, or told something wrong.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public async Task MeasureAsync(TextWriter output)
    {
        DescriptorLimit.Require(connections);
        using var starter = new ServerStarter(last, interrupted);
        var table = new IdleTable(output, connections);
        table.WriteHead();
        foreach (var isJoined in new[] { false, true })
        {
            foreach (var kind in servers)
            {
                using var server = starter.Start(kind);
                table.Write(server.Name, isJoined, await MeasureAsync(server, isJoined).ConfigureAwait(false));
            }
        }
    }

    private async Task<IdleUsage> MeasureAsync(IServer server, bool isJoined)
    {
        var played = Play(server);
        var settling = new Settling(server, interrupted);
        settling.AwaitIdle();
        double? busyBefore = isJoined ? null : await BusyAsync(server).ConfigureAwait(false);
        var before = await CollectedAsync(server).ConfigureAwait(false);
        var rounds = new SessionRounds(connections / 2);
        using var load = new PairLoad(server.Address, connections / 2, rounds, interrupted, onConnected: pairs =>
        {
            if (pairs % PairsAtOnce == 0)
                settling.AwaitDescriptors(before.Descriptors + (2 * pairs));
        });
        settling.AwaitDescriptors(before.Descriptors + connections);
        if (isJoined)
        {
            rounds.Requests = SessionRequests.Join;
            load.Announce();
            rounds.Requests = SessionRequests.Send;
        }

        settling.AwaitIdle();
        var with = ProcessUsage.Of(server.Id);
        double? busyWith = isJoined ? null : await BusyAsync(server).ConfigureAwait(false);
        var collected = await CollectedAsync(server).ConfigureAwait(false);

        // Whether all of them were there, and had joined.
        load.Play(TimeSpan.Zero);
        server.End(played + load.Rounds);
        return new IdleUsage(before, with, collected, busyBefore, busyWith);
    }

    /// <summary>Some rounds, so that the server has compiled and allocated what it needs for any.</summary>
    private long Play(IServer server)
    {
        using var load = new PairLoad(server.Address, WarmUpPairs, new SessionRounds(WarmUpPairs), interrupted);
        load.Play(WarmUp);
        return load.Rounds;
    }

    private Task<ProcessUsage> CollectedAsync(IServer server) => CollectedUsage.OfAsync(server.Id, server.Collect, interrupted);

    /// <summary>The share of a core that a server uses while nobody asks it anything.</summary>
    private async Task<double> BusyAsync(IServer server)
    {
        var (used, started) = (server.ProcessorTime, Stopwatch.GetTimestamp());
        await Task.Delay(time, interrupted).ConfigureAwait(false);
        return (server.ProcessorTime - used) / Stopwatch.GetElapsedTime(started);
    }
}
