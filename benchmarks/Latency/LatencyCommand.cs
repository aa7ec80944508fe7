using System.CommandLine;
using Benchmarks.Arbiter;
using Benchmarks.Subjects;

namespace Benchmarks.Latency;

/// <summary>The command line of the measurement of how long a round takes.</summary>
internal static class LatencyCommand
{
    public static Command Create() => new LoadOptions([1, 16, 256, 1000], [ServerKind.Plain, ServerKind.Arbiter, ServerKind.Redis])
        .ToCommand(
            "latency",
            "How long does a round take, from just before its first message is sent until both contenders were told? Measures pairs that "
            + "play one round after the other, in sessions that stay open and with a connection for each message, with an arbiter on "
            + "plain .NET sockets, the arbiter and, in sessions and where redis-server is installed, Redis, in turn. Exits with 1 if a "
            + "contender was told something wrong.",
            (options, interrupted) => new LatencyRun(options, interrupted).Measure(Console.Out));
}
