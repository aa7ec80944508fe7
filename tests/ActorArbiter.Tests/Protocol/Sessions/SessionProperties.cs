using System.Text;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using FsCheck;
using FsCheck.Fluent;
using static ActorArbiter.Tests.Protocol.Sessions.SessionGenerators;

namespace ActorArbiter.Tests.Protocol.Sessions;

/// <summary>What holds of all commands and replies, and of whatever else comes.</summary>
public class SessionProperties
{
    [Fact]
    public void Any_command_is_read_back_from_its_line() => Prop.ForAll(
        Commands.ToArbitrary(),
        command => Assert.Equal(command, CommandLines.Parse(command.ToString()))).Check(Often);

    [Fact]
    public void Any_command_is_read_back_from_its_line_however_it_is_padded()
    {
        var padded = from command in Commands
                     from mark in Gen.Elements("", "\uFEFF")
                     from before in Gen.Elements("", " ", "   ")
                     from behind in Gen.Elements("", " ", "\t", " \r", "\0", "  \0\0\0x", "\0\u0001")
                     select (command, line: mark + before + command + behind);
        Prop.ForAll(padded.ToArbitrary(), each => Assert.Equal(each.command, CommandLines.Parse(each.line))).Check(Often);
    }

    [Fact]
    public void Any_reply_is_read_back_from_its_line() => Prop.ForAll(Replies.ToArbitrary(), reply =>
    {
        Assert.True(SessionReply.TryParse(reply.ToString(), out var parsed));
        Assert.Equal(reply, parsed);
    }).Check(Often);

    [Fact]
    public void Whatever_comes_it_is_a_command_or_an_error_of_one_line() => Prop.ForAll(Noise.ToArbitrary(), line =>
    {
        SessionLine.IsSessionStart(line, LineEnding.Lf);
        if (SessionCommandParser.TryParse(line, out var command, out var error))
        {
            Assert.Equal(command, CommandLines.Parse(command.ToString()));
            return;
        }

        Assert.Contains(error.Code, (string[])[ErrorCodes.UnknownCommand, ErrorCodes.BadArgument, ErrorCodes.BadMessage]);
        Assert.DoesNotContain(error.ToString(), char.IsControl);
        Assert.InRange(error.ToBytes().Length, 1, ProtocolLimits.MaxLineBytes);
    }).Check(Often);

    [Fact]
    public void Whatever_comes_it_is_a_reply_or_none() => Prop.ForAll(Noise.ToArbitrary(), line =>
    {
        if (!SessionReply.TryParse(Encoding.UTF8.GetString(line).TrimEnd(), out var reply))
            return;
        Assert.True(SessionReply.TryParse(reply.ToString(), out var again));
        Assert.Equal(reply, again);
    }).Check(Often);

    private static Config Often => Config.QuickThrowOnFailure.WithMaxTest(1000);
}
