namespace ActorArbiter.Ordering;

/// <summary>
/// The messages of one id that wait for a round, in the order in which rounds take them: those of contenders that are
/// connected in full, then those of half-closed ones, each by sequence. At most one is lost, the last.
/// </summary>
internal sealed class ContenderQueue
{
    private readonly SortedSet<WaitingArrival> _waiting = new(WaitingArrival.Order);

    public int Count => _waiting.Count;

    /// <summary>The one that is in the oldest open round; there is one unless the queue is empty.</summary>
    public WaitingArrival First => _waiting.Min!;

    /// <summary>Whether the last one is lost, and gives up its place to the next that comes.</summary>
    public bool EndsInLost => _waiting.Max is { Presence: Presence.Lost };

    public void Add(WaitingArrival waiting) => _waiting.Add(waiting);

    public WaitingArrival TakeFirst() => Take(First);

    public WaitingArrival TakeLast() => Take(_waiting.Max!);

    /// <summary>Puts <paramref name="waiting"/> behind those that are connected in full.</summary>
    public void HalfClose(WaitingArrival waiting)
    {
        if (waiting.Presence == Presence.Connected)
            Change(waiting, Presence.HalfClosed);
    }

    /// <summary>Drops <paramref name="waiting"/> if another one waits behind it; whether it did.</summary>
    public bool Lose(WaitingArrival waiting)
    {
        if (waiting != _waiting.Max)
            return _waiting.Remove(waiting);
        Change(waiting, Presence.Lost);
        return false;
    }

    /// <summary>Its place in the set depends on its presence, so it is not in the set while that changes.</summary>
    private void Change(WaitingArrival waiting, Presence presence)
    {
        _waiting.Remove(waiting);
        waiting.Presence = presence;
        _waiting.Add(waiting);
    }

    private WaitingArrival Take(WaitingArrival waiting)
    {
        _waiting.Remove(waiting);
        return waiting;
    }
}
