namespace ActorArbiter.StampedTcp.Scheduling;

/// <summary>What is to be done later, the next first. Those that were cancelled are dropped before they can pile up. Not for several threads.</summary>
internal sealed class PendingActions
{
    private const int SmallestSweep = 1024;

    // Of those that are due at the same time the first in is the first out.
    private readonly PriorityQueue<PendingAction, (TimeSpan Due, long Number)> _queue = new();
    private long _added;
    private int _sweepAt = SmallestSweep;

    public int Count => _queue.Count;

    /// <summary>Adds one.</summary>
    /// <returns>Whether it is the next.</returns>
    public bool Add(PendingAction action, TimeSpan due)
    {
        if (_queue.Count >= _sweepAt)
            Sweep();
        var isNext = !_queue.TryPeek(out _, out var next) || due < next.Due;
        _queue.Enqueue(action, (due, _added++));
        return isNext;
    }

    /// <summary>Removes the next if it is due; <see langword="null"/> if it is not.</summary>
    public PendingAction? TakeDue(TimeSpan now) =>
        _queue.TryPeek(out _, out var next) && next.Due <= now ? _queue.Dequeue() : null;

    /// <summary>How long until the next is due; <see cref="Timeout.InfiniteTimeSpan"/> if there is none.</summary>
    public TimeSpan Wait(TimeSpan now)
    {
        if (!_queue.TryPeek(out _, out var next))
            return Timeout.InfiniteTimeSpan;
        var left = Math.Clamp(Math.Ceiling((next.Due - now).TotalMilliseconds), 0, int.MaxValue - 1);
        return TimeSpan.FromMilliseconds(left);
    }

    /// <summary>Removes all, the next first.</summary>
    public PendingAction[] TakeAll()
    {
        var all = new PendingAction[_queue.Count];
        for (var i = 0; i < all.Length; i++)
            all[i] = _queue.Dequeue();
        return all;
    }

    /// <summary>Drops what was cancelled, each time that as many more were added as were left the last time.</summary>
    private void Sweep()
    {
        var wanted = _queue.UnorderedItems.Where(item => !item.Element.IsCancelled).ToArray();
        _queue.Clear();
        _queue.EnqueueRange(wanted);
        _sweepAt = Math.Max(SmallestSweep, 2 * wanted.Length);
    }
}
