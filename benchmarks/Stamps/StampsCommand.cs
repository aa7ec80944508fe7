using System.CommandLine;
using Benchmarks.Arbiter;

namespace Benchmarks.Stamps;

/// <summary>The command line of the measurement of what receive stamps cost.</summary>
internal static class StampsCommand
{
    private static readonly Option<int> Pairs = new("--pairs")
    {
        HelpName = "N",
        Description = "How many pairs of servers to measure, one with stamps and one without.",
        DefaultValueFactory = _ => 15,
    };

    private static readonly Option<double> Seconds = new("--seconds")
    {
        HelpName = "N",
        Description = "How long to measure each rate of a server; it gets warm for 3 s before that.",
        DefaultValueFactory = _ => 1.5,
    };

    private const int Most = 600;

    public static Command Create()
    {
        foreach (var option in new Option[] { Pairs, Seconds })
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens is [var token] && double.TryParse(token.Value, out var number) && !(number > 0 && number <= Most))
                    result.AddError($"{option.Name} must be greater than 0, and at most {Most}");
            });
        }

        var command = new Command(
            "stamps",
            "What do the kernel's receive stamps cost? Measures rounds per second, a connection for each message, and echoed "
            + "messages per second on connections that stay open, with stamps (akka.io.tcp.receive-timestamps = kernel) and without "
            + "(off), in turn. Exits with 1 if the median of the pairs' ratios, with stamps to without, is less than 0.95 for either.")
        {
            Pairs, Seconds,
        };
        command.SetAction(parsed =>
        {
            var pairs = parsed.GetValue(Pairs);
            var time = TimeSpan.FromSeconds(parsed.GetValue(Seconds));
            return Interruption.Run(interrupted => new StampsRun(pairs, time, interrupted).Measure(Console.Out));
        });
        return command;
    }
}
