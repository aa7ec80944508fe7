using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>
/// Runs <see cref="IRunnable"/>s later, on the scheduler's thread: they must neither block nor throw.
/// </summary>
public interface IRunnableScheduler
{
    /// <summary>Runs <paramref name="action"/> once, after <paramref name="delay"/>.</summary>
    /// <param name="delay">Zero or more.</param>
    /// <param name="action">What to run.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative.</exception>
    /// <exception cref="SchedulerException">The scheduler has been shut down.</exception>
    void ScheduleOnce(TimeSpan delay, IRunnable action);

    /// <inheritdoc cref="ScheduleOnce(TimeSpan, IRunnable)"/>
    /// <remarks><paramref name="cancelable"/> cancels the run, if it has not begun.</remarks>
    void ScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable);

    /// <summary>
    /// Runs <paramref name="action"/> after <paramref name="initialDelay"/> and then every <paramref name="interval"/>.
    /// </summary>
    /// <param name="initialDelay">Zero or more.</param>
    /// <param name="interval">More than zero.</param>
    /// <param name="action">What to run; if it throws, it is logged and not run again.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="initialDelay"/> is negative or <paramref name="interval"/> is not positive.
    /// </exception>
    /// <exception cref="SchedulerException">The scheduler has been shut down.</exception>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action);

    /// <inheritdoc cref="ScheduleRepeatedly(TimeSpan, TimeSpan, IRunnable)"/>
    /// <remarks><paramref name="cancelable"/> ends the runs.</remarks>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable);
}
