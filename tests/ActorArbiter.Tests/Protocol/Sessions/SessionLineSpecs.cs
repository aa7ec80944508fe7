using System.Text;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.Protocol.Sessions;

public class SessionLineSpecs
{
    [Theory]
    [InlineData("JOIN final X of=3")]
    [InlineData("JOIN")]
    [InlineData("WATCH final")]
    [InlineData("RESULT final")]
    [InlineData("PING")]
    [InlineData("PING  hello")]
    [InlineData("HELP me!")]
    [InlineData("QUIT")]
    [InlineData("QUIT \t")]
    [InlineData("  PING")]
    [InlineData("\uFEFFPING")]
    [InlineData("PING\0\0\0\0")]
    public void A_first_line_that_is_a_command_starts_a_session(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        Assert.True(SessionLine.IsSessionStart(bytes, LineEnding.Lf));
        Assert.True(SessionLine.IsSessionStart(bytes, LineEnding.CrLf));
        Assert.False(SessionLine.IsSessionStart(bytes, LineEnding.None));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\0PING")]
    [InlineData("Client X: Alice")]
    [InlineData("Help me!")]
    [InlineData("ping")]
    [InlineData("PINGS")]
    [InlineData("JOIN: Alice")]
    [InlineData("JOIN\tfinal X")]
    [InlineData("X: JOIN")]
    [InlineData("SEND hello")]
    [InlineData("LEAVE")]
    public void Any_other_line_is_a_classic_message(string line) =>
        Assert.False(SessionLine.IsSessionStart(Encoding.UTF8.GetBytes(line), LineEnding.Lf));

    [Fact]
    public void What_starts_a_session_is_a_command_to_the_parser()
    {
        string[] words = ["JOIN", "WATCH", "RESULT", "PING", "HELP", "QUIT"];
        Assert.All(words, word =>
        {
            var line = Encoding.UTF8.GetBytes(word);
            Assert.True(SessionLine.IsSessionStart(line, LineEnding.Lf));
            Assert.True(
                SessionCommandParser.TryParse(line, out _, out var error) || error.Code != ErrorCodes.UnknownCommand, word);
        });
    }
}
