using Benchmarks.Load;
using Benchmarks.Processes;
using Benchmarks.Subjects;

namespace Benchmarks.Idle;

/// <summary>The measurement as a whole: for each kind of server and of connections a new server.</summary>
/// <param name="servers">The servers.</param>
/// <param name="connections">How many connections.</param>
/// <param name="interrupted">Ends the measurement.</param>
internal sealed class IdleRun(IReadOnlyList<ServerKind> servers, int connections, CancellationToken interrupted)
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
        using var starter = new ServerStarter(interrupted);
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
        var before = await CollectedAsync(server).ConfigureAwait(false);
        var rounds = new SessionRounds(connections / 2);
        var settling = new Settling(server, before.Descriptors, interrupted);
        using var load = new PairLoad(server.Address, connections / 2, rounds, interrupted, onConnected: pairs =>
        {
            if (pairs % PairsAtOnce == 0)
                settling.AwaitAccepted(2 * pairs);
        });
        settling.AwaitAccepted(connections);
        if (isJoined)
        {
            rounds.Requests = SessionRequests.Join;
            load.Announce();
            rounds.Requests = SessionRequests.Send;
        }

        settling.AwaitIdle();
        var usage = new IdleUsage(before, ProcessUsage.Of(server.Id), await CollectedAsync(server).ConfigureAwait(false));

        // Whether all of them were there, and had joined.
        load.Play(TimeSpan.Zero);
        server.End(played + load.Rounds);
        return usage;
    }

    /// <summary>Some rounds, so that the server has compiled and allocated what it needs for any.</summary>
    private long Play(IServer server)
    {
        using var load = new PairLoad(server.Address, WarmUpPairs, new SessionRounds(WarmUpPairs), interrupted);
        load.Play(WarmUp);
        return load.Rounds;
    }

    private Task<ProcessUsage> CollectedAsync(IServer server) => CollectedUsage.OfAsync(server.Id, server.Collect, interrupted);
}
