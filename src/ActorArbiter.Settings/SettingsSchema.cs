using System.Reflection;
using Akka.Configuration;

namespace ActorArbiter.Settings;

/// <summary>
/// Which settings a program has. Its defaults are the list: a setting that they lack is unknown.
/// </summary>
public sealed class SettingsSchema
{
    /// <param name="section">The top-level object of the settings, <c>client</c> in <c>client.port</c>.</param>
    /// <param name="environmentPrefix">How their environment variables begin, <c>ARBITER_CLIENT__</c>.</param>
    /// <param name="defaults">Every setting with its default, as HOCON; it may also set <c>akka</c>.</param>
    public SettingsSchema(string section, string environmentPrefix, string defaults)
    {
        Section = section;
        EnvironmentPrefix = environmentPrefix;
        Defaults = ConfigurationFactory.ParseString(defaults);
    }

    /// <summary>The top-level object of the program's settings.</summary>
    public string Section { get; }

    /// <summary>What the names of the program's environment variables begin with.</summary>
    public string EnvironmentPrefix { get; }

    /// <summary>Every setting with its default.</summary>
    public Config Defaults { get; }

    /// <summary>The schema whose defaults are embedded in <paramref name="assembly"/>.</summary>
    /// <param name="assembly">The program's assembly.</param>
    /// <param name="resource">The logical name of the embedded resource, <c>client.conf</c>.</param>
    /// <param name="section">As for the constructor.</param>
    /// <param name="environmentPrefix">As for the constructor.</param>
    /// <exception cref="ArgumentException">The assembly has no such resource.</exception>
    public static SettingsSchema FromResource(
        Assembly assembly, string resource, string section, string environmentPrefix)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using var stream = assembly.GetManifestResourceStream(resource)
            ?? throw new ArgumentException($"{assembly.GetName().Name} has no resource {resource}", nameof(resource));
        using var reader = new StreamReader(stream);
        return new SettingsSchema(section, environmentPrefix, reader.ReadToEnd());
    }
}
