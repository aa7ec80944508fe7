using ActorClient.Terminal;

namespace ActorArbiter.Tests.Client.Terminal;

public sealed class TerminalTraitsSpecs
{
    [Fact]
    public void A_pipe_shows_plain_lines_whatever_the_environment_says() =>
        Assert.Equal(TerminalTraits.Pipe, TerminalTraits.Of(isTerminal: false, In("TERM=xterm LANG=C.UTF-8")));

    [Fact]
    public void A_terminal_has_colours_and_rewrites_lines() =>
        Assert.Equal(ConsoleText.Capable, TerminalTraits.Of(isTerminal: true, In("TERM=xterm LANG=de_DE.UTF-8 NO_COLOR=")));

    [Fact]
    public void NO_COLOR_takes_the_colours_and_nothing_else() => Assert.Equal(
        ConsoleText.Capable with { HasColors = false },
        TerminalTraits.Of(isTerminal: true, In("TERM=xterm LANG=C.utf8 NO_COLOR=1")));

    [Theory]
    [InlineData("TERM=dumb")]
    [InlineData("TERM=")]
    [InlineData("")]
    public void A_terminal_that_says_nothing_of_itself_is_given_plain_text(string environment)
    {
        var traits = TerminalTraits.Of(isTerminal: true, In(environment));

        Assert.Equal((true, false, false), (traits.IsTerminal, traits.RewritesLines, traits.HasColors));
    }

    [Theory]
    [InlineData(true, "LANG=C LC_ALL=C.UTF-8")]
    [InlineData(false, "LANG=C.UTF-8 LC_ALL=C")]
    [InlineData(true, "LANG=C LC_CTYPE=en_US.utf8")]
    [InlineData(true, "LANG=C.UTF-8 LC_ALL=")]
    [InlineData(false, "LANG=de_DE.ISO-8859-1")]
    [InlineData(false, "")]
    public void Characters_to_draw_with_are_used_where_the_locale_has_them(bool expected, string environment) =>
        Assert.Equal(expected, TerminalTraits.Of(isTerminal: true, In(environment)).HasUnicode);

    private static Func<string, string?> In(string environment)
    {
        var variables = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(variable => variable.Split('=', 2))
            .ToDictionary(parts => parts[0], parts => parts[1]);
        return name => variables.GetValueOrDefault(name);
    }
}
