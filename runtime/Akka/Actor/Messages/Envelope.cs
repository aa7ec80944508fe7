namespace Akka.Actor;

/// <summary>A message with its sender, as it lies in a mailbox.</summary>
public readonly struct Envelope
{
    /// <summary>Puts a message into an envelope.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">Who told it; null for nobody.</param>
    public Envelope(object message, IActorRef? sender)
    {
        Message = message;
        Sender = sender!;
    }

    /// <summary>Who told the message; null for nobody.</summary>
    public IActorRef Sender { get; }

    /// <summary>The message.</summary>
    public object Message { get; }

    /// <inheritdoc/>
    public override string ToString() =>
        $"<{Message}> from {(Sender is null ? "NoSender" : Sender.ToString())}";
}
