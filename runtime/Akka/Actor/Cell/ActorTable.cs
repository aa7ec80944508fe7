namespace Akka.Actor;

/// <summary>
/// Actors, each with a note about it or none. Most tables hold a single actor and no note, which takes no object of its own.
/// A field of this type must not be read-only.
/// </summary>
internal struct ActorTable
{
    // Null; the only actor, without a note; or a dictionary.
    private object? _content;

    internal readonly IEnumerable<IActorRef> Actors =>
        _content switch
        {
            null => [],
            Dictionary<IActorRef, object?> many => many.Keys,
            var single => [(IActorRef)single],
        };

    internal readonly bool Contains(IActorRef actor) =>
        _content is Dictionary<IActorRef, object?> many ? many.ContainsKey(actor) : IsSingle(actor);

    /// <summary>Adds an actor, unless it is there already.</summary>
    internal bool TryAdd(IActorRef actor, object? note)
    {
        if (_content is null && note is null)
        {
            _content = actor;
            return true;
        }

        return !IsSingle(actor) && Many().TryAdd(actor, note);
    }

    /// <summary>Adds an actor, or replaces the note about it.</summary>
    internal void Set(IActorRef actor, object? note)
    {
        if (!TryAdd(actor, note))
        {
            Many()[actor] = note;
        }
    }

    internal bool Remove(IActorRef actor) => Remove(actor, out _);

    internal bool Remove(IActorRef actor, out object? note)
    {
        if (_content is Dictionary<IActorRef, object?> many)
        {
            return many.Remove(actor, out note);
        }

        note = null;
        if (!IsSingle(actor))
        {
            return false;
        }

        _content = null;
        return true;
    }

    internal void Clear() => _content = null;

    private readonly bool IsSingle(IActorRef actor) => _content is IActorRef single && single.Equals(actor);

    private Dictionary<IActorRef, object?> Many()
    {
        if (_content is Dictionary<IActorRef, object?> many)
        {
            return many;
        }

        many = [];
        if (_content is IActorRef single)
        {
            many.Add(single, null);
        }

        _content = many;
        return many;
    }
}
