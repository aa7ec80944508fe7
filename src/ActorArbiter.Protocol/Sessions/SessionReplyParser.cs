using System.Globalization;

namespace ActorArbiter.Protocol.Sessions;

/// <summary>Reads the server's lines.</summary>
internal static class SessionReplyParser
{
    /// <summary>What <paramref name="line"/> says, or <see langword="null"/> if it is no line of a session.</summary>
    public static SessionReply? Read(string line)
    {
        if (ErrorReply.TryParse(line, out var error))
            return new SessionReply.Refused(error);
        var words = new Words(line);
        return words.Next() switch
        {
            ReplyWords.Pong => new SessionReply.Pong(words.Rest.IsEmpty ? null : words.Rest.ToString()),
            ReplyWords.Help when !words.Rest.IsEmpty => new SessionReply.Help(words.Rest.ToString()),
            ReplyWords.Bye when words.Rest.IsEmpty => new SessionReply.Bye(),
            var word => RoundName.TryParse(words.Next(), out var round) ? ReadOfRound(word, round, words) : null,
        };
    }

    private static SessionReply? ReadOfRound(ReadOnlySpan<char> word, RoundName round, Words words) => word switch
    {
        ReplyWords.Joined => TryReadSeat(words, out var id, out var seats, out var of)
            ? new SessionReply.Joined(round, id, seats, of)
            : null,
        ReplyWords.Seated => TryReadSeat(words, out var id, out var seats, out var of)
            ? new SessionReply.Seated(round, id, seats, of)
            : null,
        ReplyWords.Ready => ReadReady(round, words),
        ReplyWords.Received => ReadReceived(round, words.Rest),
        ReplyWords.Place => ReadPlaced(round, words),
        ReplyWords.Verdict => TryReadNumber(words.Next(), out var number) && !words.Rest.IsEmpty
            ? new SessionReply.Verdict(round, number, words.Rest.ToString())
            : null,
        ReplyWords.Expired when words.Rest.IsEmpty => new SessionReply.Expired(round),
        ReplyWords.Left when words.Rest.IsEmpty => new SessionReply.Left(round),
        _ => null,
    };

    private static SessionReply.Ready? ReadReady(RoundName round, Words words)
    {
        var ids = new List<ContenderId>();
        for (var word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            if (!ContenderId.TryParse(word, out var id))
                return null;
            ids.Add(id);
        }

        return ids.Count > 0 ? new SessionReply.Ready(round, ids) : null;
    }

    private static SessionReply.Received? ReadReceived(RoundName round, ReadOnlySpan<char> message)
    {
        var colon = message.IndexOf(": ");
        return colon >= 0 && ContenderId.TryParse(message[..colon], out var id)
            ? new SessionReply.Received(round, id, message[(colon + 2)..].ToString())
            : null;
    }

    private static SessionReply.Placed? ReadPlaced(RoundName round, Words words) =>
        TryReadFraction(words.Next(), out var place, out var arrived)
        && ContenderId.TryParse(words.Next(), out var id)
        && Gap.TryParse(words.Next(), out var gap)
        && BasisWords.TryParse(words.Next(), out var basis)
        && words.Rest.IsEmpty
            ? new SessionReply.Placed(round, place, arrived, id, gap, basis)
            : null;

    private static bool TryReadSeat(Words words, out ContenderId id, out int seats, out int of)
    {
        var hasId = ContenderId.TryParse(words.Next(), out id);
        return TryReadFraction(words.Next(), out seats, out of) && hasId && words.Rest.IsEmpty;
    }

    private static bool TryReadFraction(ReadOnlySpan<char> word, out int part, out int whole)
    {
        part = whole = 0;
        var slash = word.IndexOf('/');
        return slash >= 0
            && int.TryParse(word[..slash], NumberStyles.None, CultureInfo.InvariantCulture, out part)
            && int.TryParse(word[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out whole);
    }

    private static bool TryReadNumber(ReadOnlySpan<char> word, out long number) =>
        long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
