using Akka.Actor;

namespace Akka.DependencyInjection;

/// <summary>Makes props of actors that take constructor arguments from a container of services.</summary>
public interface IDependencyResolver
{
    /// <summary>The service of this type, or the type's default value if there is none.</summary>
    T? GetService<T>();

    /// <summary>The service of this type, or null if there is none.</summary>
    /// <param name="type">The type of the service.</param>
    object? GetService(Type type);

    /// <summary>Props of an actor whose constructor takes <paramref name="args"/> and services.</summary>
    /// <param name="args">
    /// Arguments that are no services, in the order in which the constructor takes them. A restarted actor gets the
    /// same.
    /// </param>
    /// <remarks>
    /// Services come from the container's root, at each start anew for transient ones, and are not disposed of with the
    /// actor. A service that is missing fails the start of the actor, not this call.
    /// </remarks>
    Props Props<T>(params object[] args) where T : ActorBase;

    /// <inheritdoc cref="Props{T}(object[])"/>
    /// <param name="type">The type of the actor.</param>
    /// <param name="args">
    /// Arguments that are no services, in the order in which the constructor takes them. A restarted actor gets the
    /// same.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="type"/> is not an actor.</exception>
    Props Props(Type type, params object[] args);
}
