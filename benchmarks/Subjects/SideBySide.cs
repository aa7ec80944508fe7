using Benchmarks.Load;

namespace Benchmarks.Subjects;

/// <summary>One server of each kind, and with each all numbers of pairs, measured in turn.</summary>
/// <param name="options">What is measured.</param>
/// <param name="interrupted">Ends the measurement.</param>
internal sealed class SideBySide(RunOptions options, CancellationToken interrupted)
{
    /// <summary>What those say who stay connected: sessions, or clients of Redis.</summary>
    public static IRoundProtocol Persistent(ServerKind kind, int pairs) =>
        kind == ServerKind.Redis ? new RedisRounds(pairs) : new SessionRounds(pairs);

    /// <summary>Measures; the result is in the order of kinds, then of numbers of pairs, then of what they say.</summary>
    /// <param name="protocolsOf">What so many pairs say to a server of this kind: one after the other, if it is several things.</param>
    /// <exception cref="BenchmarkException">A server failed, or told something wrong.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public IReadOnlyList<SubjectRates> Measure(Func<ServerKind, int, IEnumerable<IRoundProtocol>> protocolsOf)
    {
        using var starter = new ServerStarter(interrupted);
        using var subjects = new SubjectSet(interrupted);
        foreach (var kind in options.Servers)
        {
            var server = starter.Start(kind);
            foreach (var pairs in options.Pairs)
            {
                foreach (var protocol in protocolsOf(kind, pairs))
                    subjects.Add(server, pairs, protocol);
            }
        }

        return subjects.Measure(options.Slice);
    }
}
