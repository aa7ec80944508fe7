using ActorArbiter.Protocol;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>What a connection was in a round that was told.</summary>
/// <param name="Round">The round.</param>
/// <param name="Id">Its name there.</param>
/// <param name="HasSent">Whether its message arrived before the round was decided.</param>
/// <param name="IsToldTooLate">Whether it was told that a message of it was too late.</param>
internal sealed record Participation(DecidedRound Round, ContenderId Id, bool HasSent, bool IsToldTooLate);
