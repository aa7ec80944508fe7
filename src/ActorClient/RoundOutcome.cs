using ActorArbiter.Protocol.Sessions;

namespace ActorClient;

/// <summary>How a round ended. There is exactly one for each.</summary>
public abstract record RoundOutcome
{
    private RoundOutcome()
    {
    }

    /// <summary>There is a verdict.</summary>
    /// <param name="Verdict">What it says.</param>
    public sealed record Decided(RoundVerdict Verdict) : RoundOutcome
    {
        /// <summary>
        /// Whether the round is known to have been decided before the client asked for a seat: no message of this client
        /// counts in it. False for who only watches or asks, and after a lost connection, when nobody knows.
        /// </summary>
        public bool WasDecidedBefore { get; init; }
    }

    /// <summary>No message arrived by the deadline; the round's name is free again.</summary>
    /// <param name="Round">The round.</param>
    public sealed record Expired(RoundName Round) : RoundOutcome;
}
