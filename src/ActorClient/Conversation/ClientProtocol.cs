using ActorArbiter.Protocol;

namespace ActorClient.Conversation;

/// <summary>
/// What a <see cref="ClientActor"/> tells its observer. It takes no commands: it starts by itself, and ends early when
/// it is stopped.
/// </summary>
internal static class ClientProtocol
{
    /// <summary>Nothing listens at the server's address yet; the client tries again. Told at most once.</summary>
    public sealed record ServerAwaited;

    /// <summary>There is a connection.</summary>
    public sealed record Connected;

    /// <summary>The server greeted the client: all contenders are connected.</summary>
    /// <param name="Letter">Who the server says the client is.</param>
    public sealed record Greeted(ContenderId Letter);

    /// <summary>The message was handed to the network.</summary>
    /// <param name="Message">As sent, with the letter that the server gave.</param>
    public sealed record Sent(ClientMessage Message);

    /// <summary>The conversation is over; the last message. The client closes its connection and then stops.</summary>
    /// <param name="Outcome">How it ended.</param>
    public sealed record Finished(ClientOutcome Outcome);
}
