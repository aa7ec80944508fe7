using ActorArbiter.Protocol.Sessions;
using Akka.Actor;

namespace ActorArbiter.Ordering;

/// <summary>A verdict that was not told yet.</summary>
/// <param name="Verdict">The order.</param>
/// <param name="Round">The round's name; none where rounds have no names.</param>
/// <param name="Contenders">Who is to be told where rounds have no names; those of a named round are known by its name.</param>
internal readonly record struct DecidedVerdict(Verdict Verdict, RoundName? Round, IReadOnlyList<IActorRef> Contenders);
