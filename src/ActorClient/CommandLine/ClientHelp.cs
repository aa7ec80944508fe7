using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ActorClient.CommandLine;

/// <summary>
/// The help text of each command, with examples and exit codes behind it. How the command is written is said here:
/// System.CommandLine would name the file that the program is run from, no <c>--</c>, and nothing that is required.
/// </summary>
internal sealed class ClientHelp : SynchronousCommandLineAction
{
    private const string UsageTitle = "Usage:";

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
        HideArgumentsOfOthers(command, parseResult.RootCommandResult.Command);
        var output = parseResult.InvocationConfiguration.Output;
        using var text = new StringWriter();
        parseResult.InvocationConfiguration.Output = text;
        var code = _help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;

        output.Write(WithUsage(text.ToString(), HelpTexts.Usage(command.Name)));
        output.Write(Paragraph("Examples:", HelpTexts.Examples(command.Name)));
        output.Write(Paragraph("Exit codes:", HelpTexts.ExitCodes(command.Name)));
        return code;
    }

    /// <summary>
    /// System.CommandLine would show the root's arguments with those of its subcommands, and theirs in the root's list.
    /// </summary>
    private static void HideArgumentsOfOthers(Command command, Command root)
    {
        var others = root.Subcommands.Append(root).Where(other => other != command);
        foreach (var argument in others.SelectMany(other => other.Arguments))
            argument.Hidden = true;
    }

    private static string WithUsage(string help, string usage)
    {
        var blankLine = Environment.NewLine + Environment.NewLine;
        var paragraphs = help.Split(blankLine);
        paragraphs[Array.FindIndex(paragraphs, each => each.StartsWith(UsageTitle, StringComparison.Ordinal))] =
            Paragraph(UsageTitle, usage).TrimEnd();
        return string.Join(blankLine, paragraphs);
    }

    private static string Paragraph(string title, string text)
    {
        var lines = text.Split('\n').Select(line => line.Length > 0 ? $"  {line}" : "");
        return string.Join(Environment.NewLine, [title, .. lines, "", ""]);
    }
}
