using System.CommandLine;
using Benchmarks.CommandLine;

namespace Benchmarks.Start;

/// <summary>The command line of the measurement of how long programs take to start.</summary>
internal static class StartCommand
{
    private const int MostRuns = 100;

    private static readonly Option<DirectoryInfo[]> Folders = new("--programs")
    {
        HelpName = "FOLDER",
        AllowMultipleArgumentsPerToken = true,
        Description = "Where the programs are, the server, the client, or both: the output of dotnet build or dotnet publish; several are "
            + "started in turn. [default: those that this program was built with]",
        DefaultValueFactory = _ => [new DirectoryInfo(AppContext.BaseDirectory)],
    };

    private static readonly Option<int> Runs = new("--runs")
    {
        HelpName = "N",
        Description = $"How often each is started, up to {MostRuns}, once it was started without being measured.",
        DefaultValueFactory = _ => 9,
    };

    public static Command Create()
    {
        Folders.Validators.Add(result =>
        {
            foreach (var folder in result.Tokens.Select(token => new DirectoryInfo(token.Value)).Where(folder => !HasProgram(folder)))
                result.AddError($"--programs {folder}: there is neither {BuiltProgram.Server} nor {BuiltProgram.Client}");
        });
        Runs.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && number is < 1 or > MostRuns)
                result.AddError($"--runs must be from 1 to {MostRuns}");
        });
        var command = new Command(
            "start",
            "How long does it take to start? Measures the server from the start of its process to its line that it is ready, without a "
            + "journal and with a new one, and the client from the start to the end of its process, with --version and with a round of "
            + "one against a server that runs. Exits with 1 if a program failed, or the client was told something wrong.")
        {
            Folders, Runs,
        };
        command.SetAction(parsed => Interruption.Run(interrupted =>
        {
            new StartRun(parsed.GetValue(Folders)!, parsed.GetValue(Runs), interrupted).Measure(Console.Out);
            return ExitCodes.Passed;
        }));
        return command;
    }

    private static bool HasProgram(DirectoryInfo folder) =>
        BuiltProgram.In(folder, BuiltProgram.Server) is not null || BuiltProgram.In(folder, BuiltProgram.Client) is not null;
}
