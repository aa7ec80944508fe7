using Akka.Actor;

namespace Akka.TestKit;

/// <summary>
/// Stands for "no message": what a test kit has last received before anything came, or after a wait in vain.
/// </summary>
public sealed class NullMessageEnvelope : MessageEnvelope
{
    /// <summary>The only instance.</summary>
    public static readonly NullMessageEnvelope Instance = new();

    private NullMessageEnvelope()
    {
    }

    /// <summary>Not available.</summary>
    /// <exception cref="IllegalActorStateException">Always.</exception>
    public override object Message => throw NothingReceived("LastMessage");

    /// <summary>Not available.</summary>
    /// <exception cref="IllegalActorStateException">Always.</exception>
    public override IActorRef Sender => throw NothingReceived("LastSender");

    /// <inheritdoc/>
    public override string ToString() => "<no message>";

    private static IllegalActorStateException NothingReceived(string property) =>
        new($"{property} is not available: no message came, or the last wait for one was in vain.");
}
