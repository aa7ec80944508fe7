using Akka.Actor;

namespace Akka.Hosting;

/// <summary>
/// A registry to which actors can be added. Meant for the few top-level actors that code outside the system talks to.
/// </summary>
public interface IActorRegistry : IReadOnlyActorRegistry
{
    /// <summary>Registers <paramref name="actor"/> under <typeparamref name="TKey"/>.</summary>
    /// <param name="actor">The actor; several keys may have the same one.</param>
    /// <param name="overwrite">Whether it replaces an actor registered under this key before.</param>
    /// <exception cref="DuplicateActorRegistryException">
    /// The key has an actor, and <paramref name="overwrite"/> is false.
    /// </exception>
    void Register<TKey>(IActorRef actor, bool overwrite = false);

    /// <summary>Registers <paramref name="actor"/> under <typeparamref name="TKey"/> if that key is free.</summary>
    /// <param name="actor">The actor; null is not registered.</param>
    /// <param name="overwrite">Whether it replaces an actor registered under this key before.</param>
    /// <returns>Whether it was registered.</returns>
    bool TryRegister<TKey>(IActorRef actor, bool overwrite = false);

    /// <summary>Registers <paramref name="actor"/> under <paramref name="key"/> if that key is free.</summary>
    /// <inheritdoc cref="TryRegister{TKey}(IActorRef, bool)"/>
    bool TryRegister(Type key, IActorRef actor, bool overwrite = false);
}
