using ActorArbiter.Protocol;

namespace ActorArbiter.Tests.Protocol;

public sealed class ErrorReplyParsingSpecs
{
    [Theory]
    [InlineData("ERROR busy the server has enough clients", "busy", "the server has enough clients")]
    [InlineData("ERROR busy", "busy", "")]
    public void An_error_line_is_read_back(string line, string code, string sentence)
    {
        Assert.True(ErrorReply.TryParse(line, out var reply));
        Assert.Equal(new ErrorReply(code, sentence), reply);
        Assert.Equal(line, reply.ToString());
    }

    [Theory]
    [InlineData("ERROR")]
    [InlineData("ERROR ")]
    [InlineData("ERROR: Alice received before Y: Bob")]
    [InlineData("error busy")]
    [InlineData("")]
    public void Other_lines_are_no_errors(string line) => Assert.False(ErrorReply.TryParse(line, out _));
}
