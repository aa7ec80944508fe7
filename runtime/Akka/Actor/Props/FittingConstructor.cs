using System.Collections.Concurrent;
using System.Reflection;

namespace Akka.Actor;

/// <summary>Makes actors by whichever public constructor fits the arguments, by the rules of overload resolution.</summary>
internal sealed class FittingConstructor : ActorFactory
{
    private static readonly ConcurrentDictionary<Type, FittingConstructor> Known = new();

    private readonly ActorConstructor[] _constructors;

    private FittingConstructor(Type type)
    {
        ActorType = type;
        _constructors = Array.ConvertAll(type.GetConstructors(), ActorConstructor.For);
    }

    internal override Type ActorType { get; }

    internal static FittingConstructor For(Type type) => Known.GetOrAdd(type, static key => new FittingConstructor(key));

    /// <exception cref="MissingMethodException">No constructor fits.</exception>
    /// <exception cref="AmbiguousMatchException">More than one fits, and none better than the others.</exception>
    internal override ActorBase Create(object?[] arguments)
    {
        ActorConstructor? fitting = null;
        foreach (var constructor in _constructors)
        {
            if (!constructor.Takes(arguments))
            {
                continue;
            }

            if (fitting is not null)
            {
                return MostSpecific(arguments).Create(arguments);
            }

            fitting = constructor;
        }

        return fitting?.Create(arguments) ?? throw new MissingMethodException(
            $"{ActorType} has no public constructor for ({string.Join(", ", arguments.Select(TypeName))}).");
    }

    private static string TypeName(object? argument) => argument?.GetType().Name ?? "null";

    private ActorConstructor MostSpecific(object?[] arguments)
    {
        var candidates = _constructors.Where(constructor => constructor.Takes(arguments)).Select(constructor => constructor.Info);
        var types = Array.ConvertAll(arguments, argument => argument?.GetType() ?? typeof(object));
        return ActorConstructor.For(
            (ConstructorInfo)Type.DefaultBinder.SelectMethod(BindingFlags.Default, [.. candidates], types, null)!);
    }
}
