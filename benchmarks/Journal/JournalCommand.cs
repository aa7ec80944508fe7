using System.CommandLine;
using Benchmarks.Arbiter;

namespace Benchmarks.Journal;

/// <summary>The command line of the measurement of what the journal costs.</summary>
internal static class JournalCommand
{
    private const int MostPairs = 450;

    private static readonly Option<int[]> Pairs = new("--pairs")
    {
        HelpName = "N",
        AllowMultipleArgumentsPerToken = true,
        Description = $"How many pairs of contenders play at once, up to {MostPairs}; one measurement for each number.",
        DefaultValueFactory = _ => [16, 256],
    };

    private static readonly Option<double> Seconds = new("--seconds")
    {
        HelpName = "N",
        Description = "How long a server plays in one go, up to 60; it does so five times.",
        DefaultValueFactory = _ => 3,
    };

    private static readonly Option<DirectoryInfo> Folder = new("--folder")
    {
        HelpName = "DIR",
        Description = "Where the files are, up to 1 GB. They are deleted at the end. [default: the folder of temporary files]",
        DefaultValueFactory = _ => new DirectoryInfo(Path.GetTempPath()),
    };

    public static Command Create()
    {
        Pairs.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (int.TryParse(token.Value, out var number) && number is < 1 or > MostPairs)
                    result.AddError($"--pairs must be from 1 to {MostPairs}");
            }
        });
        Seconds.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && double.TryParse(token.Value, out var number) && !(number is > 0 and <= 60))
                result.AddError("--seconds must be greater than 0, and at most 60");
        });
        Folder.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Directory.Exists(token.Value))
                result.AddError($"--folder {token.Value}: there is no such folder");
        });
        var command = new Command(
            "journal",
            "What does the journal cost? Measures rounds per second of pairs of sessions that stay open, with the journal and "
            + "without, in turn, beside the time of a sync in the same folder and, where redis-server is installed, Redis with "
            + "appendfsync always. Exits with 1 if a contender was told something wrong.")
        {
            Pairs, Seconds, Folder,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (!OperatingSystem.IsLinux())
        {
            Console.Error.WriteLine("journal needs Linux, whose epoll the load is built on");
            return ExitCodes.WrongUsage;
        }

        var folder = parsed.GetValue(Folder)!;
        if (FileSystem.TypeOf(folder) is var type && FileSystem.IsInMemory(type))
        {
            Console.Error.WriteLine(
                $"{folder.FullName} is in memory ({type}), where a sync costs nothing: name a folder on a disk with --folder");
            return ExitCodes.WrongUsage;
        }

        var slice = TimeSpan.FromSeconds(parsed.GetValue(Seconds));
        return Interruption.Run(interrupted =>
        {
            new JournalRun(parsed.GetValue(Pairs)!, slice, folder, interrupted).Measure(Console.Out);
            return ExitCodes.Passed;
        });
    }
}
