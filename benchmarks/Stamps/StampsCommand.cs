using System.CommandLine;
using Benchmarks.Arbiter;

namespace Benchmarks.Stamps;

/// <summary>The command line of the measurement of what receive stamps cost.</summary>
internal static class StampsCommand
{
    private static readonly Option<int> Pairs = new("--pairs")
    {
        HelpName = "N",
        Description = "How many times to measure both, with stamps and without.",
        DefaultValueFactory = _ => 15,
    };

    private static readonly Option<double> Seconds = new("--seconds")
    {
        HelpName = "N",
        Description = "How long to measure each rate; a server warms up as long before that.",
        DefaultValueFactory = _ => 1.5,
    };

    public static Command Create()
    {
        foreach (var option in new Option[] { Pairs, Seconds })
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens is [var token] && double.TryParse(token.Value, out var number) && !(number > 0))
                    result.AddError($"{option.Name} must be greater than 0");
            });
        }

        var command = new Command(
            "stamps",
            "What do the kernel's receive stamps cost? Measures rounds per second, a connection for each message, and echoed "
            + "messages per second on connections that stay open, with stamps (akka.io.tcp.receive-timestamps = kernel) and without "
            + "(off), in turn. Exits with 1 if the median with stamps is less than 0.95 of that without.")
        {
            Pairs, Seconds,
        };
        command.SetAction(parsed =>
        {
            var run = new StampsRun(parsed.GetValue(Pairs), TimeSpan.FromSeconds(parsed.GetValue(Seconds)));
            return Interruption.Run(interrupted => run.Measure(Console.Out, interrupted));
        });
        return command;
    }
}
