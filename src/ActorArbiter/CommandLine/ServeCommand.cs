using System.CommandLine;
using ActorArbiter.Hosting;
using ActorArbiter.Server;
using ActorArbiter.Settings;

namespace ActorArbiter.CommandLine;

/// <summary>Runs the server until it is done or told to stop.</summary>
internal sealed class ServeCommand
{
    /// <summary>What is written together takes one call, in bytes.</summary>
    private const int TranscriptBuffer = 64 * 1024;

    private readonly Option<string> _host = Text(
        "--host", "ADDRESS", "The address to listen on, or a name that resolves to one. [default: 127.0.0.1]");

    private readonly Option<string> _port = Text(
        "--port", "PORT", "The port to listen on; 0 takes a free one. [default: 12000]");

    private readonly Option<string> _profile = Text(
        "--profile", "PROFILE", "How clients talk: classic, greeting or echo. [default: classic]");

    private readonly Option<string> _contenders = Text(
        "--contenders", "N", "How many messages decide a round. [default: 2]");

    private readonly Option<string> _rounds = Text("--rounds", "N", "End after N verdicts.");

    private readonly Option<bool> _once = new("--once") { Description = "End after one verdict." };

    private readonly Option<string> _journal = Text(
        "--journal", "FILE|off", "Record verdicts in FILE before anyone is told. [default: arbiter-journal.db; off with --once]");

    private readonly Option<string> _portFile = Text(
        "--port-file", "FILE", "Write host:port of each listener to FILE once all listen.");

    private readonly Option<string> _config = Text(
        "--config", "FILE", "Read settings from FILE (HOCON); hocon/arbiter.conf lists them all.");

    private readonly Option<bool> _quiet = new("--quiet") { Description = "Print only that the server is ready." };

    /// <summary>Lets <paramref name="command"/> run the server, with all its options.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[]
            { _host, _port, _profile, _contenders, _rounds, _once, _journal, _portFile, _config, _quiet })
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_once) is not null && result.GetResult(_rounds) is not null)
                result.AddError("--once and --rounds exclude each other: --once is --rounds 1");
        });
        command.SetAction((parsed, _) => RunAsync(parsed));
    }

    private static Option<string> Text(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description };

    private async Task<int> RunAsync(ParseResult parsed)
    {
        ArbiterOptions options;
        SettingsReader settings;
        try
        {
            settings = SettingsLoader.Load(
                ArbiterSettings.Schema,
                parsed.GetValue(_config),
                SettingsLoader.ProcessEnvironment(),
                [.. CommandLineSettings(parsed)]);
            CheckListeners(settings, parsed);
            options = ArbiterSettings.Read(settings);
            if (parsed.GetValue(_once) && settings.IsDefault(ArbiterSettings.JournalPath))
                options = options with { Journal = null };
        }
        catch (SettingsException e)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return ExitCodes.WrongUsage;
        }

        options = DescriptorLimit.Fit(DescriptorLimit.Read(), options, out var warning);
        if (warning is not null)
            await Console.Error.WriteLineAsync(warning).ConfigureAwait(false);
        using var signals = new StopSignals();
        var transcript = new StreamWriter(Console.OpenStandardOutput(), bufferSize: TranscriptBuffer);

        // Akka prints why it cannot start, and what its loggers still hold when they stop; stdout has the transcript alone.
        Console.SetOut(Console.Error);
        await using var server =
            await ArbiterHost.StartAsync(options, settings.Config, transcript).ConfigureAwait(false);
        await using var stopping = signals.Stop.Register(server.Stop).ConfigureAwait(false);
        var outcome = await server.EndedAsync().ConfigureAwait(false);
        if (outcome.Failure is null)
            return ExitCodes.Done;
        await Console.Error.WriteLineAsync(outcome.Failure).ConfigureAwait(false);
        return ExitCodes.Failed;
    }

    private IEnumerable<CommandLineSetting> CommandLineSettings(ParseResult parsed)
    {
        var texts = new (Option<string> Option, string Path)[]
        {
            (_host, "arbiter.host"),
            (_port, "arbiter.port"),
            (_profile, "arbiter.profile"),
            (_contenders, "arbiter.contenders"),
            (_rounds, "arbiter.rounds"),
            (_journal, ArbiterSettings.JournalPath),
            (_portFile, "arbiter.port-file"),
        };
        foreach (var (option, path) in texts)
        {
            if (parsed.GetValue(option) is { } value)
                yield return new CommandLineSetting(path, option.Name, value);
        }

        if (parsed.GetValue(_once))
            yield return new CommandLineSetting("arbiter.rounds", _once.Name, "1");
        if (parsed.GetValue(_quiet))
            yield return new CommandLineSetting("arbiter.quiet", _quiet.Name, "on");
    }

    private void CheckListeners(SettingsReader settings, ParseResult parsed)
    {
        if (new[] { _host, _port, _profile }.FirstOrDefault(each => parsed.GetResult(each) is not null) is { } option
            && ArbiterSettings.HasListenerList(settings))
        {
            throw new SettingsException(
                $"{option.Name} has no meaning beside arbiter.listeners: give the address of each listener there");
        }
    }
}
