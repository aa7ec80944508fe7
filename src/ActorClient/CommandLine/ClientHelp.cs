using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ActorClient.CommandLine;

/// <summary>The help text of each command, with examples and exit codes behind it.</summary>
internal sealed class ClientHelp : SynchronousCommandLineAction
{
    private readonly SynchronousCommandLineAction _help;

    private ClientHelp(SynchronousCommandLineAction help) => _help = help;

    /// <summary>Replaces the help of <paramref name="root"/> and its subcommands.</summary>
    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new ClientHelp((SynchronousCommandLineAction)option.Action!);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;

        // System.CommandLine would show the root's arguments with those of its subcommands.
        if (command is not RootCommand)
            Hide(parseResult.RootCommandResult.Command.Arguments);
        var code = _help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        Write(output, "Examples:", HelpTexts.Examples(command.Name));
        Write(output, "Exit codes:", HelpTexts.ExitCodes(command.Name));
        return code;
    }

    private static void Hide(IEnumerable<Argument> arguments)
    {
        foreach (var argument in arguments)
            argument.Hidden = true;
    }

    private static void Write(TextWriter output, string title, string text)
    {
        output.WriteLine(title);
        foreach (var line in text.Split('\n'))
            output.WriteLine(line.Length > 0 ? $"  {line}" : "");
        output.WriteLine();
    }
}
