using System.Globalization;

namespace ActorArbiter.Protocol.Sessions;

/// <summary>What a session is answered when a command cannot be done: what was wrong and what to do.</summary>
public static class SessionErrors
{
    /// <summary>The connection is in no round.</summary>
    public static readonly ErrorReply NotJoined = new(ErrorCodes.NotJoined, "join a round first: JOIN <round> <id>");

    /// <summary>No command begins with <paramref name="word"/>.</summary>
    public static ErrorReply UnknownCommand(ReadOnlySpan<char> word) => new(
        ErrorCodes.UnknownCommand,
        $"{Quoted.Text(word)} is none of JOIN, Client <id>: <text>, SEND, LEAVE, WATCH, RESULT, PING, HELP and QUIT; "
            + "HELP says how they are written");

    /// <summary>An argument of a command is wrong.</summary>
    /// <param name="problem">Which one, and what it should be.</param>
    public static ErrorReply BadArgument(string problem) => new(ErrorCodes.BadArgument, problem);

    /// <summary>A message names <paramref name="given"/>, but the connection joined as <paramref name="own"/>.</summary>
    public static ErrorReply NotYourId(ContenderId given, ContenderId own) => new(
        ErrorCodes.BadArgument,
        $"this connection joined as {own}, not as {given}: write Client {own}: <text> or SEND <text>");

    /// <summary>The connection is in <paramref name="round"/>, which is not decided yet.</summary>
    public static ErrorReply AlreadyJoined(RoundName round) => new(
        ErrorCodes.AlreadyJoined, $"this connection is in round {round}: wait for its VERDICT, or LEAVE it first");

    /// <summary>The contender's message arrived before; the first one counts.</summary>
    public static ErrorReply AlreadySent(RoundName round) => new(
        ErrorCodes.AlreadySent, $"your message in round {round} has arrived, and only the first one counts");

    /// <summary>A message before READY, in a round that starts with it.</summary>
    public static ErrorReply TooEarly(RoundName round) => new(
        ErrorCodes.TooEarly, $"round {round} starts with READY: this message does not count, send it after that");

    /// <summary>A message for a round that was decided meanwhile.</summary>
    public static ErrorReply TooLate(RoundName round) => new(
        ErrorCodes.TooLate, $"round {round} was decided before this message: see its VERDICT, and JOIN another round");

    /// <summary>The id is seated, and the JOIN does not show its key.</summary>
    public static ErrorReply IdTaken(RoundName round, ContenderId id) => new(
        ErrorCodes.IdTaken, $"another connection is {id} in round {round}: JOIN with another id, or with the key of {id}");

    /// <summary>All seats of the round are taken.</summary>
    public static ErrorReply RoundFull(RoundName round) => new(
        ErrorCodes.RoundFull, $"all seats of round {round} are taken: WATCH {round}, or JOIN another round");

    /// <summary>A JOIN contradicts what the round was opened with.</summary>
    /// <param name="round">The round.</param>
    /// <param name="option">The name of the option that differs, one of <see cref="JoinOptionNames"/>.</param>
    /// <param name="value">What the round has, as written on the wire; <see langword="null"/> if it has none.</param>
    public static ErrorReply RoundDiffers(RoundName round, string option, string? value) => new(
        ErrorCodes.RoundDiffers,
        value is null
            ? $"round {round} has no {option}: JOIN without it"
            : $"round {round} has {option}={value}: JOIN with the same, or without it");

    /// <summary>The round is open.</summary>
    public static ErrorReply Undecided(RoundName round) => new(
        ErrorCodes.Undecided, $"round {round} is not decided yet: WATCH {round} to be told when it is");

    /// <summary>Nobody opened the round, it expired, or it is not remembered any more.</summary>
    public static ErrorReply UnknownRound(RoundName round) => new(
        ErrorCodes.UnknownRound, $"no round {round} is known: JOIN opens it, WATCH {round} waits for it");

    /// <summary>The round was decided long ago, and no more than its winner is kept.</summary>
    /// <param name="round">The round.</param>
    /// <param name="number">The number of its verdict.</param>
    /// <param name="arrived">How many arrived, at least two.</param>
    /// <param name="winner">Who was first, and with what.</param>
    public static ErrorReply Pruned(RoundName round, long number, int arrived, string winner) => new(
        ErrorCodes.Pruned,
        string.Create(
            CultureInfo.InvariantCulture,
            $"round {round} was decided as number {number}, and of its {arrived} contenders the winner alone is kept: {winner}"));

    /// <summary>Another connection took over the seat of this one, which is closed.</summary>
    public static ErrorReply Replaced(RoundName round, ContenderId id) => new(
        ErrorCodes.Replaced, $"another connection took over {id} in round {round}");
}
