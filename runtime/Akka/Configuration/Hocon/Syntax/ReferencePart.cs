using Akka.Configuration.Hocon.Text;

namespace Akka.Configuration.Hocon.Syntax;

/// <summary>A substitution: <c>${path}</c>, or <c>${?path}</c> if it may have no value.</summary>
internal sealed class ReferencePart(string path, bool isOptional, IncludeScope? scope, SourcePosition position)
    : ValuePart(position)
{
    public string Path { get; } = path;

    public string[] Keys { get; } = HoconPath.Split(path);

    public bool IsOptional { get; } = isOptional;

    /// <summary>The include it came in with; null if it stands in the text itself.</summary>
    public IncludeScope? Scope { get; } = scope;

    public override string ToString() => $"${{{(IsOptional ? "?" : "")}{Path}}}";
}
