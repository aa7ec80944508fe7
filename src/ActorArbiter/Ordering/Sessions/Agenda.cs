using System.Diagnostics.CodeAnalysis;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>
/// What is due when, each item once. To find the next, and to move or remove any, costs the logarithm of their number.
/// </summary>
internal sealed class Agenda<T>
    where T : class
{
    private readonly SortedSet<Entry> _entries = new(Entry.Order);
    private readonly Dictionary<T, Entry> _byItem = [];
    private long _number;

    /// <summary>When the next item is due; none if there is no item.</summary>
    public TimeSpan? NextAt => _entries.Min?.At;

    /// <summary>From now on <paramref name="item"/> is due at <paramref name="at"/>, or not at all.</summary>
    public void Set(T item, TimeSpan? at)
    {
        if (_byItem.Remove(item, out var entry))
            _entries.Remove(entry);
        if (at is not { } time)
            return;
        entry = new Entry(item, time, _number++);
        _byItem.Add(item, entry);
        _entries.Add(entry);
    }

    /// <summary>Takes the earliest item that is due; of those due at the same time, the one set first.</summary>
    public bool TryTake(TimeSpan now, [NotNullWhen(true)] out T? item)
    {
        item = _entries.Min is { } first && first.At <= now ? first.Item : null;
        if (item is not null)
            Set(item, null);
        return item is not null;
    }

    private sealed class Entry(T item, TimeSpan at, long number)
    {
        public static readonly IComparer<Entry> Order = Comparer<Entry>.Create((one, other) =>
            one.At != other.At ? one.At.CompareTo(other.At) : one.Number.CompareTo(other.Number));

        public T Item { get; } = item;

        public TimeSpan At { get; } = at;

        private long Number { get; } = number;
    }
}
