using Akka.Configuration.Hocon.Syntax;

namespace Akka.Configuration.Hocon.Resolution;

/// <summary>
/// Replaces substitutions by what they refer to. A setting is evaluated when somebody refers to it, and only to its
/// outermost level, so that settings of one object may refer to each other.
/// </summary>
internal sealed class Resolver
{
    private readonly ObjectPart _root;
    private readonly Combiner _combiner = new();
    private readonly Dictionary<Setting, ValuePart?> _evaluated = [];
    private readonly Stack<OpenSetting> _open = new();

    private Resolver(ObjectPart root) => _root = root;

    /// <exception cref="ConfigurationException">
    /// A substitution has no value or needs itself, or pieces that do not belong together make up a value.
    /// </exception>
    public static HoconValue Resolve(ObjectPart root)
    {
        var resolver = new Resolver(root);
        return new ValueBuilder(resolver.Evaluate).Build(root);
    }

    private ValuePart? Evaluate(Setting setting)
    {
        if (_evaluated.TryGetValue(setting, out var known))
        {
            return known;
        }

        var open = new OpenSetting(setting);
        _open.Push(open);
        for (var i = FirstThatCounts(setting); i < setting.Definitions.Count; i++)
        {
            open.Previous = _combiner.Overlay(open.Previous, EvaluateDefinition(setting.Definitions[i]));
        }

        _open.Pop();
        _evaluated.Add(setting, open.Previous);
        return open.Previous;
    }

    // What comes before text or a list without substitutions is overwritten whatever it is.
    private static int FirstThatCounts(Setting setting)
    {
        var first = setting.Definitions.Count - 1;
        while (first > 0 && !setting.Definitions[first].All(part => part is TextPart or ListPart))
        {
            first--;
        }

        return first;
    }

    private ValuePart? EvaluateDefinition(IReadOnlyList<ValuePart> parts)
    {
        if (parts is [TextPart or ListPart or ObjectPart])
        {
            return parts[0];
        }

        var values = new List<ValuePart>(parts.Count);
        foreach (var part in parts)
        {
            var value = part switch
            {
                ReferencePart reference => Follow(reference),
                PreviousValuePart => _open.Peek().Previous,
                _ => part,
            };
            if (value is not null)
            {
                values.Add(value);
            }
        }

        return _combiner.Concatenate(values);
    }

    private ValuePart? Follow(ReferencePart reference)
    {
        var user = _open.Peek();
        user.Reference = reference;
        if (_open.Count > HoconLimits.Depth)
        {
            throw reference.Error($"expected at most {HoconLimits.Depth} substitutions that need one another");
        }

        ValuePart? value = null;
        for (var scope = reference.Scope; value is null && scope is not null; scope = scope.Outer)
        {
            value = Find([.. scope.Keys, .. reference.Keys]);
        }

        value ??= Find(reference.Keys);
        if (value is null && !reference.IsOptional)
        {
            var found = user.RefersToItself ? "found itself with no value before this one" : "found none in this text";
            throw reference.Error(
                $"expected a value for {reference}, {found} (write ${{?{reference.Path}}} if it may be missing)");
        }

        return value;
    }

    private ValuePart? Find(ReadOnlySpan<string> keys)
    {
        ValuePart? value = _root;
        foreach (var key in keys)
        {
            if (value is not ObjectPart parent || !parent.Settings.TryGetValue(key, out var setting))
            {
                return null;
            }

            var open = _open.FirstOrDefault(open => open.Setting == setting);
            value = open is null ? Evaluate(setting) : Previous(open);
        }

        return value;
    }

    // A setting that refers to itself means what it was before: path = ${path}":/opt".
    private ValuePart? Previous(OpenSetting open)
    {
        if (open == _open.Peek())
        {
            open.RefersToItself = true;
            return open.Previous;
        }

        var circle = _open.TakeWhile(other => other != open).Append(open).Reverse().Select(other => other.Reference!);
        throw open.Reference!.Error(
            $"expected a value that does not need itself, found {string.Join(" -> ", circle)} -> {open.Reference}");
    }

    private sealed class OpenSetting(Setting setting)
    {
        public Setting Setting { get; } = setting;

        /// <summary>The value so far, from the definitions before the one being evaluated.</summary>
        public ValuePart? Previous { get; set; }

        /// <summary>The substitution being followed.</summary>
        public ReferencePart? Reference { get; set; }

        public bool RefersToItself { get; set; }
    }
}
