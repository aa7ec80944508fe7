using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>What a connection was in a round that was told, or wanted to be in one.</summary>
/// <param name="Round">The round.</param>
/// <param name="Verdict">How it was decided; none if the connection joined when it was told already.</param>
/// <param name="Id">Its name there.</param>
/// <param name="HasSent">Whether its message arrived before the round was decided.</param>
/// <param name="IsToldTooLate">Whether it was told that a message of it was too late.</param>
internal readonly record struct Participation(
    RoundName Round, Verdict? Verdict, ContenderId Id, bool HasSent, bool IsToldTooLate);
