namespace Akka.Actor;

/// <summary>
/// A binary heap of work, earliest first. Each work knows its place, so that removing one costs as little as adding it:
/// idle timers are reset far more often than they go off. Not thread safe.
/// </summary>
internal sealed class DeadlineQueue
{
    public const int NotQueued = -1;

    private const int InitialCapacity = 16;

    private ScheduledWork[] _heap = new ScheduledWork[InitialCapacity];
    private int _sequence;

    public int Count { get; private set; }

    public ScheduledWork First => _heap[0];

    public void Add(ScheduledWork work)
    {
        if (Count == _heap.Length)
            Array.Resize(ref _heap, Count * 2);

        work.Sequence = _sequence++;
        SiftUp(Count++, work);
    }

    public void Remove(ScheduledWork work)
    {
        var hole = work.Index;
        if (hole == NotQueued)
            return;

        work.Index = NotQueued;
        var last = _heap[--Count];
        _heap[Count] = null!;
        if (ReferenceEquals(last, work))
            return;

        if (hole > 0 && IsBefore(last, _heap[Parent(hole)]))
            SiftUp(hole, last);
        else
            SiftDown(hole, last);
    }

    public void Clear()
    {
        for (var i = 0; i < Count; i++)
            _heap[i].Index = NotQueued;

        _heap = new ScheduledWork[InitialCapacity];
        Count = 0;
    }

    private static int Parent(int index) => (index - 1) / 2;

    private static bool IsBefore(ScheduledWork left, ScheduledWork right)
        => left.Deadline < right.Deadline || (left.Deadline == right.Deadline && left.Sequence - right.Sequence < 0);

    private void SiftUp(int index, ScheduledWork work)
    {
        while (index > 0 && IsBefore(work, _heap[Parent(index)]))
        {
            Place(index, _heap[Parent(index)]);
            index = Parent(index);
        }

        Place(index, work);
    }

    private void SiftDown(int index, ScheduledWork work)
    {
        while (true)
        {
            var child = (2 * index) + 1;
            if (child >= Count)
                break;
            if (child + 1 < Count && IsBefore(_heap[child + 1], _heap[child]))
                child++;
            if (!IsBefore(_heap[child], work))
                break;

            Place(index, _heap[child]);
            index = child;
        }

        Place(index, work);
    }

    private void Place(int index, ScheduledWork work)
    {
        _heap[index] = work;
        work.Index = index;
    }
}
