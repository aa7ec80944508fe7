using System.Text;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using FsCheck;
using FsCheck.Fluent;

namespace ActorArbiter.Tests.Protocol.Sessions;

/// <summary>Commands, replies, and bytes that look like them.</summary>
internal static class SessionGenerators
{
    private const string NameCharacters = "aZ09-_.";

    private static readonly Gen<RoundName> Rounds = Strings(NameCharacters, RoundName.MaxLength).Select(RoundName.Parse);

    private static readonly Gen<ContenderId> Ids = Strings(NameCharacters, ContenderId.MaxLength).Select(ContenderId.Parse);

    private static readonly Gen<SessionKey> Keys = Strings("!~a=:/0", SessionKey.MaxLength).Select(SessionKey.Parse);

    // No white space at either end: it is cut there.
    private static readonly Gen<string> Texts =
        from length in Gen.Choose(1, 62)
        from middle in Gen.Elements("a", " ", ":", "=", "é", "👋", "\u00A0", "\uFEFF", "Client ", "/").ArrayOf(length)
        from ends in Gen.Elements("b", "é", ":", "👋").Two()
        let text = ends.Item1 + string.Concat(middle) + ends.Item2
        where Encoding.UTF8.GetByteCount(text) <= ProtocolLimits.MaxTextBytes
        select text;

    private static readonly Gen<TimeSpan> Waits = Gen.OneOf(
        Gen.Choose(1, 86_400_000).Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds)),
        Gen.Choose(1, 1440).Select(minutes => TimeSpan.FromMinutes(minutes)));

    private static readonly Gen<JoinOptions> Options =
        from of in Maybe(Gen.Choose(1, ProtocolLimits.MaxContenders))
        from window in Maybe(Waits)
        from deadline in Maybe(Waits)
        from start in Gen.Elements<bool?>(null, true)
        from key in Maybe(Keys)
        from brief in Gen.Elements(false, true)
        select new JoinOptions
        {
            Of = of,
            Window = window,
            Deadline = deadline,
            StartReady = start,
            Key = key,
            Brief = brief,
        };

    private static readonly Gen<Gap> Gaps = Gen.OneOf(
        Gen.Constant(Gap.Unknown),
        from digits in Gen.Choose(0, 999)
        from unit in Gen.Elements(1L, 1_000, 1_000_000, 1_000_000_000)
        select new Gap(digits * unit));

    private static readonly Gen<int> Counts = Gen.Choose(1, 1000);

    public static Gen<SessionCommand> Commands { get; } = Gen.OneOf(
        from round in Rounds
        from id in Ids
        from options in Options
        select SessionCommand.Join(round, id, options),
        from id in Maybe(Ids)
        from text in Texts
        select SessionCommand.Message(id, text),
        Texts.Select(text => SessionCommand.Ping(text)),
        Rounds.Select(round => SessionCommand.Watch(round)),
        Rounds.Select(round => SessionCommand.Result(round)),
        Gen.Elements(
            SessionCommand.Leave,
            SessionCommand.Ping(null),
            SessionCommand.Help,
            SessionCommand.Quit));

    public static Gen<SessionReply> Replies { get; } = Gen.OneOf<SessionReply>(
        from round in Rounds
        from id in Ids
        from seats in Counts
        from of in Counts
        from joined in Gen.Elements(false, true)
        select joined
            ? (SessionReply)new SessionReply.Joined(round, id, seats, of)
            : new SessionReply.Seated(round, id, seats, of),
        from round in Rounds
        from ids in Ids.NonEmptyListOf()
        select (SessionReply)new SessionReply.Ready(round, [.. ids]),
        from round in Rounds
        from id in Ids
        from text in Texts
        select (SessionReply)new SessionReply.Received(round, id, text),
        from round in Rounds
        from place in Counts
        from arrived in Counts
        from id in Ids
        from gap in Gaps
        from basis in Gen.Elements(Enum.GetValues<Basis>())
        select (SessionReply)new SessionReply.Placed(round, place, arrived, id, gap, basis),
        from round in Rounds
        from number in Gen.Choose(0, int.MaxValue)
        from text in Texts
        select (SessionReply)new SessionReply.Verdict(round, number * 1_000_000L, $"X: {text} received before Y: {text}"),
        Rounds.Select(round => (SessionReply)new SessionReply.Expired(round)),
        Rounds.Select(round => (SessionReply)new SessionReply.Left(round)),
        Texts.Select(text => (SessionReply)new SessionReply.Pong(text)),
        Gen.Elements<SessionReply>([new SessionReply.Pong(null), new SessionReply.Bye(), .. SessionHelp.Lines]));

    /// <summary>Any bytes, and pieces of lines put together at random.</summary>
    public static Gen<byte[]> Noise { get; } = Gen.OneOf(
        Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf(),
        Gen.Elements(
            "JOIN", "Client", "SEND", "LEAVE", "WATCH", "RESULT", "PING", "HELP", "QUIT", "READY", "PLACE", "VERDICT",
            "RECEIVED", "JOINED", "ERROR", " ", " ", " ", " ", "r", "X", ":", "=", "1/2", "+1.5ms", "+?", "read", "of=",
            "window=", "key=", "3", "5ms", "\0", "\r", "\t", "\uFEFF", "\u00A0", "\u202E", "👋", "a b")
            .ArrayOf()
            .Select(pieces => Encoding.UTF8.GetBytes(string.Concat(pieces))));

    private static Gen<string> Strings(string characters, int maxLength) =>
        from length in Gen.Choose(1, maxLength)
        from drawn in Gen.Elements(characters.ToCharArray()).ArrayOf(length)
        select new string(drawn);

    private static Gen<T?> Maybe<T>(Gen<T> values)
        where T : struct =>
        Gen.OneOf(Gen.Constant<T?>(null), values.Select(value => (T?)value));
}
