using System.Globalization;
using System.Text;
using Akka.Configuration;

namespace ActorArbiter.Settings.Internal;

/// <summary>The settings of one origin.</summary>
internal sealed class SettingsSource
{
    private readonly Func<string, string> _origin;

    private SettingsSource(Config values, Func<string, string> origin)
    {
        Values = values;
        _origin = origin;
    }

    public Config Values { get; }

    /// <summary>Where the setting at <paramref name="path"/> was given, for error messages.</summary>
    public string Origin(string path) => _origin(path);

    public static SettingsSource FromDefaults(Config defaults) => new(defaults, _ => "the defaults");

    public static SettingsSource FromCommandLine(IReadOnlyCollection<CommandLineSetting> settings) =>
        FromPairs(settings.Select(setting => (setting.Path, setting.Option, setting.Value)));

    /// <param name="settings">Path, variable and value of each setting in the environment.</param>
    public static SettingsSource FromEnvironment(IEnumerable<(string Path, string Variable, string Value)> settings) =>
        FromPairs(settings);

    public static SettingsSource FromFile(string file)
    {
        var text = Read(file);
        try
        {
            return new SettingsSource(ConfigurationFactory.ParseString(text), _ => file);
        }
        catch (Exception e)
        {
            // The parser has no exception type of its own: it throws FormatException, and Exception itself.
            throw new SettingsException($"{file} is not valid HOCON: {OneLine(e.Message)}", e);
        }
    }

    private static SettingsSource FromPairs(IEnumerable<(string Path, string Origin, string Value)> settings)
    {
        var hocon = new StringBuilder();
        var origins = new Dictionary<string, string>();
        foreach (var (path, origin, value) in settings)
        {
            hocon.Append(path).Append(" = ").Append(Quoted(value)).Append('\n');
            origins[path] = origin;
        }

        return new SettingsSource(ConfigurationFactory.ParseString(hocon.ToString()), path => origins[path]);
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SettingsException($"there is no configuration file {file}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SettingsException($"cannot read the configuration file '{file}': {OneLine(e.Message)}", e);
        }
    }

    private static string Quoted(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in value)
        {
            if (character is '"' or '\\')
                quoted.Append('\\').Append(character);
            else if (char.IsControl(character))
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            else
                quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }

    private static string OneLine(string message) =>
        string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
