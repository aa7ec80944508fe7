using System.Collections.Concurrent;
using System.Reflection;

namespace Akka.Actor;

/// <summary>A constructor prepared for being called often; shared by all Props that use it.</summary>
internal sealed class ActorConstructor
{
    private static readonly ConcurrentDictionary<ConstructorInfo, ActorConstructor> Known = new();

    private readonly ConstructorInvoker _invoker;

    private ActorConstructor(ConstructorInfo constructor) => _invoker = ConstructorInvoker.Create(constructor);

    internal static ActorConstructor For(ConstructorInfo constructor) =>
        Known.GetOrAdd(constructor, static key => new ActorConstructor(key));

    /// <summary>Finds the public constructor that fits the arguments, by the rules of overload resolution.</summary>
    /// <exception cref="MissingMethodException">There is none.</exception>
    /// <exception cref="AmbiguousMatchException">There is more than one.</exception>
    internal static ActorConstructor For(Type type, object?[] arguments)
    {
        var candidates = type.GetConstructors().Where(candidate => Fits(candidate, arguments)).ToArray();
        return candidates switch
        {
            [] => throw new MissingMethodException(
                $"{type} has no public constructor for ({string.Join(", ", arguments.Select(TypeName))})."),
            [var only] => For(only),
            _ => For(MostSpecific(candidates, arguments)),
        };
    }

    internal ActorBase Invoke(object?[] arguments) => (ActorBase)_invoker.Invoke(arguments.AsSpan());

    private static bool Fits(ConstructorInfo constructor, object?[] arguments)
    {
        var parameters = constructor.GetParameters();
        return parameters.Length == arguments.Length
            && parameters.Zip(arguments).All(pair => Fits(pair.First.ParameterType, pair.Second));
    }

    private static bool Fits(Type parameter, object? argument) =>
        argument is null
            ? !parameter.IsValueType || Nullable.GetUnderlyingType(parameter) is not null
            : parameter.IsInstanceOfType(argument);

    private static ConstructorInfo MostSpecific(ConstructorInfo[] candidates, object?[] arguments)
    {
        var types = Array.ConvertAll(arguments, argument => argument?.GetType() ?? typeof(object));
        return (ConstructorInfo)Type.DefaultBinder.SelectMethod(BindingFlags.Default, candidates, types, null)!;
    }

    private static string TypeName(object? argument) => argument?.GetType().Name ?? "null";
}
