namespace Akka.Actor;

/// <summary>
/// Scheduling with delays in milliseconds, and scheduling that hands back its own <see cref="ICancelable"/>.
/// </summary>
public static class SchedulerExtensions
{
    /// <inheritdoc cref="ITellScheduler.ScheduleTellOnce(TimeSpan, ICanTell, object, IActorRef, ICancelable)"/>
    public static void ScheduleTellOnce(
        this ITellScheduler scheduler,
        int millisecondsDelay,
        ICanTell receiver,
        object message,
        IActorRef sender,
        ICancelable? cancelable = null)
        => scheduler.ScheduleTellOnce(Milliseconds(millisecondsDelay), receiver, message, sender, cancelable);

    /// <inheritdoc cref="ITellScheduler.ScheduleTellRepeatedly(TimeSpan, TimeSpan, ICanTell, object, IActorRef, ICancelable)"/>
    public static void ScheduleTellRepeatedly(
        this ITellScheduler scheduler,
        int initialMillisecondsDelay,
        int millisecondsInterval,
        ICanTell receiver,
        object message,
        IActorRef sender,
        ICancelable? cancelable = null)
        => scheduler.ScheduleTellRepeatedly(
            Milliseconds(initialMillisecondsDelay),
            Milliseconds(millisecondsInterval),
            receiver,
            message,
            sender,
            cancelable);

    /// <inheritdoc cref="ITellScheduler.ScheduleTellOnce(TimeSpan, ICanTell, object, IActorRef)"/>
    /// <returns>Cancels the sending.</returns>
    public static ICancelable ScheduleTellOnceCancelable(
        this IScheduler scheduler, TimeSpan delay, ICanTell receiver, object message, IActorRef sender)
    {
        var cancelable = new Cancelable(scheduler);
        scheduler.ScheduleTellOnce(delay, receiver, message, sender, cancelable);
        return cancelable;
    }

    /// <inheritdoc cref="ScheduleTellOnceCancelable(IScheduler, TimeSpan, ICanTell, object, IActorRef)"/>
    public static ICancelable ScheduleTellOnceCancelable(
        this IScheduler scheduler, int millisecondsDelay, ICanTell receiver, object message, IActorRef sender)
        => scheduler.ScheduleTellOnceCancelable(Milliseconds(millisecondsDelay), receiver, message, sender);

    /// <inheritdoc cref="ITellScheduler.ScheduleTellRepeatedly(TimeSpan, TimeSpan, ICanTell, object, IActorRef)"/>
    /// <returns>Ends the sending.</returns>
    public static ICancelable ScheduleTellRepeatedlyCancelable(
        this IScheduler scheduler,
        TimeSpan initialDelay,
        TimeSpan interval,
        ICanTell receiver,
        object message,
        IActorRef sender)
    {
        var cancelable = new Cancelable(scheduler);
        scheduler.ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, cancelable);
        return cancelable;
    }

    /// <inheritdoc cref="ScheduleTellRepeatedlyCancelable(IScheduler, TimeSpan, TimeSpan, ICanTell, object, IActorRef)"/>
    public static ICancelable ScheduleTellRepeatedlyCancelable(
        this IScheduler scheduler,
        int initialMillisecondsDelay,
        int millisecondsInterval,
        ICanTell receiver,
        object message,
        IActorRef sender)
        => scheduler.ScheduleTellRepeatedlyCancelable(
            Milliseconds(initialMillisecondsDelay), Milliseconds(millisecondsInterval), receiver, message, sender);

    /// <inheritdoc cref="IActionScheduler.ScheduleOnce(TimeSpan, Action, ICancelable)"/>
    public static void ScheduleOnce(
        this IActionScheduler scheduler, int millisecondsDelay, Action action, ICancelable? cancelable = null)
        => scheduler.ScheduleOnce(Milliseconds(millisecondsDelay), action, cancelable);

    /// <inheritdoc cref="IActionScheduler.ScheduleRepeatedly(TimeSpan, TimeSpan, Action, ICancelable)"/>
    public static void ScheduleRepeatedly(
        this IActionScheduler scheduler,
        int initialMillisecondsDelay,
        int millisecondsInterval,
        Action action,
        ICancelable? cancelable = null)
        => scheduler.ScheduleRepeatedly(
            Milliseconds(initialMillisecondsDelay), Milliseconds(millisecondsInterval), action, cancelable);

    /// <inheritdoc cref="IActionScheduler.ScheduleOnce(TimeSpan, Action)"/>
    /// <returns>Cancels the run.</returns>
    public static ICancelable ScheduleOnceCancelable(this IActionScheduler scheduler, TimeSpan delay, Action action)
    {
        var cancelable = new Cancelable(scheduler);
        scheduler.ScheduleOnce(delay, action, cancelable);
        return cancelable;
    }

    /// <inheritdoc cref="ScheduleOnceCancelable(IActionScheduler, TimeSpan, Action)"/>
    public static ICancelable ScheduleOnceCancelable(
        this IActionScheduler scheduler, int millisecondsDelay, Action action)
        => scheduler.ScheduleOnceCancelable(Milliseconds(millisecondsDelay), action);

    /// <inheritdoc cref="IActionScheduler.ScheduleRepeatedly(TimeSpan, TimeSpan, Action)"/>
    /// <returns>Ends the runs.</returns>
    public static ICancelable ScheduleRepeatedlyCancelable(
        this IActionScheduler scheduler, TimeSpan initialDelay, TimeSpan interval, Action action)
    {
        var cancelable = new Cancelable(scheduler);
        scheduler.ScheduleRepeatedly(initialDelay, interval, action, cancelable);
        return cancelable;
    }

    /// <inheritdoc cref="ScheduleRepeatedlyCancelable(IActionScheduler, TimeSpan, TimeSpan, Action)"/>
    public static ICancelable ScheduleRepeatedlyCancelable(
        this IActionScheduler scheduler, int initialMillisecondsDelay, int millisecondsInterval, Action action)
        => scheduler.ScheduleRepeatedlyCancelable(
            Milliseconds(initialMillisecondsDelay), Milliseconds(millisecondsInterval), action);

    private static TimeSpan Milliseconds(int value) => TimeSpan.FromMilliseconds(value);
}
