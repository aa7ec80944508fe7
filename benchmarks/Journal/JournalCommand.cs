using System.CommandLine;
using Benchmarks.CommandLine;
using Benchmarks.Processes;
using Benchmarks.Subjects;

namespace Benchmarks.Journal;

/// <summary>The command line of the measurement of what the journal costs.</summary>
internal static class JournalCommand
{
    private static readonly Option<int[]> Pairs = LoadOptions.Pairs([16, 256]);
    private static readonly Option<double> Seconds = LoadOptions.Seconds();

    private static readonly Option<Build?> Last = LastVersion.Option();

    private static readonly Option<DirectoryInfo> Folder = new("--folder")
    {
        HelpName = "DIR",
        Description = "Where the files are, up to 1 GB. They are deleted at the end. [default: the folder of temporary files]",
        DefaultValueFactory = _ => new DirectoryInfo(Path.GetTempPath()),
    };

    public static Command Create()
    {
        Folder.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Directory.Exists(token.Value))
                result.AddError($"--folder {token.Value}: there is no such folder");
        });
        var command = new Command(
            "journal",
            "What does the journal cost? Measures rounds per second of pairs of sessions that stay open, without the journal and "
            + "with it, in turn, beside the time of a sync in the same folder and, where redis-server is installed, Redis with "
            + "appendfsync always. Exits with 1 if a contender was told something wrong.")
        {
            Pairs, Seconds, Last, Folder,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var folder = parsed.GetValue(Folder)!;
        if (OperatingSystem.IsLinux() && FileSystem.TypeOf(folder) is var type && FileSystem.IsInMemory(type))
        {
            Console.Error.WriteLine(
                $"{folder.FullName} is in memory ({type}), where a sync costs nothing: name a folder on a disk with --folder");
            return ExitCodes.WrongUsage;
        }

        var slice = TimeSpan.FromSeconds(parsed.GetValue(Seconds));
        return LoadOptions.Run(parsed.CommandResult.Command, interrupted =>
            new JournalRun(parsed.GetValue(Pairs)!, parsed.GetValue(Last), slice, folder, interrupted).Measure(Console.Out));
    }
}
