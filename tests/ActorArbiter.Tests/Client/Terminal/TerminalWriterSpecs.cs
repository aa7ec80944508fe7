using ActorClient.Terminal;

namespace ActorArbiter.Tests.Client.Terminal;

public sealed class TerminalWriterSpecs
{
    [Theory]
    [InlineData("Alice", "Alice")]
    [InlineData("Zo\u00EB \u6F22 \U0001F41F", "Zo\u00EB \u6F22 \U0001F41F")]
    [InlineData("\u202Eecila", "\uFFFDecila")]
    [InlineData("a\u2066b\u2069c", "a\uFFFDb\uFFFDc")]
    [InlineData("a\u2028b\u2029c", "a\uFFFDb\uFFFDc")]
    [InlineData("tag \U000E0041", "tag \uFFFD")]
    [InlineData("\U0001F469\u200D\U0001F680", "\U0001F469\u200D\U0001F680")]
    [InlineData("\e[1m", "\e[1m")]
    public void What_could_turn_or_hide_a_text_is_replaced(string text, string shown)
    {
        Assert.Equal(shown, Written(writer => writer.Write(text)));
        Assert.Equal(shown + "\n", Written(writer => writer.WriteLine(text)));
        Assert.Equal(shown, Written(writer => writer.Write(text.ToCharArray())));
        Assert.Equal(shown, Written(writer => writer.Write(text.AsSpan())));
    }

    [Fact]
    public async Task Single_characters_and_later_writes_are_looked_at_too()
    {
        Assert.Equal("\uFFFDa", Written(writer =>
        {
            writer.Write('\u202E');
            writer.Write('a');
        }));

        var text = new StringWriter { NewLine = "\n" };
        await new TerminalWriter(text).WriteLineAsync("\u202E");
        Assert.Equal("\uFFFD\n", text.ToString());
    }

    private static string Written(Action<TextWriter> write)
    {
        var text = new StringWriter { NewLine = "\n" };
        write(new TerminalWriter(text));
        return text.ToString();
    }
}
