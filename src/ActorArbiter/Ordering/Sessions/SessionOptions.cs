namespace ActorArbiter.Ordering.Sessions;

/// <summary>How named rounds are kept.</summary>
internal sealed record SessionOptions
{
    /// <summary>How long after it was opened a round is decided, or expires, if its first JOIN named no deadline.</summary>
    public required TimeSpan RoundTimeout { get; init; }

    /// <summary>
    /// How long a round that is decided although more could come waits for messages that arrived in time and are read late.
    /// </summary>
    public required TimeSpan Settle { get; init; }

    /// <summary>How long the seat of a contender that was lost before its message is kept for it.</summary>
    public required TimeSpan SeatHold { get; init; }

    /// <summary>The most named rounds that may be open at once.</summary>
    public required int MaxOpenRounds { get; init; }

    /// <summary>The most messages that a round may ask for, and the most that may join a claim; at least one.</summary>
    public required int MaxContenders { get; init; }

    /// <summary>How many decided rounds are remembered, at least one; the oldest is forgotten first.</summary>
    public required int DecidedRounds { get; init; }

    /// <summary>How much memory they may take, in bytes; the newest is remembered in any case.</summary>
    public required int DecidedBytes { get; init; }
}
