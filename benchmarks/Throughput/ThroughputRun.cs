using Benchmarks.Arbiter;
using Benchmarks.Load;
using Benchmarks.Subjects;

namespace Benchmarks.Throughput;

/// <summary>The measurement as a whole: one server of each kind, and with each all numbers of pairs, in turn.</summary>
/// <param name="pairs">The numbers of pairs.</param>
/// <param name="slice">How long each plays in one go.</param>
/// <param name="interrupted">Ends the measurement.</param>
internal sealed class ThroughputRun(IReadOnlyList<int> pairs, TimeSpan slice, CancellationToken interrupted)
{
    /// <summary>Measures, and shows the results.</summary>
    /// <exception cref="BenchmarkException">A server failed, or told something wrong.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public void Measure(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("arbiter-benchmark-");
        try
        {
            using var subjects = new SubjectSet(interrupted);
            AddSessions(subjects, new PlainServer(interrupted));
            AddSessions(subjects, new ArbiterServer("arbiter", new ServerOptions(ServerOptions.Kernel), interrupted));
            if (RedisServer.IsThere)
            {
                var redis = RedisServer.Start(folder, isDurable: false, interrupted);
                foreach (var number in pairs)
                    subjects.Add(redis, number, new RedisRounds(number));
            }

            var rates = subjects.WarmUp();
            Turns.Play(rates, rate => rate.Measure(slice));
            subjects.End();
            new ThroughputTable(output).Write(rates);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void AddSessions(SubjectSet subjects, IServer server)
    {
        foreach (var number in pairs)
            subjects.Add(server, number, new SessionRounds(number));
    }
}
