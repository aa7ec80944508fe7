using System.Diagnostics.CodeAnalysis;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>
/// What is due when, each item once. To find the next, and to move or remove any, costs the logarithm of their number.
/// </summary>
/// <remarks>A binary heap, and where in it each item is; to set an item allocates nothing.</remarks>
internal sealed class Agenda<T>
    where T : class
{
    private readonly List<Entry> _heap = [];
    private readonly Dictionary<T, int> _places = [];
    private long _number;

    /// <summary>When the next item is due; none if there is no item.</summary>
    public TimeSpan? NextAt => _heap.Count == 0 ? null : _heap[0].At;

    /// <summary>From now on <paramref name="item"/> is due at <paramref name="at"/>, or not at all.</summary>
    public void Set(T item, TimeSpan? at)
    {
        if (_places.Remove(item, out var place))
            RemoveAt(place);
        if (at is not { } time)
            return;
        var entry = new Entry(item, time, _number++);
        _heap.Add(entry);
        Rise(_heap.Count - 1, entry);
    }

    /// <summary>Takes the earliest item that is due; of those due at the same time, the one set first.</summary>
    public bool TryTake(TimeSpan now, [NotNullWhen(true)] out T? item)
    {
        item = NextAt <= now ? _heap[0].Item : null;
        if (item is not null)
            Set(item, null);
        return item is not null;
    }

    /// <summary>Fills the gap at <paramref name="place"/> with the last entry, moved to where it belongs.</summary>
    private void RemoveAt(int place)
    {
        var last = _heap[^1];
        _heap.RemoveAt(_heap.Count - 1);
        if (place == _heap.Count)
            return;
        if (place > 0 && last.IsBefore(_heap[(place - 1) / 2]))
            Rise(place, last);
        else
            Sink(place, last);
    }

    private void Rise(int place, Entry entry)
    {
        for (var parent = (place - 1) / 2; place > 0 && entry.IsBefore(_heap[parent]); parent = (place - 1) / 2)
        {
            Put(place, _heap[parent]);
            place = parent;
        }

        Put(place, entry);
    }

    private void Sink(int place, Entry entry)
    {
        for (var child = (2 * place) + 1; child < _heap.Count; child = (2 * place) + 1)
        {
            if (child + 1 < _heap.Count && _heap[child + 1].IsBefore(_heap[child]))
                child++;
            if (!_heap[child].IsBefore(entry))
                break;
            Put(place, _heap[child]);
            place = child;
        }

        Put(place, entry);
    }

    private void Put(int place, Entry entry)
    {
        _heap[place] = entry;
        _places[entry.Item] = place;
    }

    private readonly record struct Entry(T Item, TimeSpan At, long Number)
    {
        public bool IsBefore(Entry other) => At != other.At ? At < other.At : Number < other.Number;
    }
}
