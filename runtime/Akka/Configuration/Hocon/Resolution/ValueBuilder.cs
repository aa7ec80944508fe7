using Akka.Configuration.Hocon.Syntax;

namespace Akka.Configuration.Hocon.Resolution;

/// <summary>Builds the finished values. What is referred to from several places is built once and shared.</summary>
internal sealed class ValueBuilder(Func<Setting, ValuePart?> evaluate)
{
    private readonly Dictionary<ValuePart, HoconValue?> _built = [];
    private int _depth;

    public HoconValue Build(ValuePart part)
    {
        if (_built.TryGetValue(part, out var known))
        {
            return known ?? throw part.Error("expected a value that does not contain itself");
        }

        if (_depth == HoconLimits.Depth)
        {
            throw part.Error($"expected at most {HoconLimits.Depth} levels of objects and lists after substitution");
        }

        _built.Add(part, null);
        _depth++;
        var value = new HoconValue(BuildElement(part), part.Position);
        _depth--;
        return _built[part] = value;
    }

    private IHoconElement BuildElement(ValuePart part) => part switch
    {
        TextPart text => new HoconLiteral(text.IsNull ? null : text.Text),
        ListPart list => BuildArray(list),
        ObjectPart settings => BuildObject(settings),
        _ => throw new InvalidOperationException($"{part.GetType().Name} is left over after substitution."),
    };

    private HoconArray BuildArray(ListPart list)
    {
        var array = new HoconArray(list.Items.Count);
        foreach (var item in list.Items)
        {
            if (evaluate(item) is { } part)
            {
                array.Add(Build(part));
            }
        }

        return array;
    }

    private HoconObject BuildObject(ObjectPart settings)
    {
        var items = new Dictionary<string, HoconValue>(settings.Settings.Count);
        foreach (var (key, setting) in settings.Settings)
        {
            if (evaluate(setting) is { } part)
            {
                items.Add(key, Build(part));
            }
        }

        return new HoconObject(items);
    }
}
