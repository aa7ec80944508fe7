using Akka.Configuration.Hocon.Syntax;

namespace Akka.Configuration.Hocon.Resolution;

/// <summary>Makes one value out of several: pieces in a row, or definitions one after the other.</summary>
internal sealed class Combiner
{
    private int _made;

    /// <summary>What a setting is after one more definition: objects are merged, anything else is replaced.</summary>
    public ValuePart? Overlay(ValuePart? lower, ValuePart? upper) => (lower, upper) switch
    {
        (_, null) => lower,
        (ObjectPart below, ObjectPart above) => Merge(below, above),
        _ => upper,
    };

    /// <summary>The value that a row of pieces makes; null if there is none but blanks.</summary>
    /// <exception cref="ConfigurationException">Text, lists and objects are mixed.</exception>
    public ValuePart? Concatenate(IReadOnlyList<ValuePart> parts)
    {
        var solid = parts.Where(part => part is not TextPart { IsBlank: true }).ToList();
        return solid switch
        {
            [] => null,
            [var only] when solid.Count == parts.Count || only is not TextPart => only,
            _ when solid.TrueForAll(part => part is TextPart) => Join(parts),
            _ => solid.Aggregate(Append),
        };
    }

    private TextPart Join(IReadOnlyList<ValuePart> parts)
    {
        var texts = parts.Select(part => ((TextPart)part).Text).ToList();
        Count(parts, texts.Sum(text => text.Length));
        return new TextPart(string.Concat(texts), quoted: true, parts[0].Position);
    }

    private ValuePart Append(ValuePart left, ValuePart right)
    {
        switch (left, right)
        {
            case (ObjectPart below, ObjectPart above):
                return Merge(below, above);
            case (ListPart first, ListPart second):
                Count([right], first.Items.Count + second.Items.Count);
                return new ListPart([.. first.Items, .. second.Items], first.Position);
            default:
                throw right.Error($"expected {Name(left)} to go on, found {Name(right)}");
        }
    }

    private ObjectPart Merge(ObjectPart lower, ObjectPart upper)
    {
        Count([upper], lower.Settings.Count + upper.Settings.Count);
        var merged = new ObjectPart(upper.Position);
        foreach (var (key, setting) in lower.Settings)
        {
            merged.Settings.Add(key, setting);
        }

        foreach (var (key, setting) in upper.Settings)
        {
            merged.Settings[key] = merged.Settings.TryGetValue(key, out var below)
                ? Setting.Layer(below, setting)
                : setting;
        }

        return merged;
    }

    private void Count(IReadOnlyList<ValuePart> parts, int made)
    {
        _made += made;
        if (_made > HoconLimits.Expansion)
        {
            throw parts[0].Error(
                $"expected substitutions that make at most {HoconLimits.Expansion} characters and items");
        }
    }

    private static string Name(ValuePart part) => part switch
    {
        ObjectPart => "an object",
        ListPart => "a list",
        _ => "text",
    };
}
