using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>
/// An unbounded queue for one consumer and producers that exclude each other. It is a ring; when the ring is full, a larger
/// one follows it, and the consumer moves there once the old one is empty. In the steady state nothing is allocated.
/// A field of this type must not be read-only.
/// </summary>
internal struct MessageQueue
{
    private const int SmallestRing = 2;
    private const int LargestRing = 2048;

    // What an idle actor may keep.
    private const int LargestIdleRing = 16;

    private Ring? _first;
    private Ring? _last;

    internal readonly bool IsEmpty => _first is null || (_first.IsEmpty && _first.Next is null);

    internal readonly int Count
    {
        get
        {
            var count = 0;
            for (var ring = _first; ring is not null; ring = ring.Next)
            {
                count += ring.Count;
            }

            return count;
        }
    }

    /// <summary>Adds a message. The caller excludes other producers.</summary>
    internal void Enqueue(in Envelope envelope)
    {
        var last = _last;
        if (last is null)
        {
            last = new Ring(SmallestRing);
            _last = last;
            last.TryAdd(in envelope);
            Volatile.Write(ref _first, last);
        }
        else if (!last.TryAdd(in envelope))
        {
            var next = new Ring(Math.Min(last.Capacity * 2, LargestRing));
            next.TryAdd(in envelope);
            _last = next;
            last.Next = next;
        }
    }

    /// <summary>Takes the oldest message. Called by the consumer only.</summary>
    internal bool TryDequeue(out Envelope envelope)
    {
        var first = Volatile.Read(ref _first);
        while (first is not null)
        {
            if (first.TryTake(out envelope))
            {
                return true;
            }

            // Nothing is added to a ring that has a successor; but something may have been added just before it got one.
            var next = first.Next;
            if (next is null)
            {
                break;
            }

            if (first.IsEmpty)
            {
                _first = first = next;
            }
        }

        envelope = default;
        return false;
    }

    /// <summary>Lets go of a ring that only a burst needed. Called by the consumer with producers excluded.</summary>
    internal void Trim()
    {
        if (_first is { Capacity: > LargestIdleRing } && IsEmpty)
        {
            Release();
        }
    }

    /// <summary>Forgets everything. Called by the consumer with producers excluded for good.</summary>
    internal void Release() => _first = _last = null;

    private sealed class Ring(int capacity)
    {
        private readonly Envelope[] _slots = new Envelope[capacity];

        // Both only ever grow, and wrap around; the consumer owns the head, the producers the tail.
        private int _head;
        private int _tail;
        private volatile Ring? _next;

        internal int Capacity => _slots.Length;

        internal int Count => Volatile.Read(ref _tail) - Volatile.Read(ref _head);

        internal bool IsEmpty => Count == 0;

        internal Ring? Next
        {
            get => _next;
            set => _next = value;
        }

        internal bool TryAdd(in Envelope envelope)
        {
            var slots = _slots;
            var tail = _tail;
            if (tail - Volatile.Read(ref _head) == slots.Length)
            {
                return false;
            }

            slots[tail & (slots.Length - 1)] = envelope;
            Volatile.Write(ref _tail, tail + 1);
            return true;
        }

        internal bool TryTake(out Envelope envelope)
        {
            var head = _head;
            if (head == Volatile.Read(ref _tail))
            {
                envelope = default;
                return false;
            }

            ref var slot = ref _slots[head & (_slots.Length - 1)];
            envelope = slot;
            slot = default;
            Volatile.Write(ref _head, head + 1);
            return true;
        }
    }
}
