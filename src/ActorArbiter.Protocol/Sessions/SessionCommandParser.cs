using System.Diagnostics.CodeAnalysis;

namespace ActorArbiter.Protocol.Sessions;

/// <summary>
/// Reads a session's line as a command. Padding, a byte-order mark, spaces in front and white space behind are cut as for
/// messages; any number of spaces stands between words.
/// </summary>
public static class SessionCommandParser
{
    /// <summary>Reads one line; never throws, whatever the bytes.</summary>
    /// <param name="line">The line's bytes without the line end.</param>
    /// <param name="command">The command, when the result is <see langword="true"/>.</param>
    /// <param name="error">
    /// What to answer when the result is <see langword="false"/>: <see cref="ErrorCodes.UnknownCommand"/>,
    /// <see cref="ErrorCodes.BadArgument"/> or <see cref="ErrorCodes.BadMessage"/>.
    /// </param>
    public static bool TryParse(
        ReadOnlySpan<byte> line,
        out SessionCommand command,
        [NotNullWhen(false)] out ErrorReply? error)
    {
        command = default;
        error = null;
        Span<char> characters = line.Length <= ProtocolLimits.MaxLineBytes ? stackalloc char[line.Length] : new char[line.Length];
        if (!LineText.TryDecode(line, characters, out var text))
            error = BadMessage("the line is not UTF-8");
        else if (text.IsEmpty)
            error = BadMessage("the line is empty");
        else if (LineText.HasControls(text))
            error = BadMessage("the line contains control characters");
        else
            command = Read(text, out error);
        return error is null;
    }

    private static SessionCommand Read(ReadOnlySpan<char> text, out ErrorReply? error)
    {
        var arguments = new Words(text);
        var word = arguments.Next();
        error = null;
        return word switch
        {
            CommandSyntax.JoinWord => JoinParser.Read(arguments, out error),
            CommandSyntax.ClientWord => ReadMessage(text, out error),
            CommandSyntax.SendWord => ReadSend(arguments.Rest, out error),
            CommandSyntax.LeaveWord => Alone(SessionCommand.Leave, CommandSyntax.LeaveWord, arguments, out error),
            CommandSyntax.WatchWord => TryReadRound(CommandSyntax.Watch, arguments, out var round, out error)
                ? SessionCommand.Watch(round)
                : default,
            CommandSyntax.ResultWord => TryReadRound(CommandSyntax.Result, arguments, out var round, out error)
                ? SessionCommand.Result(round)
                : default,
            CommandSyntax.PingWord => ReadPing(arguments.Rest, out error),
            CommandSyntax.HelpWord => Alone(SessionCommand.Help, CommandSyntax.HelpWord, arguments, out error),
            CommandSyntax.QuitWord => Alone(SessionCommand.Quit, CommandSyntax.QuitWord, arguments, out error),
            _ => Unknown(word, out error),
        };
    }

    private static SessionCommand ReadMessage(ReadOnlySpan<char> text, out ErrorReply? error)
    {
        error = null;
        if (!MessageParser.TryRead(text, out var message, out var problem))
            error = BadMessage(problem);
        else if (message.Id is null)
            error = BadMessage($"a message is written {CommandSyntax.Message} or {CommandSyntax.Send}");
        return error is null ? SessionCommand.Message(message.Id, message.Text) : default;
    }

    private static SessionCommand ReadSend(ReadOnlySpan<char> text, out ErrorReply? error)
    {
        error = null;
        if (text.IsEmpty)
            error = BadMessage($"no text is given: write {CommandSyntax.Send}");
        else if (MessageParser.Accept(null, text.Trim(), out var message, out var problem))
            return SessionCommand.Message(null, message.Text);
        else
            error = BadMessage(problem);
        return default;
    }

    private static SessionCommand ReadPing(ReadOnlySpan<char> text, out ErrorReply? error)
    {
        error = null;
        if (text.IsEmpty)
            return SessionCommand.Ping(null);
        if (MessageParser.Accept(null, text.Trim(), out var message, out var problem))
            return SessionCommand.Ping(message.Text);
        error = SessionErrors.BadArgument(problem);
        return default;
    }

    private static bool TryReadRound(string syntax, Words arguments, out RoundName round, out ErrorReply? error) =>
        ArgumentReader.TryReadRound(ref arguments, syntax, out round, out error)
        && ArgumentReader.IsAtEnd(ref arguments, syntax, out error);

    private static SessionCommand Alone(SessionCommand command, string syntax, Words arguments, out ErrorReply? error) =>
        ArgumentReader.IsAtEnd(ref arguments, syntax, out error) ? command : default;

    private static SessionCommand Unknown(ReadOnlySpan<char> word, out ErrorReply error)
    {
        error = SessionErrors.UnknownCommand(word);
        return default;
    }

    private static ErrorReply BadMessage(string problem) => new(ErrorCodes.BadMessage, problem);
}
