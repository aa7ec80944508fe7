using ActorArbiter.Protocol;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>What is told of a place, without the message.</summary>
/// <param name="Id">Whose place it is.</param>
/// <param name="Gap">Nanoseconds since the arrival before it, if they are known.</param>
/// <param name="Basis">What decided.</param>
internal readonly record struct RememberedPlace(ContenderId Id, long? Gap, Basis Basis);
