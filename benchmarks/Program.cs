using System.CommandLine;
using Benchmarks.Arbiter;
using Benchmarks.CommandLine;
using Benchmarks.Fidelity;
using Benchmarks.Hostile;
using Benchmarks.Idle;
using Benchmarks.Journal;
using Benchmarks.Latency;
using Benchmarks.Plain;
using Benchmarks.Start;
using Benchmarks.Throughput;

var root = new RootCommand("Measures the arbiter as a whole, in processes of its own.")
{
    FidelityCommand.Create(), ThroughputCommand.Create(), LatencyCommand.Create(), ChurnCommand.Create(), StampsCommand.Create(),
    JournalCommand.Create(), IdleCommand.Create(), StartCommand.Create(), HostileCommand.Create(), ServerCommand.Create(),
    PlainArbiterCommand.Create(),
};
var parsed = root.Parse(args);
if (parsed.Errors is [var error, ..])
{
    Console.Error.WriteLine(error.Message);
    return ExitCodes.WrongUsage;
}

// Signals are the measurements' business: System.CommandLine would cut their end short after two seconds.
return parsed.Invoke(new InvocationConfiguration { ProcessTerminationTimeout = null });
