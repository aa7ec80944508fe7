namespace ActorClient.Rounds;

/// <summary>What a <see cref="RoundActor"/> is told. It answers none of it; its observer hears what comes of it.</summary>
internal static class RoundProtocol
{
    /// <summary>Say this in the round. Only for contenders, and after a message that does not count.</summary>
    /// <param name="Text">The text of a message.</param>
    public sealed record Send(string Text);

    /// <summary>End it, giving up the seat if the message was not sent.</summary>
    public sealed record Leave;
}
