using Akka.Configuration.Hocon.Text;

namespace Akka.Configuration.Hocon.Syntax;

/// <summary>
/// A piece of a value as it is written, before substitutions. A value is a row of pieces: <c>${home}/logs</c> has two.
/// </summary>
internal abstract class ValuePart(SourcePosition? position)
{
    /// <summary>Where it was written; null if the program made it.</summary>
    public SourcePosition? Position { get; } = position;

    /// <summary>An error about this piece.</summary>
    public ConfigurationException Error(string message) => Position?.Error(message) ?? new(message);
}
