using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace ActorClient.Scheduling;

/// <summary>
/// Akka's scheduler on .NET's timers: no thread wakes up while nothing is due. Akka's own looks every 10 ms, which costs a client
/// that waits 8 % of a core. Thread-safe.
/// </summary>
/// <remarks>
/// What is not due yet when this is disposed runs then, as Akka's own does it: dispatchers put off their end by it.
/// </remarks>
/// <param name="config">The settings of the actor system.</param>
/// <param name="log">Where it is said that an action failed.</param>
internal sealed class QuietScheduler(Config config, ILoggingAdapter log) : SchedulerBase(config, log), IDisposable
{
    private readonly ConcurrentDictionary<ScheduledAction, bool> _pending = new();
    private volatile bool _isDisposed;

    /// <inheritdoc/>
    public override TimeSpan MonotonicClock => HighResMonotonicClock;

    /// <inheritdoc/>
    public override TimeSpan HighResMonotonicClock => TimeProvider.System.GetElapsedTime(0);

    /// <inheritdoc/>
    protected override DateTimeOffset TimeNow => TimeProvider.System.GetUtcNow();

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        foreach (var pending in _pending.Keys)
            pending.RunNow();
    }

    /// <inheritdoc/>
    protected override void InternalScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        Schedule(delay, Timeout.InfiniteTimeSpan, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        Schedule(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable cancelable) =>
        Schedule(delay, Timeout.InfiniteTimeSpan, action, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable cancelable) =>
        Schedule(delay, Timeout.InfiniteTimeSpan, action.Run, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable cancelable) =>
        Schedule(initialDelay, interval, action, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable cancelable) =>
        Schedule(initialDelay, interval, action.Run, cancelable);

    private void Schedule(TimeSpan delay, TimeSpan interval, Action action, ICancelable? cancelable)
    {
        var scheduled = new ScheduledAction(interval, () => Run(action), ended => _pending.TryRemove(ended, out _));
        _pending.TryAdd(scheduled, true);

        // Seen by Dispose, or seeing it.
        if (_isDisposed && _pending.TryRemove(scheduled, out _))
            throw new SchedulerException("nothing can be scheduled any more: the actor system has stopped");
        scheduled.Start(delay, cancelable);
    }

    private void Run(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            Log.Error(e, "what was scheduled failed: {0}", e.Message);
        }
    }
}
