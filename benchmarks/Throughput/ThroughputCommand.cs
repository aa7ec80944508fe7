using System.CommandLine;
using Benchmarks.Arbiter;

namespace Benchmarks.Throughput;

/// <summary>The command line of the measurement of rounds per second on connections that stay open.</summary>
internal static class ThroughputCommand
{
    private static readonly Option<int[]> Pairs = LoadOptions.Pairs(1, 16, 256, 1000);
    private static readonly Option<double> Seconds = LoadOptions.Seconds();

    public static Command Create()
    {
        var command = new Command(
            "throughput",
            "How many rounds a second? Measures pairs of sessions that stay open, with the arbiter, with an arbiter on plain .NET "
            + "sockets and, where redis-server is installed, with Redis, in turn. Exits with 1 if a contender was told something "
            + "wrong.")
        {
            Pairs, Seconds,
        };
        command.SetAction(parsed => LoadOptions.Run(parsed.CommandResult.Command, interrupted =>
            new ThroughputRun(parsed.GetValue(Pairs)!, TimeSpan.FromSeconds(parsed.GetValue(Seconds)), interrupted)
                .Measure(Console.Out)));
        return command;
    }
}
