using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>
/// A scheduler whose time stands still until the test lets it pass:
/// <c>akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"</c>, then
/// <c>((TestScheduler)Sys.Scheduler).Advance(...)</c>.
/// </summary>
/// <remarks>
/// What is due is done on the thread that calls <see cref="Advance"/>, in order of time. A message is told there; its
/// receiver runs where it always does. So before advancing again over what the receiver is to schedule, wait for a sign
/// that it has. What does not ask the scheduler (expectations, <c>Ask</c>, <c>Task.Delay</c>) goes by real time.
/// </remarks>
public class TestScheduler : SchedulerBase
{
    private readonly DateTimeOffset _start = DateTimeOffset.UtcNow;
    private readonly Timeline _timeline = new();

    /// <param name="schedulerConfig">The configuration of the system.</param>
    /// <param name="log">The scheduler's logger.</param>
    public TestScheduler(Config schedulerConfig, ILoggingAdapter log)
        : base(schedulerConfig, log)
    {
    }

    /// <summary>Itself: the scheduler of actions.</summary>
    public IAdvancedScheduler Advanced => this;

    /// <summary>The virtual time. It starts at the wall clock's.</summary>
    public DateTimeOffset Now => TimeNow;

    /// <summary>The virtual time since the start.</summary>
    public override TimeSpan MonotonicClock => _timeline.Now;

    /// <summary>The virtual time since the start.</summary>
    public override TimeSpan HighResMonotonicClock => _timeline.Now;

    /// <inheritdoc/>
    protected override DateTimeOffset TimeNow => _start + _timeline.Now;

    /// <summary>Lets time pass, and does what is due meanwhile, each thing as often as it is due.</summary>
    /// <param name="offset">How much.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public void Advance(TimeSpan offset)
    {
        ValidateDelay(offset, nameof(offset));
        _timeline.Advance(offset);
    }

    /// <summary>Lets time pass until a moment.</summary>
    /// <param name="when">The moment.</param>
    /// <exception cref="InvalidOperationException">It is past.</exception>
    public void AdvanceTo(DateTimeOffset when)
    {
        var now = Now;
        if (when < now)
            throw new InvalidOperationException($"It is {now:O} already: time cannot go back to {when:O}.");

        Advance(when - now);
    }

    /// <inheritdoc/>
    protected override void InternalScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable? cancelable) =>
        _timeline.Schedule(delay, null, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay,
        TimeSpan interval,
        ICanTell receiver,
        object message,
        IActorRef sender,
        ICancelable? cancelable) =>
        _timeline.Schedule(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) =>
        _timeline.Schedule(delay, null, action, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable) =>
        _timeline.Schedule(delay, null, action.Run, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        _timeline.Schedule(initialDelay, interval, action, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable) =>
        _timeline.Schedule(initialDelay, interval, action.Run, cancelable);
}
