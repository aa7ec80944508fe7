using System.Collections.Concurrent;
using System.Reflection;

namespace Akka.Actor;

/// <summary>A constructor prepared for being called often.</summary>
internal sealed class ActorConstructor : ActorFactory
{
    private static readonly ConcurrentDictionary<ConstructorInfo, ActorConstructor> Known = new();

    private readonly ConstructorInvoker _invoker;
    private readonly Type[] _parameters;

    private ActorConstructor(ConstructorInfo constructor)
    {
        _invoker = ConstructorInvoker.Create(constructor);
        _parameters = Array.ConvertAll(constructor.GetParameters(), parameter => parameter.ParameterType);
        ActorType = constructor.DeclaringType!;
        Info = constructor;
    }

    internal override Type ActorType { get; }

    internal ConstructorInfo Info { get; }

    internal static ActorConstructor For(ConstructorInfo constructor) =>
        Known.GetOrAdd(constructor, static key => new ActorConstructor(key));

    internal override ActorBase Create(object?[] arguments) => (ActorBase)_invoker.Invoke(arguments.AsSpan());

    /// <summary>Whether it can be called with these arguments.</summary>
    internal bool Takes(object?[] arguments)
    {
        if (arguments.Length != _parameters.Length)
        {
            return false;
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            if (!Takes(_parameters[i], arguments[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Takes(Type parameter, object? argument) =>
        argument is null
            ? !parameter.IsValueType || Nullable.GetUnderlyingType(parameter) is not null
            : parameter.IsInstanceOfType(argument);
}
