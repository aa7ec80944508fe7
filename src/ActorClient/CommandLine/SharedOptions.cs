using System.CommandLine;
using ActorArbiter.Settings;

namespace ActorClient.CommandLine;

/// <summary>The options that every command has: where the server is, and how long it may take.</summary>
internal sealed class SharedOptions
{
    private readonly Option<string> _host = Setting("--host", "HOST", "Where the server listens [default: 127.0.0.1]");
    private readonly Option<string> _port = Setting("--port", "PORT", "Its TCP port [default: 12000]");
    private readonly Option<string> _timeout = Setting(
        "--timeout",
        "DURATION",
        "The longest it may take, such as 500ms or 2m [default: 30s; --round 10m; watch: until the round ends]");

    private readonly Option<string> _config = Setting("--config", "FILE", "A file with settings, as in hocon/client.conf");

    /// <summary>Lets <paramref name="root"/> and its subcommands have them.</summary>
    public void AddTo(RootCommand root)
    {
        foreach (var option in new[] { _host, _port, _timeout, _config })
            root.Add(option);
    }

    /// <summary>The settings of all sources together.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="timeout">The setting that <c>--timeout</c> is.</param>
    /// <param name="others">What else the command line says.</param>
    /// <exception cref="SettingsException">The file cannot be read, or a setting is unknown.</exception>
    public SettingsReader Load(ParseResult parsed, string timeout, params IEnumerable<CommandLineSetting> others)
    {
        var given = new[] { (_host, ClientSettings.Host), (_port, ClientSettings.Port), (_timeout, timeout) }
            .Select(setting => (Option: setting.Item1, Path: setting.Item2, Value: parsed.GetValue(setting.Item1)))
            .Where(setting => setting.Value is not null)
            .Select(setting => new CommandLineSetting(setting.Path, setting.Option.Name, setting.Value!));
        return SettingsLoader.Load(
            ClientSettings.Schema, parsed.GetValue(_config), SettingsLoader.ProcessEnvironment(), [.. given, .. others]);
    }

    private static Option<string> Setting(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description, Recursive = true };
}
