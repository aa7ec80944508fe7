using Akka.Actor;

namespace Akka.TestKit;

/// <summary>A message that came.</summary>
public class RealMessageEnvelope : MessageEnvelope
{
    /// <param name="message">The message.</param>
    /// <param name="sender">Who told it.</param>
    public RealMessageEnvelope(object message, IActorRef sender)
    {
        Message = message;
        Sender = sender;
    }

    /// <inheritdoc/>
    public override object Message { get; }

    /// <inheritdoc/>
    public override IActorRef Sender { get; }

    /// <inheritdoc/>
    public override string ToString() => $"<{Message}> from {Sender}";
}
