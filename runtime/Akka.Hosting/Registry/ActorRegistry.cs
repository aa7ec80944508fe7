using System.Collections;
using System.Collections.Concurrent;
using Akka.Actor;

namespace Akka.Hosting;

/// <summary>The registry of one actor system, which has it as an extension. Safe for use by many threads.</summary>
public sealed class ActorRegistry : IActorRegistry, IExtension
{
    // A key that is awaited has an entry before it has an actor.
    private readonly ConcurrentDictionary<Type, TaskCompletionSource<IActorRef>> _entries = new();

    /// <summary>The registry of <paramref name="actorSystem"/>.</summary>
    public static ActorRegistry For(ActorSystem actorSystem) =>
        actorSystem.WithExtension<ActorRegistry, ActorRegistryExtension>();

    /// <inheritdoc/>
    public void Register<TKey>(IActorRef actor, bool overwrite = false)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!TryRegister<TKey>(actor, overwrite))
            throw new DuplicateActorRegistryException(
                $"An actor is already registered under {typeof(TKey)}. Register the second one under a type of its " +
                "own, or pass overwrite: true to replace the first.");
    }

    /// <inheritdoc/>
    public bool TryRegister<TKey>(IActorRef actor, bool overwrite = false) =>
        TryRegister(typeof(TKey), actor, overwrite);

    /// <inheritdoc/>
    public bool TryRegister(Type key, IActorRef actor, bool overwrite = false)
    {
        if (actor is null)
            return false;
        if (EntryOf(key).TrySetResult(actor))
            return true;
        if (!overwrite)
            return false;

        var replacement = NewEntry();
        replacement.SetResult(actor);
        _entries[key] = replacement;
        return true;
    }

    /// <inheritdoc/>
    public IActorRef Get<TKey>() =>
        TryGet<TKey>(out var actor) ? actor : throw MissingActorRegistryEntryException.For<TKey>();

    /// <inheritdoc/>
    public bool TryGet<TKey>(out IActorRef actor) => TryGet(typeof(TKey), out actor);

    /// <inheritdoc/>
    public bool TryGet(Type key, out IActorRef actor)
    {
        var found = _entries.TryGetValue(key, out var entry) && entry.Task.IsCompleted;
        actor = found ? entry!.Task.Result : ActorRefs.Nobody;
        return found;
    }

    /// <inheritdoc/>
    public Task<IActorRef> GetAsync<TKey>(CancellationToken ct = default) => GetAsync(typeof(TKey), ct);

    /// <inheritdoc/>
    public Task<IActorRef> GetAsync(Type key, CancellationToken ct = default) => EntryOf(key).Task.WaitAsync(ct);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<Type, IActorRef>> GetEnumerator()
    {
        foreach (var (key, entry) in _entries)
        {
            if (entry.Task.IsCompleted)
                yield return KeyValuePair.Create(key, entry.Task.Result);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private TaskCompletionSource<IActorRef> EntryOf(Type key) => _entries.GetOrAdd(key, static _ => NewEntry());

    // Whoever registers an actor must not run the code that waits for it.
    private static TaskCompletionSource<IActorRef> NewEntry() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
