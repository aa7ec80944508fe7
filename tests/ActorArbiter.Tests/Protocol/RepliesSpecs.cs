using System.Text;
using ActorArbiter.Protocol;

namespace ActorArbiter.Tests.Protocol;

public class RepliesSpecs
{
    [Theory]
    [InlineData("X: Alice", "X", "Alice")]
    [InlineData("X: Alice received before Y: Bob", "X", "Alice", "Y", "Bob")]
    [InlineData("X: Alice received before Y: Bob received before Z: Carol", "X", "Alice", "Y", "Bob", "Z", "Carol")]
    public void A_verdict_is_told_in_one_sentence(string expected, params string[] idsAndTexts)
    {
        var messages = idsAndTexts.Chunk(2).Select(each => new ClientMessage(ContenderId.Parse(each[0]), each[1]));
        Assert.Equal(expected, VerdictSentence.Of(messages));
    }

    [Fact]
    public void The_sentence_of_the_most_contenders_fits_its_limit()
    {
        var longest = Enumerable.Range(0, ProtocolLimits.MaxContenders + 1)
            .Select(index => new ClientMessage(ContenderId.Parse($"{index:d32}"), new string('a', 256)))
            .ToArray();
        Assert.True(VerdictSentence.Of(longest[1..]).Length <= ProtocolLimits.MaxSentenceBytes);
        Assert.True(VerdictSentence.Of(longest).Length > ProtocolLimits.MaxSentenceBytes);
    }

    [Fact]
    public void An_error_is_one_line()
    {
        var error = new ErrorReply(ErrorCodes.TooLong, "a line has at most 1024 bytes");
        Assert.Equal("ERROR too-long a line has at most 1024 bytes\n", Encoding.UTF8.GetString(error.ToBytes()));
    }

    [Fact]
    public void A_greeting_is_read_back_as_the_letter_it_gives()
    {
        var greeting = Encoding.UTF8.GetString(Greeting.ToBytes(ContenderId.Parse("C27")));
        Assert.Equal("Client C27 connected", greeting);
        Assert.True(Greeting.TryParse(greeting, out var id));
        Assert.Equal("C27", id.Value);
    }

    [Theory]
    [InlineData("Client X connecte")]
    [InlineData("Client  connected")]
    [InlineData("Client X Y connected")]
    [InlineData("ERROR busy")]
    public void Anything_else_is_no_greeting(string text) => Assert.False(Greeting.TryParse(text, out _));
}
