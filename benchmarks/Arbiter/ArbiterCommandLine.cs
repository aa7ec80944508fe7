using System.CommandLine;
using Benchmarks.Fidelity;
using Benchmarks.Hostile;
using Benchmarks.Idle;
using Benchmarks.Journal;
using Benchmarks.Latency;
using Benchmarks.Plain;
using Benchmarks.Stamps;
using Benchmarks.Throughput;

namespace Benchmarks.Arbiter;

/// <summary>The command line of the benchmarks that run the arbiter in a process of its own.</summary>
internal static class ArbiterCommandLine
{
    private static readonly RootCommand Root = new("Measures the arbiter as a whole.")
    {
        FidelityCommand.Create(), StampsCommand.Create(), HostileCommand.Create(), JournalCommand.Create(),
        ThroughputCommand.Create(), LatencyCommand.Create(), ChurnCommand.Create(), IdleCommand.Create(),
        ServerCommand.Create(), PlainArbiterCommand.Create(),
    };

    /// <summary>Whether <paramref name="args"/> names one of them.</summary>
    public static bool Handles(string[] args) =>
        args is [var verb, ..] && Root.Subcommands.Any(command => command.Name == verb);

    /// <summary>Carries out a command line; the result is the exit code.</summary>
    public static int Run(string[] args)
    {
        var parsed = Root.Parse(args);
        if (parsed.Errors is not [var error, ..])
            return parsed.Invoke(new InvocationConfiguration { ProcessTerminationTimeout = null });
        Console.Error.WriteLine(error.Message);
        return ExitCodes.WrongUsage;
    }
}
