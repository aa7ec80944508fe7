using Akka.Actor;

namespace Akka.TestKit;

/// <summary>A message that reached a test actor, with its sender.</summary>
public abstract class MessageEnvelope
{
    /// <summary>The message.</summary>
    public abstract object Message { get; }

    /// <summary>Who told it; the system's dead letters if it was told without a sender.</summary>
    public abstract IActorRef Sender { get; }
}
