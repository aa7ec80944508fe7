using Akka.Configuration.Hocon.Resolution;
using Akka.Configuration.Hocon.Syntax;
using Akka.Configuration.Hocon.Text;

namespace Akka.Configuration.Hocon;

/// <summary>Parses HOCON: text into parts, then substitutions into values.</summary>
public static class Parser
{
    /// <summary>Parses a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="includeCallback">
    /// Given what stands in quotes behind <c>include</c>, returns the settings to put in its place. Null: includes are
    /// files.
    /// </param>
    /// <exception cref="ConfigurationException">The text is not HOCON, or a substitution has no value.</exception>
    public static HoconRoot Parse(string text, Func<string, HoconRoot>? includeCallback)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(SourceText.FromString(text), includeCallback);
    }

    internal static HoconRoot ParseFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Parse(SourceText.FromFile(path), null);
    }

    internal static HoconRoot ParseNamed(string text, string name) => Parse(SourceText.FromString(text, name), null);

    private static HoconRoot Parse(SourceText source, Func<string, HoconRoot>? includeCallback) =>
        new(Resolver.Resolve(HoconReader.Read(source, includeCallback)));
}
