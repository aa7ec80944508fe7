using System.Reflection;
using System.Text.Json;
using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>Makes configurations out of HOCON text, files, resources and objects.</summary>
public static class ConfigurationFactory
{
    /// <summary>A configuration without settings.</summary>
    public static Config Empty => Config.Empty;

    /// <summary>
    /// Reads HOCON text. A substitution sees this text and what it includes, not a configuration it is later merged
    /// with. A relative path in an <c>include "file"</c> starts at the current directory.
    /// </summary>
    /// <exception cref="ConfigurationException">The text is not HOCON, or a substitution has no value.</exception>
    public static Config ParseString(string hocon) => ParseString(hocon, null);

    /// <summary>Reads HOCON text whose includes are answered by the caller.</summary>
    /// <param name="hocon">The text.</param>
    /// <param name="includeCallback">
    /// Given what stands in quotes behind <c>include</c>, returns the settings to put in its place. Null: includes are
    /// files.
    /// </param>
    /// <exception cref="ConfigurationException">The text is not HOCON, or a substitution has no value.</exception>
    public static Config ParseString(string hocon, Func<string, HoconRoot>? includeCallback) =>
        new(Parser.Parse(hocon, includeCallback));

    /// <summary>
    /// Reads a HOCON file. Its errors name the file, and a relative path in an <c>include "file"</c> starts at the
    /// directory of the file it stands in.
    /// </summary>
    /// <exception cref="ConfigurationException">
    /// The file or one it includes cannot be read or is not HOCON, or a substitution has no value.
    /// </exception>
    public static Config ParseFile(string path) => new(Parser.ParseFile(path));

    /// <summary>Reads a HOCON resource of the assembly that <typeparamref name="TAssembly"/> belongs to.</summary>
    /// <exception cref="ConfigurationException">There is no such resource, or it is not HOCON.</exception>
    public static Config FromResource<TAssembly>(string resourceName) =>
        FromResource(resourceName, typeof(TAssembly).Assembly);

    /// <summary>Reads a HOCON resource of an assembly.</summary>
    /// <param name="resourceName">The resource's name, as the assembly's manifest has it.</param>
    /// <param name="instanceInAssembly">The assembly, or a type of it, or an instance of such a type.</param>
    /// <exception cref="ConfigurationException">There is no such resource, or it is not HOCON.</exception>
    public static Config FromResource(string resourceName, object instanceInAssembly)
    {
        ArgumentNullException.ThrowIfNull(instanceInAssembly);
        return FromResource(resourceName, instanceInAssembly switch
        {
            Assembly assembly => assembly,
            Type type => type.Assembly,
            _ => instanceInAssembly.GetType().Assembly,
        });
    }

    /// <summary>Reads a HOCON resource of an assembly.</summary>
    /// <exception cref="ConfigurationException">There is no such resource, or it is not HOCON.</exception>
    public static Config FromResource(string resourceName, Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using var stream = assembly.GetManifestResourceStream(resourceName)
            ?? throw new ConfigurationException(
                $"The assembly {assembly.GetName().Name} has no resource '{resourceName}'. "
                + $"It has: {string.Join(", ", assembly.GetManifestResourceNames())}.");
        using var reader = new StreamReader(stream);
        return new Config(Parser.ParseNamed(reader.ReadToEnd(), resourceName));
    }

    /// <summary>Turns the public properties of an object into settings, nested objects and lists included.</summary>
    public static Config FromObject(object source) => ParseString(JsonSerializer.Serialize(source));
}
