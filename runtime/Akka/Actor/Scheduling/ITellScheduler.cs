namespace Akka.Actor;

/// <summary>Sends messages later.</summary>
public interface ITellScheduler
{
    /// <summary>Sends <paramref name="message"/> once, after <paramref name="delay"/>.</summary>
    /// <param name="delay">Zero or more; zero means at once, from the scheduler's thread.</param>
    /// <param name="receiver">Who gets the message.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender the receiver sees.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative.</exception>
    /// <exception cref="SchedulerException">The scheduler has been shut down.</exception>
    void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef sender);

    /// <inheritdoc cref="ScheduleTellOnce(TimeSpan, ICanTell, object, IActorRef)"/>
    /// <remarks><paramref name="cancelable"/> cancels the sending, if it has not happened yet.</remarks>
    void ScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable? cancelable);

    /// <summary>
    /// Sends <paramref name="message"/> after <paramref name="initialDelay"/> and then every
    /// <paramref name="interval"/>. Sendings missed because the process stood still are not made up for.
    /// </summary>
    /// <param name="initialDelay">Zero or more.</param>
    /// <param name="interval">More than zero.</param>
    /// <param name="receiver">Who gets the messages.</param>
    /// <param name="message">The message, the same object each time.</param>
    /// <param name="sender">The sender the receiver sees.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="initialDelay"/> is negative or <paramref name="interval"/> is not positive.
    /// </exception>
    /// <exception cref="SchedulerException">The scheduler has been shut down.</exception>
    void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender);

    /// <inheritdoc cref="ScheduleTellRepeatedly(TimeSpan, TimeSpan, ICanTell, object, IActorRef)"/>
    /// <remarks><paramref name="cancelable"/> ends the sending.</remarks>
    void ScheduleTellRepeatedly(
        TimeSpan initialDelay,
        TimeSpan interval,
        ICanTell receiver,
        object message,
        IActorRef sender,
        ICancelable? cancelable);
}
