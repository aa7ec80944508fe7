using System.CommandLine;
using Benchmarks.Subjects;

namespace Benchmarks.Arbiter;

/// <summary>What the command lines of the measurements with pairs of contenders share.</summary>
/// <param name="pairs">The numbers of pairs that are measured when none is named.</param>
/// <param name="servers">The servers that can be measured; all are when none is named.</param>
internal sealed class LoadOptions(int[] pairs, ServerKind[] servers)
{
    /// <summary>The most pairs: two descriptors each in the load's process and in the server's.</summary>
    private const int MostPairs = 4000;

    private const int MostSeconds = 60;

    /// <summary>The numbers of pairs, each once.</summary>
    public static Option<int[]> Pairs(int[] defaults)
    {
        var option = new Option<int[]>("--pairs")
        {
            HelpName = "N",
            AllowMultipleArgumentsPerToken = true,
            Description = $"How many pairs of contenders play at once, up to {MostPairs}; one measurement for each number.",
            DefaultValueFactory = _ => defaults,
        };
        option.Validators.Add(result =>
        {
            var numbers = result.Tokens.Select(token => int.TryParse(token.Value, out var number) ? number : 1).ToArray();
            if (numbers.Any(number => number is < 1 or > MostPairs))
                result.AddError($"--pairs must be from 1 to {MostPairs}");
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
        var (pairsOption, secondsOption, serversOption) = (Pairs(pairs), Seconds(), Servers());
        var command = new Command(name, description) { pairsOption, secondsOption, serversOption };
        command.SetAction(parsed =>
        {
            var options = new RunOptions(
                [.. ServerStarter.Available(parsed.GetValue(serversOption)!.Distinct())],
                parsed.GetValue(pairsOption)!,
                TimeSpan.FromSeconds(parsed.GetValue(secondsOption)));
            if (options.Servers.Count > 0)
                return Run(command, interrupted => measure(options, interrupted));
            Console.Error.WriteLine("there is no redis-server on the path");
            return ExitCodes.WrongUsage;
        });
        return command;
    }

    private Option<ServerKind[]> Servers()
    {
        var names = servers.Select(NameOf).ToArray();
        var option = new Option<ServerKind[]>("--servers")
        {
            HelpName = "NAME",
            AllowMultipleArgumentsPerToken = true,
            Description = $"What to measure, of {string.Join(", ", names)}; all without this. The first is what the others are compared with.",
            DefaultValueFactory = _ => servers,
            CustomParser = result => [.. result.Tokens.Select(token => servers.FirstOrDefault(kind => NameOf(kind) == token.Value))],
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => !names.Contains(token.Value)) is { } unknown)
                result.AddError($"--servers {unknown.Value}: it must be of {string.Join(", ", names)}");
        });
        return option;
    }

    private static string NameOf(ServerKind kind) => kind.ToString().ToLowerInvariant();
}
