using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ActorClient.CommandLine;

/// <summary>The help text with examples and exit codes behind it.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private const string Examples = """
        Examples:
          ActorClient X Alice                          say "Alice" as contender X to the server on this machine
          ActorClient Y Bob --host 10.0.0.7            to a server elsewhere
          ActorClient X Alice --greeting               to a server that greets when all contenders are connected
          ActorClient X Alice --timeout 5s             wait no longer than five seconds for all of it

        Every setting has an environment variable, too: ARBITER_CLIENT__PORT=12001.

        Exit codes:
          0  reply received            4  timed out
          2  wrong usage               5  refused by the server
          3  cannot connect            6  connection lost before the reply

        """;

    private readonly SynchronousCommandLineAction _help;

    private HelpWithExamples(SynchronousCommandLineAction help) => _help = help;

    /// <summary>Replaces the help of <paramref name="root"/>.</summary>
    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new HelpWithExamples((SynchronousCommandLineAction)option.Action!);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = _help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(Examples);
        return code;
    }
}
