using System.Diagnostics.CodeAnalysis;
using ActorArbiter.Protocol;

namespace ActorClient.Conversation;

/// <summary>One conversation with a server: where it is, what to say, how long to try.</summary>
internal sealed record ClientOptions : ArbiterClientOptions
{
    /// <summary>Options whose members are set one by one.</summary>
    public ClientOptions()
    {
    }

    /// <summary>Options with the server and the times of <paramref name="connection"/>.</summary>
    [SetsRequiredMembers]
    public ClientOptions(ArbiterClientOptions connection, ClientMessage message)
        : base(connection) => Message = message;

    /// <summary>What to send.</summary>
    public required ClientMessage Message { get; init; }

    /// <summary>
    /// Whether to wait for the server's greeting and to send as the contender that it names; without it the message is
    /// sent at once.
    /// </summary>
    public bool Greeting { get; init; }
}
