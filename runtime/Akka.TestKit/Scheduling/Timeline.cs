using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>Virtual time, and the work that is due at points of it.</summary>
internal sealed class Timeline
{
    private readonly Lock _guard = new();

    // Work due at the same time runs in the order it was scheduled.
    private readonly PriorityQueue<Work, (TimeSpan Due, long Order)> _work = new();
    private long _scheduled;
    private TimeSpan _now;

    /// <summary>The time since the timeline began.</summary>
    public TimeSpan Now
    {
        get
        {
            lock (_guard)
                return _now;
        }
    }

    /// <param name="delay">From now to the first run.</param>
    /// <param name="interval">From run to run; null: there is one run.</param>
    /// <param name="action">The work.</param>
    /// <param name="cancelable">Cancels it.</param>
    public void Schedule(TimeSpan delay, TimeSpan? interval, Action action, ICancelable? cancelable)
    {
        lock (_guard)
            Enqueue(new Work(action, interval, cancelable), _now + delay);
    }

    /// <summary>
    /// Lets time pass. All work due meanwhile runs on this thread, each at its own time, that which is scheduled
    /// meanwhile included.
    /// </summary>
    public void Advance(TimeSpan time)
    {
        var end = Now + time;
        while (NextUntil(end) is { } work)
            work.Action();
    }

    private Work? NextUntil(TimeSpan end)
    {
        lock (_guard)
        {
            while (_work.TryPeek(out var work, out var at) && at.Due <= end)
            {
                _work.Dequeue();
                if (work.IsCancelled)
                    continue;

                _now = at.Due;
                if (work.Interval is { } interval)
                    Enqueue(work, at.Due + interval);
                return work;
            }

            _now = end;
            return null;
        }
    }

    private void Enqueue(Work work, TimeSpan due) => _work.Enqueue(work, (due, _scheduled++));

    private sealed record Work(Action Action, TimeSpan? Interval, ICancelable? Cancelable)
    {
        public bool IsCancelled => Cancelable is { IsCancellationRequested: true };
    }
}
