using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ActorArbiter.CommandLine;

/// <summary>A command's help text with examples behind it, if it has some.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private readonly SynchronousCommandLineAction _help;
    private readonly IReadOnlyDictionary<Command, string> _examples;

    private HelpWithExamples(SynchronousCommandLineAction help, IReadOnlyDictionary<Command, string> examples)
    {
        _help = help;
        _examples = examples;
    }

    /// <summary>Replaces the help of <paramref name="root"/> and of its commands.</summary>
    /// <param name="root">The program.</param>
    /// <param name="examples">Examples for some of its commands.</param>
    public static void AddTo(RootCommand root, IReadOnlyDictionary<Command, string> examples)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new HelpWithExamples((SynchronousCommandLineAction)option.Action!, examples);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = _help.Invoke(parseResult);
        if (_examples.TryGetValue(parseResult.CommandResult.Command, out var examples))
            parseResult.InvocationConfiguration.Output.WriteLine(examples);
        return code;
    }
}
