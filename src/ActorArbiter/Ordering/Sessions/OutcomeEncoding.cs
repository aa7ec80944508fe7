using System.Buffers.Binary;
using System.Text;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>
/// An <see cref="Outcome"/> as bytes: how many places there are (2 bytes), where the last line starts (4), the places, and the
/// last line as it is sent. A place is the id's length (1), the id, the basis (1), and the gap in nanoseconds (8), -1 if it is
/// not known.
/// </summary>
internal static class OutcomeEncoding
{
    private const int Header = sizeof(ushort) + sizeof(int);
    private const int PlaceWithoutId = 2 + sizeof(long);
    private const long Unknown = -1;

    /// <summary>What is in front of the last line of a round whose places are not kept.</summary>
    public static ReadOnlySpan<byte> WithoutPlaces => [0, 0, Header, 0, 0, 0];

    public static int CountOfPlaces(ReadOnlySpan<byte> encoded) => BinaryPrimitives.ReadUInt16LittleEndian(encoded);

    public static int StartOfLast(ReadOnlySpan<byte> encoded) =>
        BinaryPrimitives.ReadInt32LittleEndian(encoded[sizeof(ushort)..]);

    /// <summary>How many bytes are in front of the last line.</summary>
    public static int Length<TPlace>(IReadOnlyList<TPlace> places)
        where TPlace : IPlace
    {
        var length = Header + (PlaceWithoutId * places.Count);
        for (var i = 0; i < places.Count; i++)
            length += places[i].Message.Id.Value.Length;
        return length;
    }

    /// <summary>Writes what is in front of the last line.</summary>
    public static void Write<TPlace>(IReadOnlyList<TPlace> places, Span<byte> encoded)
        where TPlace : IPlace
    {
        BinaryPrimitives.WriteUInt16LittleEndian(encoded, (ushort)places.Count);
        var rest = encoded[Header..];
        for (var i = 0; i < places.Count; i++)
        {
            var place = places[i];
            var length = Encoding.ASCII.GetBytes(place.Message.Id.Value, rest[1..]);
            rest[0] = (byte)length;
            rest[1 + length] = (byte)place.Basis;
            BinaryPrimitives.WriteInt64LittleEndian(rest[(2 + length)..], place.Gap ?? Unknown);
            rest = rest[(PlaceWithoutId + length)..];
        }

        BinaryPrimitives.WriteInt32LittleEndian(encoded[sizeof(ushort)..], encoded.Length - rest.Length);
    }

    /// <summary>The places as they are told.</summary>
    /// <param name="name">The round.</param>
    /// <param name="encoded">The outcome.</param>
    /// <param name="only">Whose place is wanted; all places if none.</param>
    public static IEnumerable<SessionReply.Placed> Places(RoundName name, byte[] encoded, ContenderId? only)
    {
        var count = CountOfPlaces(encoded);
        var start = Header;
        for (var place = 1; place <= count; place++)
        {
            var length = encoded[start];
            if (only is not { } wanted || Ascii.Equals(encoded.AsSpan(start + 1, length), wanted.Value))
                yield return Decode(name, place, count, encoded.AsSpan(start, PlaceWithoutId + length));
            start += PlaceWithoutId + length;
        }
    }

    private static SessionReply.Placed Decode(RoundName name, int place, int count, ReadOnlySpan<byte> encoded)
    {
        var length = encoded[0];
        var id = ContenderId.Parse(Encoding.ASCII.GetString(encoded.Slice(1, length)));
        var basis = (Basis)encoded[1 + length];
        var gap = BinaryPrimitives.ReadInt64LittleEndian(encoded[(2 + length)..]);
        return new SessionReply.Placed(name, place, count, id, gap == Unknown ? Gap.Unknown : new Gap(gap), basis);
    }
}
