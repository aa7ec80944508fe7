namespace Akka.Actor;

/// <summary>
/// An actor's timers: messages that the actor sends to itself later, each under a key. Starting a timer under a key in
/// use replaces that timer; the message of a timer that was replaced or cancelled is never delivered, also if it was in
/// the mailbox already. To be used by the actor itself, while it handles a message, only.
/// </summary>
public interface ITimerScheduler
{
    /// <summary>The keys of the timers that are running.</summary>
    IReadOnlyCollection<object> ActiveTimers { get; }

    /// <summary>Sends <paramref name="msg"/> every <paramref name="interval"/>, with no sender.</summary>
    /// <param name="key">Names the timer, by its <see cref="object.Equals(object)"/>.</param>
    /// <param name="msg">The message.</param>
    /// <param name="interval">Time before the first message and between two; more than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="interval"/> is not positive.</exception>
    void StartPeriodicTimer(object key, object msg, TimeSpan interval);

    /// <inheritdoc cref="StartPeriodicTimer(object, object, TimeSpan)"/>
    /// <remarks><paramref name="sender"/> is the sender the actor sees.</remarks>
    void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef sender);

    /// <summary>
    /// Sends <paramref name="msg"/> after <paramref name="initialDelay"/> and then every <paramref name="interval"/>,
    /// with no sender.
    /// </summary>
    /// <param name="key">Names the timer, by its <see cref="object.Equals(object)"/>.</param>
    /// <param name="msg">The message.</param>
    /// <param name="initialDelay">Time before the first message; zero or more.</param>
    /// <param name="interval">Time between two messages; more than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is out of its range.</exception>
    void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval);

    /// <inheritdoc cref="StartPeriodicTimer(object, object, TimeSpan, TimeSpan)"/>
    /// <remarks><paramref name="sender"/> is the sender the actor sees.</remarks>
    void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef sender);

    /// <summary>Sends <paramref name="msg"/> once, after <paramref name="timeout"/>, with no sender.</summary>
    /// <param name="key">Names the timer, by its <see cref="object.Equals(object)"/>.</param>
    /// <param name="msg">The message.</param>
    /// <param name="timeout">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative.</exception>
    void StartSingleTimer(object key, object msg, TimeSpan timeout);

    /// <inheritdoc cref="StartSingleTimer(object, object, TimeSpan)"/>
    /// <remarks><paramref name="sender"/> is the sender the actor sees.</remarks>
    void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef sender);

    /// <summary>
    /// Whether the timer under <paramref name="key"/> is running: a single timer is until its message is handled.
    /// </summary>
    bool IsTimerActive(object key);

    /// <summary>Ends the timer under <paramref name="key"/>, if there is one.</summary>
    void Cancel(object key);

    /// <summary>Ends all timers of the actor.</summary>
    void CancelAll();
}
