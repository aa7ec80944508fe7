using Akka.Configuration.Hocon.Text;

namespace Akka.Configuration.Hocon.Syntax;

/// <summary>A list; its items may still hold substitutions.</summary>
internal sealed class ListPart(IReadOnlyList<Setting> items, SourcePosition? position) : ValuePart(position)
{
    public IReadOnlyList<Setting> Items { get; } = items;
}
