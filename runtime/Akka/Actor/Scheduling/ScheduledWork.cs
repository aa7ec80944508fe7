using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>One thing a <see cref="HashedWheelTimerScheduler"/> is to do, once or repeatedly.</summary>
internal sealed class ScheduledWork
{
    private readonly HashedWheelTimerScheduler _scheduler;
    private readonly ICancelable? _cancelable;
    private readonly IActorRef? _sender;

    // Both are let go of by Drop, while Run may be reading them: the action goes first and is read last.
    private volatile object? _action;
    private volatile object? _message;

    private ScheduledWork(
        HashedWheelTimerScheduler scheduler,
        TimeSpan interval,
        ICancelable? cancelable,
        object action,
        object? message = null,
        IActorRef? sender = null)
    {
        _scheduler = scheduler;
        _cancelable = cancelable;
        _action = action;
        _message = message;
        _sender = sender;
        Interval = interval.Ticks;
    }

    /// <summary>When it is due, in ticks of the scheduler's clock. Belongs to the scheduler.</summary>
    public long Deadline { get; set; }

    /// <summary>Its place in the scheduler's <see cref="DeadlineQueue"/>. Belongs to the queue.</summary>
    public int Index { get; set; } = DeadlineQueue.NotQueued;

    /// <summary>Breaks ties: what was scheduled first is done first. It wraps around. Belongs to the queue.</summary>
    public int Sequence { get; set; }

    /// <summary>Ticks between two runs; zero if it runs once.</summary>
    public long Interval { get; }

    public bool IsCanceled => _cancelable is { IsCancellationRequested: true };

    public static ScheduledWork Tell(
        HashedWheelTimerScheduler scheduler,
        TimeSpan interval,
        ICanTell receiver,
        object message,
        IActorRef sender,
        ICancelable? cancelable)
        => new(scheduler, interval, cancelable, receiver, message, sender);

    public static ScheduledWork Call(
        HashedWheelTimerScheduler scheduler, TimeSpan interval, Action action, ICancelable? cancelable)
        => new(scheduler, interval, cancelable, action);

    public static ScheduledWork Call(
        HashedWheelTimerScheduler scheduler, TimeSpan interval, IRunnable action, ICancelable? cancelable)
        => new(scheduler, interval, cancelable, action);

    /// <summary>Lets the cancelable, if it is one that can, take this out of the queue.</summary>
    public void Attach() => (_cancelable as Cancelable)?.Attach(this);

    /// <summary>Undoes <see cref="Attach"/>.</summary>
    public void Detach() => (_cancelable as Cancelable)?.Detach(this);

    /// <summary>Takes this out of the scheduler's queue and lets go of what was to be done.</summary>
    public void Drop()
    {
        _action = null;
        _message = null;
        _scheduler.Remove(this);
    }

    public void Run()
    {
        var message = _message;
        switch (_action)
        {
            case Action action:
                action();
                break;
            case IRunnable runnable when message is null:
                runnable.Run();
                break;
            case ICanTell receiver:
                receiver.Tell(message!, _sender!);
                break;
        }
    }

    public override string ToString() => _message is null ? $"{_action}" : $"Tell [{_message}] to [{_action}]";
}
