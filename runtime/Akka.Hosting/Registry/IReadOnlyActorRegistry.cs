using Akka.Actor;

namespace Akka.Hosting;

/// <summary>Finds registered actors by the type they were registered under; enumerates them by that key.</summary>
public interface IReadOnlyActorRegistry : IEnumerable<KeyValuePair<Type, IActorRef>>
{
    /// <summary>The actor registered under <typeparamref name="TKey"/>.</summary>
    /// <exception cref="MissingActorRegistryEntryException">No actor is registered under this key.</exception>
    IActorRef Get<TKey>();

    /// <summary>Looks up the actor registered under <typeparamref name="TKey"/>.</summary>
    /// <param name="actor">The actor, or <see cref="ActorRefs.Nobody"/> if there is none.</param>
    /// <returns>Whether there is one.</returns>
    bool TryGet<TKey>(out IActorRef actor);

    /// <summary>Looks up the actor registered under <paramref name="key"/>.</summary>
    /// <inheritdoc cref="TryGet{TKey}(out IActorRef)"/>
    bool TryGet(Type key, out IActorRef actor);

    /// <summary>The actor registered under <typeparamref name="TKey"/>, as soon as there is one.</summary>
    /// <param name="ct">Ends the wait; the task is then cancelled.</param>
    Task<IActorRef> GetAsync<TKey>(CancellationToken ct = default);

    /// <summary>The actor registered under <paramref name="key"/>, as soon as there is one.</summary>
    /// <inheritdoc cref="GetAsync{TKey}(CancellationToken)"/>
    Task<IActorRef> GetAsync(Type key, CancellationToken ct = default);
}
