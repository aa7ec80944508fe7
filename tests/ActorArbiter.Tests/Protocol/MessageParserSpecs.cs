using System.Text;
using ActorArbiter.Protocol;

namespace ActorArbiter.Tests.Protocol;

public class MessageParserSpecs
{
    [Theory]
    [InlineData("Client X: Alice", "X", "Alice")]
    [InlineData("Client X:Alice", "X", "Alice")]
    [InlineData("Client X : Alice", "X", "Alice")]
    [InlineData("X: Alice", "X", "Alice")]
    [InlineData("Client runner-1: a: b: c", "runner-1", "a: b: c")]
    [InlineData("Client X: Alice   ", "X", "Alice")]
    [InlineData("Client X: Alice\r", "X", "Alice")]
    [InlineData("Client X: Alice\0\0\0\0", "X", "Alice")]
    [InlineData("Client X: Alice  \0 and what was in the buffer before", "X", "Alice")]
    [InlineData("\uFEFFClient X: Alice", "X", "Alice")]
    [InlineData("Client X: Zoë 👋", "X", "Zoë 👋")]
    public void A_message_names_its_id(string line, string id, string text) =>
        Assert.Equal(new ParsedMessage(ContenderId.Parse(id), text), Parse(line));

    [Theory]
    [InlineData("Hello!")]
    [InlineData("Client Alice")]
    [InlineData("see http://example.org")]
    [InlineData("12:30 works for me")]
    [InlineData("Dear server: hello")]
    [InlineData("Help me!")]
    public void A_text_without_an_id_is_a_message_too(string line) =>
        Assert.Equal(new ParsedMessage(null, line), Parse(line));

    [Theory]
    [InlineData("", "empty")]
    [InlineData("   ", "empty")]
    [InlineData("\0Client X: Alice", "empty")]
    [InlineData("Client X:", "no text")]
    [InlineData("Client X:   ", "no text")]
    [InlineData("X:", "no text")]
    [InlineData("Client X Y: Alice", "an id has")]
    [InlineData("Client : Alice", "an id has")]
    [InlineData("Client é: Alice", "an id has")]
    [InlineData("Client abcdefghijklmnopqrstuvwxyz0123456: Alice", "an id has")]
    [InlineData("\tClient X: Alice", "control characters")]
    [InlineData("Client X: Al\u0007ice", "control characters")]
    [InlineData("Client X: Al\u0085ice", "control characters")]
    [InlineData("Client X: Al\u2028ice", "control characters")]
    [InlineData("Client X: Al\u2029ice", "control characters")]
    [InlineData("GET / HTTP/1.1", "no web server")]
    [InlineData("GET / HTTP/1.0", "no web server")]
    public void What_is_wrong_is_said(string line, string expected)
    {
        Assert.False(MessageParser.TryParse(Encoding.UTF8.GetBytes(line), out _, out var problem));
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_no_message()
    {
        Assert.False(MessageParser.TryParse([0x58, 0x3A, 0x20, 0xC3, 0x28], out _, out var problem));
        Assert.Contains("UTF-8", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void A_text_has_at_most_256_bytes(int bytes, bool expected)
    {
        var text = "é" + new string('a', bytes - 2);
        Assert.Equal(expected, MessageParser.TryParse(Encoding.UTF8.GetBytes($"Client X: {text}"), out _, out _));
    }

    [Theory]
    [InlineData("Alice", "Alice")]
    [InlineData("Client X: Alice", "Alice")]
    [InlineData("Client X:Alice", "Alice")]
    [InlineData("Client Y: Alice", "Client Y: Alice")]
    [InlineData("X: Alice", "X: Alice")]
    [InlineData("Dear server: hello", "Dear server: hello")]
    public void A_seated_contender_needs_no_prefix_and_only_its_own_is_cut(string line, string text)
    {
        var own = ContenderId.Parse("X");
        Assert.True(MessageParser.TryParseText(Encoding.UTF8.GetBytes(line), own, out var message, out _));
        Assert.Equal(new ParsedMessage(own, text), message);
    }

    private static ParsedMessage Parse(string line)
    {
        Assert.True(MessageParser.TryParse(Encoding.UTF8.GetBytes(line), out var message, out var problem), problem);
        return message;
    }
}
