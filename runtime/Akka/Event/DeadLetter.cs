using Akka.Actor;

namespace Akka.Event;

/// <summary>A message for an actor that does not exist, or no more.</summary>
public sealed class DeadLetter : AllDeadLetters
{
    /// <inheritdoc cref="AllDeadLetters(object, IActorRef, IActorRef)"/>
    public DeadLetter(object message, IActorRef sender, IActorRef recipient) : base(message, sender, recipient)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(recipient);
    }
}
