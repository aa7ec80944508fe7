using System.CommandLine;
using Benchmarks.Load;
using Benchmarks.Subjects;

namespace Benchmarks.Latency;

/// <summary>The command line of the measurement of how long a round takes.</summary>
internal static class LatencyCommand
{
    public static Command Create() => new LoadOptions(
            [1, 16, 256, 1000], [ServerKind.Plain, ServerKind.Arbiter, ServerKind.AkkaIo, ServerKind.Redis])
        .ToCommand(
            "latency",
            "How long does a round take, from just before its first message is sent until both contenders were told? Measures pairs that "
            + "play one round after the other, in sessions that stay open and with a connection for each message, with an arbiter on "
            + "plain .NET sockets, the arbiter, the arbiter on Akka.NET's own TCP (arbiter.transport = akka-io) and, in sessions and "
            + "where redis-server is installed, Redis, in turn. Exits with 1 if a contender was told something wrong.",
            Measure);

    private static void Measure(RunOptions options, CancellationToken interrupted) =>
        new LatencyTable(Console.Out).Write(new SideBySide(options, interrupted).Measure(ProtocolsOf));

    private static IEnumerable<IRoundProtocol> ProtocolsOf(ServerKind kind, int pairs)
    {
        yield return SideBySide.Persistent(kind, pairs);
        if (kind != ServerKind.Redis)
            yield return new ClassicRounds(pairs);
    }
}
