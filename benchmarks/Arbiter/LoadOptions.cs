using System.CommandLine;

namespace Benchmarks.Arbiter;

/// <summary>What the command lines of the measurements with pairs of contenders share.</summary>
internal static class LoadOptions
{
    /// <summary>The most pairs: two descriptors each in the load's process and in the server's.</summary>
    public const int MostPairs = 4000;

    private const int MostSeconds = 60;

    /// <param name="defaults">The numbers of pairs that are measured when none is named.</param>
    public static Option<int[]> Pairs(params int[] defaults)
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
            foreach (var token in result.Tokens)
            {
                if (int.TryParse(token.Value, out var number) && number is < 1 or > MostPairs)
                    result.AddError($"--pairs must be from 1 to {MostPairs}");
            }

            if (result.Tokens.GroupBy(token => token.Value).Any(same => same.Count() > 1))
                result.AddError("--pairs must name each number once");
        });
        return option;
    }

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
}
