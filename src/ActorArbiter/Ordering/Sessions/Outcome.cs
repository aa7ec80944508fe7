using System.Buffers;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using Akka.IO;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>
/// What is told of a decided round, whenever and to whomever. Many are remembered: the last line as it is sent, and of the
/// places what their lines are made of when somebody asks.
/// </summary>
internal sealed class Outcome
{
    /// <summary>Of a round with more arrivals, a contender is told no other place than its own.</summary>
    public const int MaxPlacesTold = 32;

    private const int BytesOfRound = 250;
    private const int BytesOfPlace = 60;

    private readonly byte[] _last;
    private readonly RememberedPlace[] _places;

    private Outcome(RoundName name, byte[] last, RememberedPlace[] places)
    {
        Name = name;
        _last = last;
        _places = places;
    }

    public RoundName Name { get; }

    /// <summary>The last line of the round.</summary>
    public ByteString Last => ByteString.FromBytes(_last);

    /// <summary>About how much memory it takes, in bytes.</summary>
    public int Bytes => BytesOfRound + _last.Length + (BytesOfPlace * _places.Length);

    /// <summary>Whether all are told all places.</summary>
    public bool IsToldInFull => _places.Length <= MaxPlacesTold;

    /// <summary>The outcome of a round that was decided now.</summary>
    /// <param name="name">The round.</param>
    /// <param name="number">The number of its verdict.</param>
    /// <param name="verdict">Its order.</param>
    public static Outcome Of(RoundName name, long number, Verdict verdict)
    {
        var places = new RememberedPlace[verdict.Places.Count];
        var messages = new ClientMessage[places.Length];
        for (var i = 0; i < places.Length; i++)
        {
            var (arrival, gap, basis) = verdict.Places[i];
            places[i] = new RememberedPlace(arrival.Id, gap, basis);
            messages[i] = arrival.Message;
        }

        return Of(name, number, messages, places);
    }

    /// <summary>The outcome of a round whose order is known.</summary>
    /// <param name="name">The round.</param>
    /// <param name="number">The number of its verdict.</param>
    /// <param name="messages">The messages in order.</param>
    /// <param name="places">The places in order.</param>
    public static Outcome Of(
        RoundName name, long number, ReadOnlySpan<ClientMessage> messages, RememberedPlace[] places) =>
        new(name, SessionReply.Verdict.ToBytes(name, number, messages), places);

    /// <summary>The outcome of a round of which no more than its winner is kept.</summary>
    /// <param name="name">The round.</param>
    /// <param name="number">The number of its verdict.</param>
    /// <param name="winner">Who was first, and with what.</param>
    /// <param name="arrived">How many arrived.</param>
    public static Outcome Pruned(RoundName name, long number, ClientMessage winner, int arrived)
    {
        // Of one contender that is all; of several, another sentence than the one that was told would contradict it.
        if (arrived == 1)
            return Of(name, number, [winner], []);
        var error = SessionErrors.Pruned(name, number, arrived, VerdictSentence.Of([winner]));
        return new Outcome(name, error.ToBytes(), []);
    }

    /// <summary>All lines for a contender, or for someone who is none.</summary>
    /// <param name="id">Who it is in the round; none if nobody.</param>
    /// <param name="isBrief">Whether no places are wanted.</param>
    public ByteString LinesFor(ContenderId? id, bool isBrief)
    {
        if (isBrief || _places.Length == 0)
            return Last;
        var lines = new ArrayBufferWriter<byte>();
        for (var i = 0; i < _places.Length; i++)
        {
            if (IsToldInFull || _places[i].Id == id)
                lines.Write(Line(i).ToBytes());
        }

        lines.Write(_last);
        return ByteString.FromBytes(lines.WrittenSpan.ToArray());
    }

    private SessionReply.Placed Line(int index)
    {
        var (id, gap, basis) = _places[index];
        return new SessionReply.Placed(
            Name, index + 1, _places.Length, id, gap is { } nanoseconds ? new Gap(nanoseconds) : Gap.Unknown, basis);
    }
}
