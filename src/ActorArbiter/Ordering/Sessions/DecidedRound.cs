using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>A named round and its order.</summary>
internal sealed record DecidedRound(RoundName Name, Verdict Verdict)
{
    /// <summary>What is told of it.</summary>
    /// <param name="number">The number of its verdict.</param>
    public Outcome ToOutcome(long number) => Outcome.Of(
        Name, number, Verdict.Sentence, [.. Verdict.Places.Select(place => (place.Arrival.Id, place.Gap, place.Basis))]);
}
