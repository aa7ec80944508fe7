using Benchmarks.Load;
using Benchmarks.Subjects;

namespace Benchmarks.Throughput;

/// <summary>The measurement as a whole: one server of each kind, and with each all numbers of pairs, in turn.</summary>
/// <param name="options">What is measured.</param>
/// <param name="interrupted">Ends the measurement.</param>
internal sealed class ThroughputRun(RunOptions options, CancellationToken interrupted)
{
    /// <summary>Measures, and shows the results.</summary>
    /// <exception cref="BenchmarkException">A server failed, or told something wrong.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public void Measure(TextWriter output)
    {
        using var starter = new ServerStarter(interrupted);
        using var subjects = new SubjectSet(interrupted);
        foreach (var kind in options.Servers)
        {
            var server = starter.Start(kind);
            foreach (var pairs in options.Pairs)
                subjects.Add(server, pairs, kind == ServerKind.Redis ? new RedisRounds(pairs) : new SessionRounds(pairs));
        }

        var table = new RatesTable(output);
        var rates = subjects.Measure(options.Slice);
        table.Write(rates);
        table.WriteRatios(rates);
    }
}
