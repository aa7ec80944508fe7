using System.CommandLine;
using Benchmarks.Load;
using Benchmarks.Subjects;

namespace Benchmarks.Throughput;

/// <summary>The command line of the measurement of rounds per second with a connection for each message.</summary>
internal static class ChurnCommand
{
    public static Command Create() => new LoadOptions([1, 16, 256, 1000], [ServerKind.Plain, ServerKind.Arbiter, ServerKind.AkkaIo])
        .ToCommand(
            "churn",
            "How many classic rounds a second, a connection for each message? Measures pairs of clients that connect, send, read to the "
            + "end and close, with an arbiter on plain .NET sockets, the arbiter, and the arbiter on Akka.NET's own TCP "
            + "(arbiter.transport = akka-io), in turn. Exits with 1 if a client was told something wrong.",
            Measure);

    private static void Measure(RunOptions options, CancellationToken interrupted) =>
        new RatesTable(Console.Out)
            .Write(new SideBySide(options, interrupted).Measure((_, pairs) => [new ClassicRounds(pairs)]));
}
