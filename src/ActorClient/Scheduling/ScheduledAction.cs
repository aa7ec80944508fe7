using Akka.Actor;

namespace ActorClient.Scheduling;

/// <summary>What is to run once, or again and again, until it is canceled. Thread-safe.</summary>
internal sealed class ScheduledAction : IDisposable
{
    private readonly TimeSpan _interval;
    private readonly Action _action;
    private readonly Func<ScheduledAction, bool> _end;
    private readonly Timer _timer;
    private CancellationTokenRegistration _canceling;

    /// <param name="interval">The pause between two runs; <see cref="Timeout.InfiniteTimeSpan"/>: it runs once.</param>
    /// <param name="action">What runs. It does not throw.</param>
    /// <param name="end">Told that it is over; true for the first who says so.</param>
    public ScheduledAction(TimeSpan interval, Action action, Func<ScheduledAction, bool> end)
    {
        _interval = interval;
        _action = action;
        _end = end;
        _timer = new Timer(static self => ((ScheduledAction)self!).OnDue(), this, Timeout.Infinite, Timeout.Infinite);
    }

    private bool Repeats => _interval != Timeout.InfiniteTimeSpan;

    /// <summary>Begins to wait.</summary>
    /// <param name="delay">The pause before the first run.</param>
    /// <param name="cancelable">Ends it, if it can be ended.</param>
    public void Start(TimeSpan delay, ICancelable? cancelable)
    {
        if (cancelable is not null)
            _canceling = cancelable.Token.UnsafeRegister(static self => ((ScheduledAction)self!).Dispose(), this);
        Wait(delay);
    }

    /// <summary>Runs a last time, unless it is over.</summary>
    public void RunNow()
    {
        if (TryEnd())
            _action();
    }

    /// <summary>Ends it without another run.</summary>
    public void Dispose() => TryEnd();

    private void OnDue()
    {
        if (!Repeats)
        {
            RunNow();
            return;
        }

        _action();
        Wait(_interval);
    }

    private bool TryEnd()
    {
        if (!_end(this))
            return false;
        _timer.Dispose();
        _canceling.Unregister();
        return true;
    }

    private void Wait(TimeSpan time)
    {
        try
        {
            _timer.Change(time, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // It was canceled meanwhile.
        }
    }
}
