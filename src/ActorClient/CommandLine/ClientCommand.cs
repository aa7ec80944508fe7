using System.CommandLine;
using System.CommandLine.Parsing;
using ActorArbiter.Settings;
using ActorClient.Conversation;
using ActorClient.Terminal;
using Akka.Configuration;

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

    private readonly Option<string> _host = Setting("--host", "HOST", "Where the server listens [default: 127.0.0.1]");
    private readonly Option<string> _port = Setting("--port", "PORT", "Its TCP port [default: 12000]");
    private readonly Option<string> _timeout =
        Setting("--timeout", "DURATION", "The longest it may take, such as 500ms or 2m [default: 30s]");

    private readonly Option<string> _config =
        Setting("--config", "FILE", "A file with settings, as in hocon/client.conf");

    private readonly Option<bool> _greeting = new("--greeting")
    {
        Description = "Wait for the server's greeting, and send as the contender that it names",
    };

    private readonly ClientConsole _console;
    private readonly Func<ClientOptions, Config, Task<int>> _run;
    private readonly RootCommand _root;

    /// <param name="console">Where to ask and complain.</param>
    /// <param name="run">Carries out what the command line asks for; the result is the exit code.</param>
    public ClientCommand(ClientConsole console, Func<ClientOptions, Config, Task<int>> run)
    {
        _console = console;
        _run = run;
        _root = new RootCommand("Sends a message to an arbiter and prints whose message it received first.")
        {
            _id, _text, _host, _port, _greeting, _timeout, _config,
        };
        _root.SetAction((parsed, _) => RunAsync(parsed));
        HelpWithExamples.AddTo(_root);
    }

    /// <summary>Carries out a command line; the result is the exit code.</summary>
    public async Task<int> InvokeAsync(IReadOnlyList<string> arguments)
    {
        try
        {
            // A text that begins with @ is a text, not the name of a file with arguments.
            var parsed = _root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            Check(parsed);

            // Signals are the lifetime's business: System.CommandLine would cut a shutdown short after two seconds.
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

    private static Option<string> Setting(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description };

    /// <summary>System.CommandLine would show its errors with the help text behind them, and exit with 1.</summary>
    private static void Check(ParseResult parsed)
    {
        var mistyped = parsed.Tokens
            .TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => token.Type == TokenType.Argument && token.Value is ['-', _, ..]);
        if (mistyped is not null)
        {
            throw new UsageException(
                $"unknown option {mistyped.Value} (--help lists them; a text that begins with - goes behind --)");
        }

        if (parsed.UnmatchedTokens is [var surplus, ..])
            throw new UsageException($"'{surplus}' is one argument too many (quote a text that has several words)");
        if (parsed.Errors is [var error, ..])
            throw new UsageException(error.Message);
    }

    private Task<int> RunAsync(ParseResult parsed)
    {
        var settings = SettingsLoader.Load(
            ClientSettings.Schema, parsed.GetValue(_config), SettingsLoader.ProcessEnvironment(), [.. Given(parsed)]);
        var message = MessageInput.Read(parsed.GetValue(_id), parsed.GetValue(_text), _console);
        return _run(ClientSettings.Read(settings, message), settings.Config);
    }

    private IEnumerable<CommandLineSetting> Given(ParseResult parsed)
    {
        foreach (var (option, path) in new[]
        {
            (_host, ClientSettings.Host), (_port, ClientSettings.Port), (_timeout, ClientSettings.Timeout),
        })
        {
            if (parsed.GetValue(option) is { } value)
                yield return new CommandLineSetting(path, option.Name, value);
        }

        if (parsed.GetResult(_greeting) is { Implicit: false })
        {
            var flag = parsed.GetValue(_greeting) ? "on" : "off";
            yield return new CommandLineSetting(ClientSettings.Greeting, _greeting.Name, flag);
        }
    }
}
