namespace ActorArbiter.Ordering;

/// <summary>What became of a closed round.</summary>
/// <param name="Verdict">Its order; none when nobody arrived in time.</param>
/// <param name="TooLate">The arrivals that have no place in it.</param>
internal readonly record struct RoundResult(Verdict? Verdict, IReadOnlyList<Arrival> TooLate);
