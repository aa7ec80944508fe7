using System.CommandLine;
using ActorArbiter.Journal;
using ActorArbiter.Settings;

namespace ActorArbiter.CommandLine;

/// <summary>A command that reads the journal which a server writes, or wrote.</summary>
internal static class JournalCommand
{
    /// <param name="name">What it is called.</param>
    /// <param name="description">What it does, for the help text.</param>
    /// <param name="options">Its own options; it gets those that say which journal.</param>
    /// <param name="run">
    /// Does it. May throw <see cref="JournalException"/>, <see cref="FormatException"/> when a record makes no sense, and
    /// <see cref="IOException"/> when the output cannot be written.
    /// </param>
    public static Command Create(
        string name,
        string description,
        IEnumerable<Option> options,
        Action<JournalReader, ParseResult, CommandOutput> run)
    {
        var journal = new Option<string>("--journal")
        {
            HelpName = "FILE",
            Description = "The journal to read. [default: the server's, arbiter-journal.db]",
        };
        var config = new Option<string>("--config")
        {
            HelpName = "FILE",
            Description = "Read from FILE (HOCON) where the server's journal is.",
        };
        var command = new Command(name, description);
        foreach (var option in options.Concat([journal, config]))
            command.Add(option);
        command.SetAction(parsed => Run(
            () => PathOf(parsed.GetValue(journal), parsed.GetValue(config)), (reader, output) => run(reader, parsed, output)));
        return command;
    }

    private static int Run(Func<string> path, Action<JournalReader, CommandOutput> run)
    {
        try
        {
            using var journal = new JournalReader(path());
            using var output = CommandOutput.OfProcess();
            Run(journal, () => run(journal, output));
            output.Text.Flush();
            return ExitCodes.Done;
        }
        catch (SettingsException e)
        {
            return Failed(ExitCodes.WrongUsage, e.Message);
        }
        catch (JournalException e)
        {
            return Failed(ExitCodes.Failed, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The second where standard output is closed.
            return Failed(ExitCodes.Failed, $"cannot write to stdout: {e.Message}");
        }
    }

    private static void Run(JournalReader journal, Action run)
    {
        try
        {
            run();
        }
        catch (FormatException e)
        {
            throw JournalFaults.Of(journal.Path, e);
        }
    }

    private static int Failed(int exitCode, string reason)
    {
        Console.Error.WriteLine(reason);
        return exitCode;
    }

    private static string PathOf(string? journal, string? configFile)
    {
        var settings = SettingsLoader.Load(
            ArbiterSettings.Schema,
            configFile,
            SettingsLoader.ProcessEnvironment(),
            journal is null ? [] : [new CommandLineSetting(ArbiterSettings.JournalPath, "--journal", journal)]);
        return ArbiterSettings.Journal(settings)?.Path
            ?? throw settings.Wrong(ArbiterSettings.JournalPath, "a file to read; name one with --journal FILE");
    }
}
