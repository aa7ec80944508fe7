namespace Akka.Actor;

/// <summary>
/// Asks any actor for its reference. The receiver's cell answers with an <see cref="ActorIdentity"/>; if there is no such
/// actor, the answer's subject is null.
/// </summary>
public sealed class Identify : IAutoReceivedMessage, INotInfluenceReceiveTimeout
{
    /// <summary>Creates the request.</summary>
    /// <param name="messageId">Comes back with the answer; may be null.</param>
    public Identify(object? messageId) => MessageId = messageId;

    /// <summary>Comes back with the answer.</summary>
    public object? MessageId { get; }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Identify other && Equals(MessageId, other.MessageId);

    /// <inheritdoc/>
    public override int GetHashCode() => MessageId?.GetHashCode() ?? 0;

    /// <inheritdoc/>
    public override string ToString() => $"<Identify>: {MessageId}";
}
