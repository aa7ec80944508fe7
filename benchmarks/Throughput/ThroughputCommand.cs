using System.CommandLine;
using Benchmarks.Subjects;

namespace Benchmarks.Throughput;

/// <summary>The command line of the measurement of rounds per second on connections that stay open.</summary>
internal static class ThroughputCommand
{
    public static Command Create() => new LoadOptions(
            [1, 16, 256, 1000],
            [ServerKind.Plain, ServerKind.Arbiter, ServerKind.Transcript, ServerKind.AkkaIo, ServerKind.Redis])
        .ToCommand(
            "throughput",
            "How many rounds a second? Measures pairs of sessions that stay open, with an arbiter on plain .NET sockets, the arbiter "
            + "without and with its transcript, the arbiter on Akka.NET's own TCP (arbiter.transport = akka-io), and Redis where "
            + "redis-server is installed, in turn. Exits with 1 if a contender was told something wrong.",
            Measure);

    private static void Measure(RunOptions options, CancellationToken interrupted)
    {
        var rates = new SideBySide(options, interrupted).Measure((kind, pairs) => [SideBySide.Persistent(kind, pairs)]);
        new RatesTable(Console.Out).Write(rates);
        ThroughputNotes.Write(Console.Out, rates);
    }
}
