using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Akka.Configuration;

namespace Akka.Actor;

/// <summary>The extensions of an actor system, one instance of each type.</summary>
internal sealed class SystemExtensions(ExtendedActorSystem system)
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _instances = new();

    internal object Register(IExtensionId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _instances.GetOrAdd(id.ExtensionType, _ => new Lazy<object>(() => id.CreateExtension(system))).Value;
    }

    internal object Get(Type type) =>
        TryGet(type, out var instance)
            ? instance
            : throw new KeyNotFoundException($"Trying to get non-registered extension [{type}].");

    internal bool TryGet(Type type, [NotNullWhen(true)] out object? instance)
    {
        instance = _instances.TryGetValue(type, out var lazy) ? lazy.Value : null;
        return instance is not null;
    }

    /// <summary>Registers extensions by the names of the types of their ids.</summary>
    internal void Load(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            var type = Type.GetType(name);
            if (type is null || !typeof(IExtensionId).IsAssignableFrom(type))
            {
                throw new ConfigurationException(
                    $"akka.extensions names '{name}', which is no IExtensionId. Write it as \"Namespace.Type, Assembly\".");
            }

            Register((IExtensionId)Activator.CreateInstance(type)!);
        }
    }
}
