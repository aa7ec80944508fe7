using Akka.Configuration.Hocon.Text;

namespace Akka.Configuration.Hocon.Syntax;

/// <summary>
/// Everything that was written about one key, in order. Of several definitions the last counts, but that objects are
/// merged and that a definition may refer to those before it.
/// </summary>
internal sealed class Setting
{
    private readonly List<IReadOnlyList<ValuePart>> _definitions;

    public Setting(params IReadOnlyList<ValuePart>[] definitions) => _definitions = [.. definitions];

    public IReadOnlyList<IReadOnlyList<ValuePart>> Definitions => _definitions;

    /// <summary>Adds a definition. An object right after an object becomes part of it.</summary>
    public void Define(IReadOnlyList<ValuePart> parts)
    {
        if (parts is [ObjectPart later] && _definitions is [.., [ObjectPart last]])
        {
            last.Absorb(later);
        }
        else
        {
            _definitions.Add(parts);
        }
    }

    /// <summary>The object to put more settings into: the last definition if it is one, else a new one.</summary>
    public ObjectPart OpenObject(SourcePosition position)
    {
        if (_definitions is not [.., [ObjectPart open]])
        {
            _definitions.Add([open = new ObjectPart(position)]);
        }

        return open;
    }

    /// <summary>The setting of a key that is an object in two places: one definition list after the other.</summary>
    public static Setting Layer(Setting lower, Setting upper) => new([.. lower._definitions, .. upper._definitions]);
}
