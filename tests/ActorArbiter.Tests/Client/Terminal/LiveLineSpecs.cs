using ActorClient.Terminal;

namespace ActorArbiter.Tests.Client.Terminal;

public sealed class LiveLineSpecs
{
    private readonly ConsoleText _text = new();

    private TextWriter Terminal => _text.Console.Error;

    [Fact]
    public void A_line_is_written_over_and_makes_room()
    {
        var line = new LiveLine(Terminal, () => 80);
        line.Show("one");
        line.Show("two");
        line.Clear();
        line.Clear();

        Assert.Equal(["\r\e[Kone\r\e[Ktwo\r\e[K"], _text.Error);
    }

    [Fact]
    public void A_line_that_a_person_ended_is_not_erased()
    {
        var line = new LiveLine(Terminal, () => 80);
        line.Show("one");
        line.Leave();
        line.Clear();

        Assert.Equal(["\r\e[Kone"], _text.Error);
    }

    [Theory]
    [InlineData("final: X", 8, "final: X")]
    [InlineData("final: X", 7, "fina...")]
    [InlineData("final: X", 3, "...")]
    [InlineData("final: X", 1, ".")]
    [InlineData("final: X", -1, "")]
    [InlineData("e\u0301e\u0301e\u0301e\u0301e\u0301", 4, "e\u0301...")]
    [InlineData("漢字漢字漢字", 8, "漢字...")]
    public void A_line_is_cut_to_the_columns_of_the_terminal(string text, int columns, string shown) =>
        Assert.Equal(shown, LiveLine.Fit(text, columns));

    [Fact]
    public void The_last_column_stays_free()
    {
        new LiveLine(Terminal, () => 8).Show("12345678");

        Assert.Equal(["\r\e[K1234..."], _text.Error);
    }
}
