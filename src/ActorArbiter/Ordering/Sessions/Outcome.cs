using System.Buffers;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>
/// What is told of a decided round, whenever and to whomever: the last line as it is sent, and of the places what their lines
/// are made of when somebody asks. It is bytes, as <see cref="OutcomeEncoding"/> has them, so that many can be remembered.
/// </summary>
internal readonly struct Outcome
{
    /// <summary>Of a round with more arrivals, a contender is told no other place than its own.</summary>
    public const int MaxPlacesTold = 32;

    private readonly byte[] _encoded;

    /// <param name="name">The round.</param>
    /// <param name="encoded">The <see cref="Encoded"/> outcome, which must not change from now on.</param>
    public Outcome(RoundName name, byte[] encoded)
    {
        Name = name;
        _encoded = encoded;
    }

    public RoundName Name { get; }

    /// <summary>The last line of the round.</summary>
    public ReadOnlyMemory<byte> Last => _encoded.AsMemory(OutcomeEncoding.StartOfLast(_encoded));

    /// <summary>Whether all are told all places.</summary>
    public bool IsToldInFull => OutcomeEncoding.CountOfPlaces(_encoded) <= MaxPlacesTold;

    /// <summary>All of it but the name.</summary>
    public ReadOnlySpan<byte> Encoded => _encoded;

    /// <summary>The outcome of a round whose order is known.</summary>
    /// <param name="name">The round.</param>
    /// <param name="number">The number of its verdict.</param>
    /// <param name="places">The places in order, at least one.</param>
    public static Outcome Of<TPlace>(RoundName name, long number, IReadOnlyList<TPlace> places)
        where TPlace : IPlace
    {
        var last = new VerdictLine(name, number, stackalloc char[VerdictLine.UsualLength]);
        for (var i = 0; i < places.Count; i++)
            last.Add(places[i].Message);
        var encoded = last.ToBytes(before: OutcomeEncoding.Length(places));
        OutcomeEncoding.Write(places, encoded);
        return new Outcome(name, encoded);
    }

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
        return new Outcome(name, [.. OutcomeEncoding.WithoutPlaces, .. last.ToBytes()]);
    }

    /// <summary>All lines for a contender, or for someone who is none.</summary>
    /// <param name="id">Who it is in the round; none if nobody.</param>
    /// <param name="isBrief">Whether no places are wanted.</param>
    public ReadOnlyMemory<byte> LinesFor(ContenderId? id, bool isBrief)
    {
        if (isBrief || OutcomeEncoding.CountOfPlaces(_encoded) == 0 || (id is null && !IsToldInFull))
            return Last;
        var lines = new ArrayBufferWriter<byte>();
        foreach (var place in OutcomeEncoding.Places(Name, _encoded, IsToldInFull ? null : id))
            lines.Write(place.ToBytes());
        lines.Write(Last.Span);
        return lines.WrittenMemory;
    }
}
