namespace ActorArbiter.Protocol.Sessions;

/// <summary>
/// What a client says in a session, a line each. <c>ToString</c> gives the line as it is sent, without its end.
/// </summary>
public abstract record SessionCommand
{
    private SessionCommand()
    {
    }

    /// <summary>Takes a seat in a round, which the first JOIN opens. Answered with JOINED.</summary>
    /// <param name="Round">The round.</param>
    /// <param name="Id">Who joins.</param>
    /// <param name="Options">What else is said.</param>
    public sealed record Join(RoundName Round, ContenderId Id, JoinOptions Options) : SessionCommand
    {
        /// <inheritdoc/>
        public override string ToString() => $"{CommandSyntax.JoinWord} {Round} {Id} {Options}".TrimEnd();
    }

    /// <summary>The contender's message. Answered with RECEIVED.</summary>
    /// <param name="Id">Who it says it is from; <see langword="null"/> for <c>SEND</c>, which names nobody.</param>
    /// <param name="Text">What is said: 1 to 256 UTF-8 bytes without control characters.</param>
    public sealed record Message(ContenderId? Id, string Text) : SessionCommand
    {
        /// <inheritdoc/>
        public override string ToString() =>
            Id is { } id ? new ClientMessage(id, Text).ToString() : $"{CommandSyntax.SendWord} {Text}";
    }

    /// <summary>Gives the seat up. Answered with LEFT.</summary>
    public sealed record Leave : SessionCommand
    {
        /// <inheritdoc/>
        public override string ToString() => CommandSyntax.LeaveWord;
    }

    /// <summary>Asks for a round's lines from now on; takes no seat.</summary>
    /// <param name="Round">The round, which need not be open yet.</param>
    public sealed record Watch(RoundName Round) : SessionCommand
    {
        /// <inheritdoc/>
        public override string ToString() => $"{CommandSyntax.WatchWord} {Round}";
    }

    /// <summary>Asks for a decided round's PLACE and VERDICT lines.</summary>
    /// <param name="Round">The round.</param>
    public sealed record Result(RoundName Round) : SessionCommand
    {
        /// <inheritdoc/>
        public override string ToString() => $"{CommandSyntax.ResultWord} {Round}";
    }

    /// <summary>Asks whether the server is there. Answered with PONG.</summary>
    /// <param name="Text">What PONG is to repeat: 1 to 256 UTF-8 bytes without control characters, if anything.</param>
    public sealed record Ping(string? Text) : SessionCommand
    {
        /// <inheritdoc/>
        public override string ToString() =>
            Text is null ? CommandSyntax.PingWord : $"{CommandSyntax.PingWord} {Text}";
    }

    /// <summary>Asks how commands are written. Answered with <see cref="SessionHelp.Lines"/>.</summary>
    public sealed record Help : SessionCommand
    {
        /// <inheritdoc/>
        public override string ToString() => CommandSyntax.HelpWord;
    }

    /// <summary>Ends the session. Answered with BYE.</summary>
    public sealed record Quit : SessionCommand
    {
        /// <inheritdoc/>
        public override string ToString() => CommandSyntax.QuitWord;
    }
}
