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

    private Outcome(RoundName name, SessionReply.Placed[] places, SessionReply last, int length)
    {
        Name = name;
        Last = last;
        _places = places;
        Bytes = BytesOfRound + (sizeof(char) * length) + (BytesOfPlace * places.Length);
    }

    public RoundName Name { get; }

    /// <summary>The last line of the round.</summary>
    public SessionReply Last { get; }

    /// <summary>About how much memory it takes, in bytes.</summary>
    public int Bytes { get; }

    /// <summary>Whether all are told all places.</summary>
    public bool IsToldInFull => _places.Length <= MaxPlacesTold;

    /// <summary>The outcome of a round whose order is known.</summary>
    /// <param name="name">The round.</param>
    /// <param name="number">The number of its verdict.</param>
    /// <param name="sentence">The order in words.</param>
    /// <param name="places">The contenders in order, with the gap to the one before in nanoseconds, if it is known.</param>
    public static Outcome Of(
        RoundName name, long number, string sentence, IReadOnlyList<(ContenderId Id, long? Gap, Basis Basis)> places) => new(
            name,
            [
                .. places.Select((place, index) => new SessionReply.Placed(
                    name,
                    index + 1,
                    places.Count,
                    place.Id,
                    place.Gap is { } gap ? new Gap(gap) : Gap.Unknown,
                    place.Basis)),
            ],
            new SessionReply.Verdict(name, number, sentence),
            sentence.Length);

    /// <summary>The outcome of a round of which no more than its winner is kept.</summary>
    /// <param name="name">The round.</param>
    /// <param name="number">The number of its verdict.</param>
    /// <param name="winner">Who was first, and with what.</param>
    /// <param name="arrived">How many arrived.</param>
    public static Outcome Pruned(RoundName name, long number, ClientMessage winner, int arrived)
    {
        // Of one contender that is all; of several, another sentence than the one that was told would contradict it.
        var sentence = VerdictSentence.Of([winner]);
        SessionReply last = arrived == 1
            ? new SessionReply.Verdict(name, number, sentence)
            : new SessionReply.Refused(SessionErrors.Pruned(name, number, arrived, sentence));
        return new Outcome(name, [], last, sentence.Length);
    }

    /// <summary>The places that are told to a contender, or to someone who is none.</summary>
    /// <param name="id">Who it is; none for those who watch or ask.</param>
    public IReadOnlyList<SessionReply> PlacesFor(ContenderId? id) =>
        IsToldInFull ? _places : Array.FindAll(_places, place => place.Id == id);

    /// <summary>All lines for one who asks, or joins too late.</summary>
    /// <param name="id">Who it is in the round; none if nobody.</param>
    /// <param name="isBrief">Whether no places are wanted.</param>
    public IReadOnlyList<SessionReply> LinesFor(ContenderId? id, bool isBrief) =>
        isBrief ? [Last] : [.. PlacesFor(id), Last];
}
