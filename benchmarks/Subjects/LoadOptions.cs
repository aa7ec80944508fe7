using System.CommandLine;
using Benchmarks.CommandLine;
using Benchmarks.Processes;

namespace Benchmarks.Subjects;

/// <summary>What the command lines of the measurements with pairs of contenders share.</summary>
/// <param name="pairs">The numbers of pairs that are measured when none is named.</param>
/// <param name="servers">The servers that can be measured; all are when none is named.</param>
internal sealed class LoadOptions(int[] pairs, ServerKind[] servers)
{
    /// <summary>The most pairs: all their connections fit the queue of those that a server has not accepted yet, 4,096.</summary>
    private const int MostPairs = 2000;

    private const int MostSeconds = 60;

    /// <summary>The numbers of pairs, each once.</summary>
    public static Option<int[]> Pairs(int[] defaults)
    {
        var option = new Option<int[]>("--pairs")
        {
            HelpName = "N",
            AllowMultipleArgumentsPerToken = true,
            Description = $"How many pairs of contenders play at once, up to {MostPairs} in all; one measurement for each number.",
            DefaultValueFactory = _ => defaults,
        };
        option.Validators.Add(result =>
        {
            var numbers = result.Tokens.Select(token => int.TryParse(token.Value, out var number) ? number : 1).ToArray();
            if (numbers.Any(number => number < 1) || numbers.Sum(number => (long)number) > MostPairs)
                result.AddError($"--pairs must be 1 and more, and at most {MostPairs} in all");
            else if (numbers.Distinct().Count() < numbers.Length)
                result.AddError("--pairs must name a number once");
        });
        return option;
    }

    /// <summary>How long a slice is.</summary>
    public static Option<double> Seconds()
    {
        var option = new Option<double>("--seconds")
        {
            HelpName = "N",
            Description = $"How long a server plays in one go, up to {MostSeconds}; it does so five times.",
            DefaultValueFactory = _ => 3,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && double.TryParse(token.Value, out var number) && !(number is > 0 and <= MostSeconds))
                result.AddError($"--seconds must be greater than 0, and at most {MostSeconds}");
        });
        return option;
    }

    /// <summary>Runs a measurement that passes if it comes to its end; the result is the exit code.</summary>
    public static int Run(Command command, Action<CancellationToken> measure)
    {
        if (!OperatingSystem.IsLinux())
        {
            Console.Error.WriteLine($"{command.Name} needs Linux, whose epoll the load is built on");
            return ExitCodes.WrongUsage;
        }

        return Interruption.Run(interrupted =>
        {
            measure(interrupted);
            return ExitCodes.Passed;
        });
    }

    /// <summary>A command with all of these options.</summary>
    public Command ToCommand(string name, string description, Action<RunOptions, CancellationToken> measure)
    {
        var (pairsOption, secondsOption, serversOption, lastOption) = (Pairs(pairs), Seconds(), Servers(servers), LastVersion.Option());
        var command = new Command(name, description) { pairsOption, secondsOption, serversOption, lastOption };
        command.SetAction(parsed =>
        {
            var last = parsed.GetValue(lastOption);
            var options = new RunOptions(
                SelectedBy(parsed.GetValue(serversOption)!, last), last, parsed.GetValue(pairsOption)!, TimeSpan.FromSeconds(parsed.GetValue(secondsOption)));
            if (options.Servers.Count > 0)
            {
                return Run(command, interrupted =>
                {
                    DescriptorLimit.Require(2 * options.Pairs.Sum() * options.Servers.Count);
                    measure(options, interrupted);
                });
            }

            Console.Error.WriteLine("there is no redis-server on the path");
            return ExitCodes.WrongUsage;
        });
        return command;
    }

    /// <summary>Which servers are measured.</summary>
    public static Option<string[]> Servers(IEnumerable<ServerKind> kinds)
    {
        var option = new Option<string[]>("--servers")
        {
            HelpName = "NAME",
            AllowMultipleArgumentsPerToken = true,
            Description = "What to measure; the others are compared with the first.",
            DefaultValueFactory = _ => [.. kinds.Select(kind => kind.Word())],
        };
        option.AcceptOnlyFromAmong([.. kinds.Select(kind => kind.Word())]);
        return option;
    }

    /// <summary>The servers that are named and can be started, each once; with a last version that one comes behind the first.</summary>
    public static IReadOnlyList<ServerKind> SelectedBy(IEnumerable<string> names, Build? last)
    {
        var kinds = ServerStarter.Available(names.Distinct().Select(ServerKinds.NamedBy)).ToList();
        if (last is not null && kinds.Count > 0)
            kinds.Insert(1, ServerKind.Last);
        return kinds;
    }
}
