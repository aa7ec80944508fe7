namespace ActorArbiter.Journal.Records;

/// <summary>What retention takes away from a record.</summary>
/// <param name="Profile">How the contenders talked to the server.</param>
/// <param name="DecidedAt">When the round was decided; UTC, kept to the microsecond.</param>
/// <param name="Places">The contenders, the first to arrive first; at least one.</param>
internal sealed record RecordDetails(RoundProfile Profile, DateTimeOffset DecidedAt, IReadOnlyList<RecordedPlace> Places);
