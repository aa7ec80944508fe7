using System.Diagnostics;
using ActorArbiter.StampedTcp.Scheduling;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace ActorArbiter.StampedTcp;

/// <summary>
/// A scheduler that sleeps until something is due, where Akka.NET's own looks a hundred times a second, which an otherwise idle
/// process spends several percent of a processor on. In configuration:
/// <c>akka.scheduler.implementation = "ActorArbiter.StampedTcp.QuietScheduler, ActorArbiter.StampedTcp"</c>.
/// </summary>
/// <remarks>
/// It has a thread of its own, which starts with the first that is scheduled, and on which actions run: they must not block. As with
/// Akka.NET's own, what is pending when it is disposed is done then, once, for dispatchers wait for that to end.
/// </remarks>
public sealed class QuietScheduler : SchedulerBase, IDateTimeOffsetNowTimeProvider, IDisposable
{
    private readonly Lock _gate = new();
    private readonly PendingActions _pending = new();
    private readonly AutoResetEvent _sooner = new(initialState: false);
    private Thread? _thread;
    private bool _isDisposed;

    /// <summary>Called by Akka.NET.</summary>
    public QuietScheduler(Config scheduler, ILoggingAdapter log)
        : base(scheduler, log)
    {
    }

    /// <inheritdoc/>
    public override TimeSpan MonotonicClock => Stopwatch.GetElapsedTime(0);

    /// <inheritdoc/>
    public override TimeSpan HighResMonotonicClock => MonotonicClock;

    /// <inheritdoc/>
    protected override DateTimeOffset TimeNow => DateTimeOffset.UtcNow;

    /// <summary>Does what is pending, and then no more.</summary>
    public void Dispose()
    {
        PendingAction[] left;
        lock (_gate)
        {
            if (_isDisposed)
                return;
            _isDisposed = true;
            left = _pending.TakeAll();
            if (_thread is null)
                _sooner.Dispose();
            else
                _sooner.Set();
        }

        foreach (var action in left)
            Run(action);
    }

    /// <inheritdoc/>
    protected override void InternalScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable? cancelable) =>
        Add(delay, TimeSpan.Zero, new Telling(receiver, message, sender), cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender, ICancelable? cancelable) =>
        Add(initialDelay, interval, new Telling(receiver, message, sender), cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) =>
        Add(delay, TimeSpan.Zero, new ActionRunnable(action), cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable) =>
        Add(delay, TimeSpan.Zero, action, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        Add(initialDelay, interval, new ActionRunnable(action), cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable) =>
        Add(initialDelay, interval, action, cancelable);

    private void Add(TimeSpan delay, TimeSpan interval, IRunnable action, ICancelable? cancelable)
    {
        lock (_gate)
        {
            // Dispatchers take this exception for what it says.
            if (_isDisposed)
                throw new SchedulerException("The scheduler has ended with its actor system.");
            if (_thread is null)
            {
                _thread = new Thread(Work) { Name = "scheduler", IsBackground = true };
                _thread.UnsafeStart();
            }

            if (_pending.Add(new PendingAction(action, cancelable, interval), After(delay)))
                _sooner.Set();
        }
    }

    private TimeSpan After(TimeSpan delay) => MonotonicClock is var now && delay < TimeSpan.MaxValue - now ? now + delay : TimeSpan.MaxValue;

    private void Work()
    {
        using (_sooner)
        {
            while (TryTakeDue(out var due, out var wait))
            {
                if (due is null)
                {
                    _sooner.WaitOne(wait);
                    continue;
                }

                Run(due);
                if (due.Interval > TimeSpan.Zero && !due.IsCancelled)
                    Repeat(due);
            }
        }
    }

    /// <returns>False at the end. <paramref name="due"/> is none if nothing is due yet.</returns>
    private bool TryTakeDue(out PendingAction? due, out TimeSpan wait)
    {
        lock (_gate)
        {
            due = _pending.TakeDue(MonotonicClock);
            wait = _pending.Wait(MonotonicClock);
            return !_isDisposed;
        }
    }

    private void Repeat(PendingAction action)
    {
        lock (_gate)
        {
            if (!_isDisposed)
                _pending.Add(action, After(action.Interval));
        }
    }

    private void Run(PendingAction action)
    {
        if (action.IsCancelled)
            return;
        try
        {
            action.Action.Run();
        }
#pragma warning disable CA1031 // It is the user's; whatever it throws, the others are due as well.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.Error(e, "a scheduled action failed");
        }
    }

    private sealed class Telling(ICanTell receiver, object message, IActorRef sender) : IRunnable
    {
        public void Run() => receiver.Tell(message, sender);

        public void Execute() => Run();
    }
}
