using System.CommandLine;
using ActorArbiter.Protocol;
using ActorArbiter.Settings;
using ActorClient.Terminal;

namespace ActorClient.CommandLine;

/// <summary>The command line: what may be said there, and what it comes to together with the other settings.</summary>
internal sealed class ClientCommand
{
    private readonly Argument<string?> _id = new("id")
    {
        Description = "Who sends: 1 to 32 letters, digits, '-', '_' or '.'",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Argument<string?> _text = new("text")
    {
        Description = "What to send: 1 to 256 bytes; quote it if it has several words",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _greeting = new("--greeting")
    {
        Description = "Wait for the server's greeting, and send as the contender that it names",
    };

    private readonly Option<bool> _json = JsonOption.Create();
    private readonly RoundOptions _rounds = new();
    private readonly SharedOptions _shared = new();
    private readonly ClientConsole _console;
    private readonly RequestRunner _run;
    private readonly RootCommand _root;

    /// <param name="console">Where to ask and complain.</param>
    /// <param name="run">Carries out what the command line asks for.</param>
    public ClientCommand(ClientConsole console, RequestRunner run)
    {
        _console = console;
        _run = run;
        _root = new RootCommand("Sends a message to an arbiter and prints whose message it received first.")
        {
            _id, _text, _greeting,
        };
        _rounds.AddTo(_root);
        _root.Add(_json);
        _shared.AddTo(_root);
        _root.Add(new ClaimCommand(_shared).Create(run));
        _root.Add(WatchCommand.Create(_shared, run));
        _root.Add(ResultCommand.Create(_shared, run));
        _root.SetAction((parsed, _) => RunAsync(parsed));
        ClientHelp.AddTo(_root);
    }

    /// <summary>Carries out a command line; the result is the exit code.</summary>
    public async Task<int> InvokeAsync(IReadOnlyList<string> arguments)
    {
        try
        {
            // A text that begins with @ is a text, not the name of a file with arguments.
            var parsed = _root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            UsageErrors.Check(parsed);

            // Signals are the program's business: System.CommandLine would cut a shutdown short after two seconds.
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = _console.Out,
                Error = _console.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (Exception e) when (e is UsageException or SettingsException)
        {
            await _console.Error.WriteLineAsync(e.Message);
            return ExitCodes.WrongUsage;
        }
    }

    private Task<int> RunAsync(ParseResult parsed)
    {
        if (_rounds.Round(parsed) is { } round)
        {
            if (parsed.GetResult(_greeting) is { Implicit: false })
                throw new UsageException("--greeting has no meaning with --round: named rounds have READY instead");
            var terms = _rounds.Terms(parsed);
            var settings = _shared.Load(parsed, ClientSettings.RoundTimeout);
            return _run(
                new ClientRequest.Join(
                    ClientSettings.ReadConnection(settings, ClientSettings.RoundTimeout),
                    round,
                    ReadMessage(parsed),
                    terms,
                    _rounds.When(parsed, terms),
                    parsed.GetValue(_json)),
                settings.Config);
        }

        if (parsed.GetValue(_json))
            throw new UsageException("--json has no meaning without --round ROUND");
        var classic = _shared.Load(parsed, ClientSettings.Timeout, GreetingGiven(parsed));
        return _run(
            new ClientRequest.Converse(ClientSettings.Read(classic, ReadMessage(parsed))), classic.Config);
    }

    private ClientMessage ReadMessage(ParseResult parsed) =>
        MessageInput.Read(parsed.GetValue(_id), parsed.GetValue(_text), _console);

    private IEnumerable<CommandLineSetting> GreetingGiven(ParseResult parsed)
    {
        if (parsed.GetResult(_greeting) is not { Implicit: false })
            yield break;
        var flag = parsed.GetValue(_greeting) ? "on" : "off";
        yield return new CommandLineSetting(ClientSettings.Greeting, _greeting.Name, flag);
    }
}
