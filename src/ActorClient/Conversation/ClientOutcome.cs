using ActorArbiter.Protocol;

namespace ActorClient.Conversation;

/// <summary>How a conversation ended. There is exactly one for each.</summary>
internal abstract record ClientOutcome
{
    private ClientOutcome()
    {
    }

    /// <summary>The server replied.</summary>
    /// <param name="Reply">What it said, without a line end and without control characters.</param>
    public sealed record Replied(string Reply) : ClientOutcome;

    /// <summary>There was no connection to be had.</summary>
    /// <param name="Reason">Why, as the end of a sentence: <c>connection refused</c>.</param>
    public sealed record CannotConnect(string Reason) : ClientOutcome;

    /// <summary>The time for the whole conversation was over.</summary>
    /// <param name="Awaited">What had not come.</param>
    public sealed record TimedOut(AwaitedStep Awaited) : ClientOutcome;

    /// <summary>The server answered with an error.</summary>
    /// <param name="Error">What it said.</param>
    public sealed record Refused(ErrorReply Error) : ClientOutcome;

    /// <summary>The connection ended before the reply.</summary>
    /// <param name="Reason">Why, as the end of a sentence: <c>the server closed the connection</c>.</param>
    public sealed record ConnectionLost(string Reason) : ClientOutcome;
}
