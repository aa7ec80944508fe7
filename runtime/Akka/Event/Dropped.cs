using Akka.Actor;

namespace Akka.Event;

/// <summary>A message that did not fit into a bounded mailbox or queue.</summary>
public sealed class Dropped : AllDeadLetters
{
    /// <summary>Creates it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="reason">Why it was dropped.</param>
    /// <param name="sender">Who sent it.</param>
    /// <param name="recipient">Whom it was for.</param>
    public Dropped(object message, string reason, IActorRef sender, IActorRef recipient)
        : base(message, sender, recipient)
    {
        Reason = reason;
    }

    /// <summary>Creates one whose sender is not known.</summary>
    /// <param name="message">The message.</param>
    /// <param name="reason">Why it was dropped.</param>
    /// <param name="recipient">Whom it was for.</param>
    public Dropped(object message, string reason, IActorRef recipient)
        : this(message, reason, ActorRefs.NoSender, recipient)
    {
    }

    /// <summary>Why it was dropped.</summary>
    public string Reason { get; }
}
