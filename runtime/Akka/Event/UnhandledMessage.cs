using Akka.Actor;

namespace Akka.Event;

/// <summary>A message that its actor did not know what to do with.</summary>
public sealed class UnhandledMessage : AllDeadLetters
{
    /// <inheritdoc cref="AllDeadLetters(object, IActorRef, IActorRef)"/>
    public UnhandledMessage(object message, IActorRef sender, IActorRef recipient) : base(message, sender, recipient)
    {
    }
}
