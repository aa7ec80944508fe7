using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>A named round and its order.</summary>
internal sealed record DecidedRound(RoundName Name, Verdict Verdict);
