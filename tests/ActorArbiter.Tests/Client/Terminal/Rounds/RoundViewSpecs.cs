using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorClient;
using ActorClient.Terminal;
using ActorClient.Terminal.Rounds;
using static ActorArbiter.Tests.Client.Terminal.Rounds.RoundEvents;

namespace ActorArbiter.Tests.Client.Terminal.Rounds;

/// <summary>What is to be seen of a round, in a pipe and on terminals of several kinds.</summary>
public sealed class RoundViewSpecs
{
    private static readonly string[] MessageAndVerdict = ["Client X: Alice", "Y: Bob received before X: Alice"];

    private static readonly string[] PlainTable =
    [
        "╭───────┬────┬─────────┬─────────────╮",
        "│ place │ id │     gap │ basis       │",
        "├───────┼────┼─────────┼─────────────┤",
        "│   1/2 │ Y  │    +0ns │ kernel      │",
        "│   2/2 │ X  │ +1.84ms │ kernel-late │",
        "╰───────┴────┴─────────┴─────────────╯",
    ];

    [Fact]
    public void A_pipe_gets_the_message_and_the_verdict_and_news_beside_them()
    {
        var text = new ConsoleText();
        Show(PlainRoundView.OfContender(text.Console, Scene), WholeRound);

        Assert.Equal(MessageAndVerdict, text.Out);
        Assert.Equal(
            [
                "final: X is seated, 1 of 2",
                "final: Y is seated, 2 of 2",
                "final: ready: X, Y",
                "final: the arbiter has received Alice",
                "1/2 Y +0ns kernel",
                "2/2 X +1.84ms kernel-late",
            ],
            text.Error);
    }

    [Fact]
    public void A_watcher_gets_all_of_it_on_standard_output_and_the_verdict_last()
    {
        var text = new ConsoleText();
        Show(
            PlainRoundView.OfWatcher(text.Console, Scene),
            new RoundEvent.Watching(), new RoundEvent.Ready([X, Y]), new RoundEvent.Decided(Verdict));

        Assert.Equal(
            [
                "final: watching",
                "final: ready: X, Y",
                "1/2 Y +0ns kernel",
                "2/2 X +1.84ms kernel-late",
                "Y: Bob received before X: Alice",
            ],
            text.Out);
        Assert.Empty(text.Error);
    }

    [Fact]
    public void A_terminal_keeps_the_table_and_no_news()
    {
        var text = new ConsoleText(ConsoleText.Capable with { HasColors = false });
        Show(new LiveRoundView(text.Console, Scene), WholeRound);

        Assert.Equal(MessageAndVerdict, text.Out);
        Assert.Equal(PlainTable, text.Screen);
    }

    [Fact]
    public void The_winner_is_coloured_and_the_verdict_is_not()
    {
        var text = new ConsoleText(ConsoleText.Capable);
        Show(new LiveRoundView(text.Console, Scene), WholeRound);

        Assert.Equal(MessageAndVerdict, text.Out);
        Assert.Contains(text.Screen, line => line.Contains("\e[1;32mY\e[0m", StringComparison.Ordinal));
        Assert.DoesNotContain("\e", text.Screen[4], StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_without_UTF_8_has_a_table_of_ASCII()
    {
        var text = new ConsoleText(new TerminalTraits(true, false, false, HasUnicode: false));
        Show(PlainRoundView.OfContender(text.Console, Scene), new RoundEvent.Decided(Verdict));

        Assert.All(text.Error, line => Assert.True(System.Text.Ascii.IsValid(line), line));
        Assert.Contains("|   1/2 | Y  |    +0ns | kernel      |", text.Error);
    }

    [Fact]
    public void A_table_that_is_too_wide_for_the_terminal_is_lines()
    {
        var fits = new ConsoleText(ConsoleText.Capable with { HasColors = false }, width: PlainTable[0].Length);
        Places.Write(Verdict, fits.Console.Error, fits.Console.ErrorTraits, fits.Console.Width());
        var narrow = new ConsoleText(ConsoleText.Capable, width: PlainTable[0].Length - 1);
        Places.Write(Verdict, narrow.Console.Error, narrow.Console.ErrorTraits, narrow.Console.Width());

        Assert.Equal(PlainTable, fits.Error);
        Assert.Equal(["1/2 Y +0ns kernel", "2/2 X +1.84ms kernel-late"], narrow.Error);
    }

    [Fact]
    public void One_message_alone_has_no_places_to_compare()
    {
        var text = new ConsoleText();
        Show(
            PlainRoundView.OfContender(text.Console, Scene),
            new RoundEvent.Decided(new RoundVerdict(
                Final, 17, "X: Alice", [new Placing(1, 1, X, new Gap(0), Basis.Kernel)])));

        Assert.Equal(["X: Alice"], text.Out);
        Assert.Empty(text.Error);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_message_that_is_sent_again_is_shown_once(bool isLive)
    {
        var text = new ConsoleText(isLive ? ConsoleText.Capable : null);
        IRoundView view = isLive
            ? new LiveRoundView(text.Console, Scene)
            : PlainRoundView.OfContender(text.Console, Scene);
        Show(view, [new RoundEvent.Sent("Alice"), Lost, .. WholeRound]);

        Assert.Equal(MessageAndVerdict, text.Out);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_round_that_was_decided_before_is_told_as_such(bool isLive)
    {
        var text = new ConsoleText(isLive ? ConsoleText.Capable : null);
        IRoundView view = isLive
            ? new LiveRoundView(text.Console, Scene)
            : PlainRoundView.OfContender(text.Console, Scene);
        Show(view, new RoundEvent.Decided(Verdict) { WasDecidedBefore = true });

        Assert.Equal("final was decided before: this message has no part in it", text.Screen[0]);
        Assert.Equal(Verdict.Sentence, Assert.Single(text.Out));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_failure_and_an_expired_round_are_one_line_on_standard_error(bool isLive)
    {
        foreach (var end in new Action<IRoundView>[]
            { view => view.Fail(new RoundFailure("busy", "no more")), view => view.Show(new RoundEvent.Expired(Final)) })
        {
            var text = new ConsoleText(isLive ? ConsoleText.Capable : null);
            IRoundView view = isLive
                ? new LiveRoundView(text.Console, Scene)
                : PlainRoundView.OfContender(text.Console, Scene);
            Show(view, new RoundEvent.Connected());
            end(view);

            Assert.Empty(text.Out);
            Assert.Contains(
                Assert.Single(text.Screen), new[] { "no more", "final has expired: nobody's message arrived by its deadline" });
        }
    }

    [Fact]
    public void Enter_ends_the_live_line_of_a_terminal()
    {
        var text = new ConsoleText(ConsoleText.Capable);
        var view = new LiveRoundView(text.Console, Scene);
        Show(view, new RoundEvent.Joined(X, 1, 2));
        view.AskForEnter("Alice");
        view.EnterPressed();
        text.Console.Error.WriteLine(); // The terminal's echo.
        Show(view, TooEarly);
        view.Leave();

        Assert.Equal(["final: 1 of 2 seated (X); Enter sends Alice", "ERROR too-early not ready", ""], text.Screen);
    }

    [Fact]
    public void Enter_is_not_asked_for_when_it_is_over()
    {
        var text = new ConsoleText(ConsoleText.Capable with { HasColors = false });
        var view = new LiveRoundView(text.Console, Scene);
        Show(view, new RoundEvent.Decided(Verdict));
        view.AskForEnter("Alice");

        Assert.Equal(PlainTable, text.Screen);
    }

    [Fact]
    public void A_program_gets_a_line_an_event_and_a_person_why_it_failed()
    {
        var text = new ConsoleText();
        var view = new JsonRoundView(text.Console, Scene);
        Show(view, WholeRound);
        view.AskForEnter("Alice");
        view.Fail(new RoundFailure("busy", "no more"));

        Assert.Equal(WholeRound.Length + 1, text.Out.Length);
        Assert.All(text.Out, line => Assert.StartsWith("{\"event\":\"", line, StringComparison.Ordinal));
        Assert.Equal(["no more"], text.Error);
    }

    private static void Show(IRoundView view, params RoundEvent[] events)
    {
        foreach (var happened in events)
            view.Show(happened);
    }
}
