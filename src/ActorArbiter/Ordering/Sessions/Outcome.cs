using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>What is told of a decided round, whenever and to whomever.</summary>
internal sealed class Outcome
{
    /// <summary>Of a round with more arrivals, a contender is told no other place than its own.</summary>
    public const int MaxPlacesTold = 32;

    private const int BytesOfRound = 250;
    private const int BytesOfPlace = 120;

    private readonly SessionReply.Placed[] _places;

    /// <param name="round">What was decided.</param>
    /// <param name="number">The number of its verdict.</param>
    public Outcome(DecidedRound round, long number)
    {
        var (name, verdict) = round;
        Verdict = new SessionReply.Verdict(name, number, verdict.Sentence);
        _places =
        [
            .. verdict.Places.Select((place, index) => new SessionReply.Placed(
                name,
                index + 1,
                verdict.Places.Count,
                place.Arrival.Id,
                place.Gap is { } gap ? new Gap(gap) : Gap.Unknown,
                place.Basis)),
        ];
    }

    public RoundName Name => Verdict.Round;

    /// <summary>About how much memory it takes, in bytes.</summary>
    public int Bytes => BytesOfRound + (sizeof(char) * Verdict.Sentence.Length) + (BytesOfPlace * _places.Length);

    /// <summary>The last line of the round.</summary>
    public SessionReply.Verdict Verdict { get; }

    /// <summary>Whether all are told all places.</summary>
    public bool IsToldInFull => _places.Length <= MaxPlacesTold;

    /// <summary>The places that are told to a contender, or to someone who is none.</summary>
    /// <param name="id">Who it is; none for those who watch or ask.</param>
    public IReadOnlyList<SessionReply> PlacesFor(ContenderId? id) =>
        IsToldInFull ? _places : Array.FindAll(_places, place => place.Id == id);

    /// <summary>All lines for one who asks, or joins too late.</summary>
    /// <param name="id">Who it is in the round; none if nobody.</param>
    /// <param name="isBrief">Whether no places are wanted.</param>
    public IReadOnlyList<SessionReply> LinesFor(ContenderId? id, bool isBrief) =>
        isBrief ? [Verdict] : [.. PlacesFor(id), Verdict];
}
