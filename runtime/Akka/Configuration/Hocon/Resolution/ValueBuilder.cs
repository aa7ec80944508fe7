using Akka.Configuration.Hocon.Syntax;

namespace Akka.Configuration.Hocon.Resolution;

/// <summary>
/// Builds the finished values. What is referred to from several places is built once and shared, but counts every time:
/// who walks through the values later meets it every time.
/// </summary>
internal sealed class ValueBuilder(Func<Setting, ValuePart?> evaluate)
{
    private readonly Dictionary<ValuePart, Built?> _built = [];
    private int _depth;

    public HoconValue Build(ValuePart part) => BuildPart(part).Value;

    private Built BuildPart(ValuePart part)
    {
        if (_built.TryGetValue(part, out var known))
        {
            return Check(part, known ?? throw part.Error("expected a value that does not contain itself"));
        }

        _built.Add(part, null);
        _depth++;
        var built = part switch
        {
            TextPart text => Leaf(new HoconLiteral(text.IsNull ? null : text.Text), part),
            ListPart list => BuildArray(list),
            ObjectPart settings => BuildObject(settings),
            _ => throw new InvalidOperationException($"{part.GetType().Name} is left over after substitution."),
        };
        _depth--;
        _built[part] = built;
        return Check(part, built);
    }

    private Built BuildArray(ListPart list)
    {
        var array = new HoconArray(list.Items.Count);
        var built = Leaf(array, list);
        foreach (var item in list.Items)
        {
            if (evaluate(item) is { } part)
            {
                var child = BuildPart(part);
                array.Add(child.Value);
                built = built.Around(child);
            }
        }

        return built;
    }

    private Built BuildObject(ObjectPart settings)
    {
        var items = new Dictionary<string, HoconValue>(settings.Settings.Count);
        var built = Leaf(new HoconObject(items), settings);
        foreach (var (key, setting) in settings.Settings)
        {
            if (evaluate(setting) is { } part)
            {
                var child = BuildPart(part);
                items.Add(key, child.Value);
                built = built.Around(child);
            }
        }

        return built;
    }

    private static Built Leaf(IHoconElement element, ValuePart part) =>
        new(new HoconValue(element, part.Position), 0, 1);

    private Built Check(ValuePart part, Built built)
    {
        if (_depth + built.Height > HoconLimits.Depth)
        {
            throw part.Error($"expected at most {HoconLimits.Depth} levels of objects and lists after substitution");
        }

        if (built.Size > HoconLimits.Expansion)
        {
            throw part.Error($"expected at most {HoconLimits.Expansion} values after substitution");
        }

        return built;
    }

    /// <param name="Value">The value.</param>
    /// <param name="Height">The levels of objects and lists below it.</param>
    /// <param name="Size">The values in it, itself included.</param>
    private readonly record struct Built(HoconValue Value, int Height, long Size)
    {
        public Built Around(Built child) => new(Value, Math.Max(Height, child.Height + 1), Size + child.Size);
    }
}
