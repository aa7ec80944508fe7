namespace Akka.Actor;

/// <summary>A message on its way through an actor selection.</summary>
public class ActorSelectionMessage : IAutoReceivedMessage, IPossiblyHarmful, IWrappedMessage
{
    /// <summary>Wraps a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="elements">The steps that are left.</param>
    /// <param name="wildCardFanOut">Whether a wildcard on the way matched several actors.</param>
    public ActorSelectionMessage(object message, SelectionPathElement[] elements, bool wildCardFanOut = false)
    {
        Message = message;
        Elements = elements;
        WildCardFanOut = wildCardFanOut;
    }

    /// <inheritdoc/>
    public object Message { get; }

    /// <summary>The steps that are left.</summary>
    public SelectionPathElement[] Elements { get; }

    /// <summary>Whether a wildcard on the way matched several actors.</summary>
    public bool WildCardFanOut { get; }

    /// <inheritdoc/>
    public override string ToString() =>
        $"ActorSelectionMessage - Message: {Message} - Elements: {string.Join<SelectionPathElement>('/', Elements)}";
}
