using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// The envelope in which a timer's message travels through the mailbox: by its identity the actor's cell tells the
/// timer that runs under a key from those that ran under it before. One that misses its actor is nobody's loss. It is
/// the cancelable of its own schedule, to be one object instead of two.
/// </summary>
internal sealed class TimerMessage : Cancelable, IWrappedMessage, IDeadLetterSuppression
{
    private readonly TimerScheduler _owner;

    public TimerMessage(TimerScheduler owner, object key, object message, bool isPeriodic, IScheduler scheduler)
        : base(scheduler)
    {
        _owner = owner;
        Key = key;
        Message = message;
        IsPeriodic = isPeriodic;
    }

    public object Key { get; }

    public object Message { get; }

    public bool IsPeriodic { get; }

    /// <summary>
    /// For the actor's cell, on the actor's thread, before it looks at a message in any other way: the cell goes on
    /// with <paramref name="message"/> in place of this envelope, or drops it.
    /// </summary>
    /// <returns>
    /// False if the timer was cancelled or replaced, or its actor restarted: nothing is to be delivered.
    /// </returns>
    public bool TryOpen(out object message)
    {
        message = Message;
        return _owner.Accept(this);
    }

    public override string ToString() => $"Timer [{Key}]: {Message}";
}
