using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>What is to be done, beside telling sessions, because something happened to one of them or to a round.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Round">The round it is about.</param>
/// <param name="Verdict">What is to be recorded; none for what is not <see cref="SessionEffectKind.Record"/>.</param>
/// <param name="Arrival">What was overtaken; none for what is not <see cref="SessionEffectKind.Overtaken"/>.</param>
internal readonly record struct SessionEffect(
    SessionEffectKind Kind, RoundName Round, Verdict? Verdict = null, Arrival? Arrival = null);
