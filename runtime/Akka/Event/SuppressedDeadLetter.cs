using Akka.Actor;

namespace Akka.Event;

/// <summary>A dead letter that is no cause for concern; it is not logged.</summary>
public sealed class SuppressedDeadLetter : AllDeadLetters
{
    /// <inheritdoc cref="AllDeadLetters(object, IActorRef, IActorRef)"/>
    public SuppressedDeadLetter(IDeadLetterSuppression message, IActorRef sender, IActorRef recipient)
        : base(message, sender, recipient)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(recipient);
    }
}
