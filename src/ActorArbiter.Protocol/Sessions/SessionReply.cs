using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ActorArbiter.Protocol.Sessions;

/// <summary>
/// What the server says in a session, a line each. <c>ToString</c> gives the line as it is sent, without its end.
/// </summary>
public abstract record SessionReply
{
    private SessionReply()
    {
    }

    /// <summary>Whether <paramref name="line"/>, without its end, is a line of a session; if so, what it says.</summary>
    /// <param name="line">The line as received.</param>
    /// <param name="reply">The reply, when the result is <see langword="true"/>.</param>
    public static bool TryParse(string line, [NotNullWhen(true)] out SessionReply? reply)
    {
        ArgumentNullException.ThrowIfNull(line);
        reply = SessionReplyParser.Read(line);
        return reply is not null;
    }

    /// <summary>The line as it is sent, ended by a line feed.</summary>
    public byte[] ToBytes() => LineBytes.Of(ToString());

    /// <summary>The receiver has its seat.</summary>
    /// <param name="Round">The round.</param>
    /// <param name="Id">The receiver.</param>
    /// <param name="Seats">How many contenders are seated; in a claim, which has no seats, how many joined.</param>
    /// <param name="Of">How many messages decide the round.</param>
    public sealed record Joined(RoundName Round, ContenderId Id, int Seats, int Of) : SessionReply
    {
        /// <inheritdoc/>
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{ReplyWords.Joined} {Round} {Id} {Seats}/{Of}");
    }

    /// <summary>Another contender has its seat.</summary>
    /// <param name="Round">The round.</param>
    /// <param name="Id">Who that is.</param>
    /// <param name="Seats">How many contenders are seated; in a claim, which has no seats, how many joined.</param>
    /// <param name="Of">How many messages decide the round.</param>
    public sealed record Seated(RoundName Round, ContenderId Id, int Seats, int Of) : SessionReply
    {
        /// <inheritdoc/>
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{ReplyWords.Seated} {Round} {Id} {Seats}/{Of}");
    }

    /// <summary>All seats are taken.</summary>
    /// <param name="Round">The round.</param>
    /// <param name="Ids">Its contenders, at least one.</param>
    public sealed record Ready(RoundName Round, IReadOnlyList<ContenderId> Ids) : SessionReply
    {
        /// <summary>Whether both name the same contenders in the same order.</summary>
        public bool Equals(Ready? other) => other is not null && Round == other.Round && Ids.SequenceEqual(other.Ids);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Round, Ids.Count);

        /// <inheritdoc/>
        public override string ToString() => $"{ReplyWords.Ready} {Round} {string.Join(' ', Ids)}";
    }

    /// <summary>The ordering actor has the receiver's message.</summary>
    /// <param name="Round">The round.</param>
    /// <param name="Id">The receiver.</param>
    /// <param name="Text">What it said.</param>
    public sealed record Received(RoundName Round, ContenderId Id, string Text) : SessionReply
    {
        /// <inheritdoc/>
        public override string ToString() => $"{ReplyWords.Received} {Round} {Id}: {Text}";
    }

    /// <summary>A contender's place in a decided round.</summary>
    /// <param name="Round">The round.</param>
    /// <param name="Place">The place, counted from 1.</param>
    /// <param name="Arrived">How many arrived.</param>
    /// <param name="Id">Whose place it is.</param>
    /// <param name="Gap">How long after the arrival before.</param>
    /// <param name="Basis">What the place rests on.</param>
    public sealed record Placed(RoundName Round, int Place, int Arrived, ContenderId Id, Gap Gap, Basis Basis)
        : SessionReply
    {
        /// <inheritdoc/>
        public override string ToString() => string.Create(
                CultureInfo.InvariantCulture,
                $"{ReplyWords.Place} {Round} {Place}/{Arrived} {Id} {Gap} {Basis.Word()}");
    }

    /// <summary>The round is decided: its last line, the same for all.</summary>
    /// <param name="Round">The round.</param>
    /// <param name="Number">The verdict's number; later verdicts have greater ones.</param>
    /// <param name="Sentence">The order as <see cref="VerdictSentence"/> tells it.</param>
    public sealed record Verdict(RoundName Round, long Number, string Sentence) : SessionReply
    {
        /// <inheritdoc/>
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{ReplyWords.Verdict} {Round} {Number} {Sentence}");
    }

    /// <summary>Nobody's message arrived by the round's deadline; its name is free again.</summary>
    /// <param name="Round">The round.</param>
    public sealed record Expired(RoundName Round) : SessionReply
    {
        /// <inheritdoc/>
        public override string ToString() => $"{ReplyWords.Expired} {Round}";
    }

    /// <summary>The receiver gave its seat up.</summary>
    /// <param name="Round">The round.</param>
    public sealed record Left(RoundName Round) : SessionReply
    {
        /// <inheritdoc/>
        public override string ToString() => $"{ReplyWords.Left} {Round}";
    }

    /// <summary>The server is there.</summary>
    /// <param name="Text">What PING said, if anything.</param>
    public sealed record Pong(string? Text) : SessionReply
    {
        /// <inheritdoc/>
        public override string ToString() => Text is null ? ReplyWords.Pong : $"{ReplyWords.Pong} {Text}";
    }

    /// <summary>One line of the answer to HELP, for people; programs skip it.</summary>
    /// <param name="Text">How a command is written, and what it does.</param>
    public sealed record Help(string Text) : SessionReply
    {
        /// <inheritdoc/>
        public override string ToString() => $"{ReplyWords.Help} {Text}";
    }

    /// <summary>The answer to QUIT; the connection is closed.</summary>
    public sealed record Bye : SessionReply
    {
        /// <inheritdoc/>
        public override string ToString() => ReplyWords.Bye;
    }

    /// <summary>What the client asked for cannot be done, or the session ends.</summary>
    /// <param name="Error">Why.</param>
    public sealed record Refused(ErrorReply Error) : SessionReply
    {
        /// <inheritdoc/>
        public override string ToString() => Error.ToString();
    }
}
