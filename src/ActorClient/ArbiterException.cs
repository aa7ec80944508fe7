using ActorClient.Conversation;

namespace ActorClient;

/// <summary>
/// The server could not be reached, or did not do what was asked. The message is one line that a person may be shown.
/// </summary>
public abstract class ArbiterException : Exception
{
    private protected ArbiterException(string message)
        : base(message)
    {
    }

    /// <summary>The exception that tells <paramref name="outcome"/>, which is not a reply.</summary>
    internal static ArbiterException Of(ClientOutcome outcome, ArbiterClientOptions options) => outcome switch
    {
        ClientOutcome.CannotConnect { Reason: var reason } => new CannotConnectException(options.Server, reason),
        ClientOutcome.TimedOut { Awaited: var awaited } => new TimedOutException(options, awaited),
        ClientOutcome.Refused { Error: var error } => new RefusedException(error),
        ClientOutcome.ConnectionLost { Reason: var reason } => new ConnectionLostException(options.Server, reason),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "not a failure"),
    };
}
