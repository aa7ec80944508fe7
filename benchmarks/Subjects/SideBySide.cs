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

    /// <summary>
    /// Measures; the result is in the order of numbers of pairs, then of what they say, then of servers. That is also the order in which
    /// they play, so that what is compared is played within the same seconds.
    /// </summary>
    /// <param name="protocolsOf">What so many pairs say to a server of this kind: one after the other, if it is several things.</param>
    /// <exception cref="BenchmarkException">A server failed, or told something wrong.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public IReadOnlyList<SubjectRates> Measure(Func<ServerKind, int, IEnumerable<IRoundProtocol>> protocolsOf)
    {
        using var starter = new ServerStarter(options.Last, interrupted);
        using var subjects = new SubjectSet(interrupted);
        var servers = options.Servers.Select(kind => subjects.Own(starter.Start(kind))).ToArray();
        foreach (var pairs in options.Pairs)
        {
            var conversations =
                from server in servers
                from protocol in protocolsOf(server.Kind, pairs)
                orderby protocol.IsSession descending
                select (Server: server, Protocol: protocol);
            foreach (var (server, protocol) in conversations)
                subjects.Add(server, pairs, protocol);
        }

        return subjects.Measure(options.Slice);
    }
}
