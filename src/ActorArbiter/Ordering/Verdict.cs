using ActorArbiter.Clocks;
using ActorArbiter.Protocol;

namespace ActorArbiter.Ordering;

/// <summary>The final order of a round.</summary>
/// <param name="places">The contenders, the first to arrive first; at least one.</param>
/// <param name="doubt">Why stamps that there were did not decide, in a few words; none when they did.</param>
internal sealed class Verdict(IReadOnlyList<Place> places, string? doubt = null)
{
    public IReadOnlyList<Place> Places { get; } = places;

    public string? Doubt { get; } = doubt;

    /// <summary>The arrivals, the first first.</summary>
    public IEnumerable<Arrival> Order => Places.Select(place => place.Arrival);

    /// <summary>What the order stands on: the weakest of its places.</summary>
    public Basis Basis
    {
        get
        {
            var weakest = Basis.Kernel;
            for (var i = 0; i < Places.Count; i++)
                weakest = Places[i].Basis > weakest ? Places[i].Basis : weakest;
            return weakest;
        }
    }

    /// <summary>What every contender is told, the same for all to the byte.</summary>
    public string Sentence => VerdictSentence.Of(Places.Select(place => place.Arrival.Message));

    /// <summary>Whether <paramref name="late"/>, read when this was decided, reached this host before one that has a place.</summary>
    /// <param name="late">A message without a place.</param>
    /// <param name="clocks">How the system's clock went, up to now.</param>
    public bool IsOvertaken(Arrival late, ClockHistory clocks) =>
        Places[^1] is { Basis: not Basis.Mailbox } last
        && Ranking.Of([last.Arrival, late], clocks) is { IsByStamp: true } ranking
        && ranking.Order[0] == late;

    public override string ToString() => Sentence;
}
