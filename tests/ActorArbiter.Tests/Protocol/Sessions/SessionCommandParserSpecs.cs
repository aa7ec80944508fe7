using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using static ActorArbiter.Tests.Protocol.Sessions.CommandLines;

namespace ActorArbiter.Tests.Protocol.Sessions;

public class SessionCommandParserSpecs
{
    public static TheoryData<string, SessionCommand> Commands { get; } = new()
    {
        { "LEAVE", SessionCommand.Leave },
        { "WATCH final", SessionCommand.Watch(RoundName.Parse("final")) },
        { "RESULT final", SessionCommand.Result(RoundName.Parse("final")) },
        { "PING", SessionCommand.Ping(null) },
        { "PING are you there?", SessionCommand.Ping("are you there?") },
        { "HELP", SessionCommand.Help },
        { "QUIT", SessionCommand.Quit },
        { "SEND Alice", SessionCommand.Message(null, "Alice") },
        { "SEND Client X: Alice", SessionCommand.Message(null, "Client X: Alice") },
        { "Client X: Alice", SessionCommand.Message(ContenderId.Parse("X"), "Alice") },
        { "Client X: LEAVE", SessionCommand.Message(ContenderId.Parse("X"), "LEAVE") },
        { "Client X: see GET / HTTP/1.1", SessionCommand.Message(ContenderId.Parse("X"), "see GET / HTTP/1.1") },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_line_is_a_command_and_the_command_is_the_line(string line, SessionCommand command)
    {
        Assert.Equal(command, Parse(line));
        Assert.Equal(line, command.ToString());
    }

    [Theory]
    [InlineData("Client X:Alice")]
    [InlineData("Client X : Alice")]
    [InlineData("Client  X:  Alice")]
    public void A_message_is_read_in_the_spellings_of_classic_messages(string line) =>
        Assert.Equal(SessionCommand.Message(ContenderId.Parse("X"), "Alice"), Parse(line));

    [Theory]
    [InlineData("  WATCH final")]
    [InlineData("WATCH   final")]
    [InlineData("WATCH final \t\r")]
    [InlineData("WATCH final\0\0\0 and what was in the buffer before")]
    [InlineData("\uFEFFWATCH final")]
    public void Spaces_and_padding_make_no_difference(string line) =>
        Assert.Equal(SessionCommand.Watch(RoundName.Parse("final")), Parse(line));

    [Theory]
    [InlineData("watch final", "'watch'")]
    [InlineData("X: Alice", "'X:'")]
    [InlineData("LEAVE: now", "'LEAVE:'")]
    [InlineData("Zoë", "'Zoë'")]
    [InlineData("\u202Eevil", "'?evil'")]
    [InlineData("abcdefghijklmnopqrstuvwxyz", "'abcdefghijklmnopqrstuvwx...'")]
    public void An_unknown_command_is_named_shortly_and_the_commands_are_listed(string line, string named)
    {
        var error = Error(line);
        Assert.Equal(ErrorCodes.UnknownCommand, error.Code);
        Assert.StartsWith(named, error.Sentence, StringComparison.Ordinal);
        Assert.All(
            ["JOIN", "Client <id>: <text>", "SEND", "LEAVE", "WATCH", "RESULT", "PING", "HELP", "QUIT"],
            command => Assert.Contains(command, error.Sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("WATCH", "no round is given: write WATCH <round>")]
    [InlineData("RESULT", "no round is given: write RESULT <round>")]
    [InlineData("WATCH a/b", "'a/b' is no round: write " + RoundName.Grammar)]
    [InlineData("WATCH final now", "'now' is one word too many: write WATCH <round>")]
    [InlineData("RESULT a b c", "'b' is one word too many: write RESULT <round>")]
    [InlineData("LEAVE final", "'final' is one word too many: write LEAVE")]
    [InlineData("HELP me!", "'me!' is one word too many: write HELP")]
    [InlineData("QUIT now", "'now' is one word too many: write QUIT")]
    public void Which_argument_is_wrong_is_said(string line, string sentence) =>
        Assert.Equal(new ErrorReply(ErrorCodes.BadArgument, sentence), Error(line));

    [Theory]
    [InlineData("", "empty")]
    [InlineData("   ", "empty")]
    [InlineData("\0WATCH final", "empty")]
    [InlineData("WATCH\tfinal", "control characters")]
    [InlineData("SEND Al\u2028ice", "control characters")]
    [InlineData("SEND", "no text is given: write SEND <text>")]
    [InlineData("Client", "a message is written Client <id>: <text> or SEND <text>")]
    [InlineData("Client Alice", "a message is written Client <id>: <text> or SEND <text>")]
    [InlineData("Client X:", "no text")]
    [InlineData("Client X Y: Alice", ContenderId.Grammar)]
    public void What_is_wrong_with_a_message_is_said(string line, string expected)
    {
        var error = Error(line);
        Assert.Equal(ErrorCodes.BadMessage, error.Code);
        Assert.Contains(expected, error.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_no_command()
    {
        var error = Error([.. "PING "u8, 0xC3, 0x28]);
        Assert.Equal(ErrorCodes.BadMessage, error.Code);
        Assert.Contains("UTF-8", error.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SEND ", ErrorCodes.BadMessage)]
    [InlineData("Client X: ", ErrorCodes.BadMessage)]
    [InlineData("PING ", ErrorCodes.BadArgument)]
    public void A_text_has_at_most_256_bytes(string before, string code)
    {
        var longest = "é" + new string('a', 254);
        Assert.Equal(before + longest, Parse(before + longest).ToString());
        var error = Error(before + longest + "a");
        Assert.Equal(code, error.Code);
        Assert.Contains("256 bytes", error.Sentence, StringComparison.Ordinal);
    }
}
