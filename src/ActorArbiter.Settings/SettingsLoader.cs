using System.Collections;
using ActorArbiter.Settings.Internal;

namespace ActorArbiter.Settings;

/// <summary>
/// Puts a program's settings together: command line over environment over configuration file over defaults.
/// </summary>
public static class SettingsLoader
{
    /// <summary>
    /// Loads the settings and checks that each of them is known. Values are checked when they are read.
    /// </summary>
    /// <param name="schema">Which settings there are.</param>
    /// <param name="configFile">A HOCON file, or <see langword="null"/> for none.</param>
    /// <param name="environment">
    /// Environment variables; those that begin with the schema's prefix are settings:
    /// <c>ARBITER_CLIENT__CONNECT_WAIT</c> is <c>client.connect-wait</c>, and <c>__</c> separates levels.
    /// </param>
    /// <param name="commandLine">What was given on the command line.</param>
    /// <exception cref="SettingsException">The file cannot be read, or a setting is unknown.</exception>
    public static SettingsReader Load(
        SettingsSchema schema,
        string? configFile,
        IReadOnlyDictionary<string, string> environment,
        IReadOnlyCollection<CommandLineSetting> commandLine)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(commandLine);

        var known = new KnownSettings(schema);
        var sources = new List<SettingsSource>
        {
            SettingsSource.FromCommandLine(commandLine),
            SettingsSource.FromEnvironment(EnvironmentNames.Match(schema, known, environment)),
        };
        if (configFile is not null)
            sources.Add(SettingsSource.FromFile(configFile));
        foreach (var source in sources)
            known.Check(source);

        sources.Add(SettingsSource.FromDefaults(schema.Defaults));
        return new SettingsReader(
            sources.Select(source => source.Values).Aggregate((over, under) => over.WithFallback(under)), sources);
    }

    /// <summary>The environment of this process, in the shape that <see cref="Load"/> takes.</summary>
    public static IReadOnlyDictionary<string, string> ProcessEnvironment() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "");
}
