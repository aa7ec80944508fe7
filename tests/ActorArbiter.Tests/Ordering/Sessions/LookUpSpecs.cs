using ActorArbiter.Journal.Records;
using ActorArbiter.Ordering.Sessions;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.Ordering.Sessions;

/// <summary>What is said of a round that the journal may have, before and after it was asked.</summary>
public class LookUpSpecs
{
    private static readonly RoundName Old = RoundName.Parse("old");
    private static readonly ClientMessage Alice = new(ContenderId.Parse("X"), "Alice");
    private static readonly string[] Lines =
        ["PLACE old 1/2 X +0ns kernel", "PLACE old 2/2 Y +? kernel", "VERDICT old 7 X: Alice received before Y: Bob"];

    private readonly SessionScript _script = new(recorded: "old");

    [Theory]
    [InlineData("JOIN old Z of=9")]
    [InlineData("RESULT old")]
    [InlineData("WATCH old")]
    public void Who_asks_for_it_waits_and_is_told_what_was_recorded(string line)
    {
        _script.Say(1, line, "PING");
        _script.Hears(1);
        Assert.Equal(0, _script.AnswersTo(1));
        Assert.Equal(["old"], _script.LookedUp);

        _script.LookUp(Recorded());

        _script.Hears(1, [.. Lines, "PONG"]);
        Assert.Equal(1, _script.AnswersTo(1));
        Assert.Equal(0, _script.OpenCount);
    }

    [Fact]
    public void The_journal_is_asked_once_for_all_who_wait_and_not_again()
    {
        _script.Say(1, "RESULT old");
        _script.Say(2, "JOIN old X brief=yes");
        _script.LookUp(Recorded());
        _script.Hears(1, Lines);
        _script.Hears(2, Lines[^1]);

        _script.Say(3, "RESULT old");

        _script.Hears(3, Lines);
        Assert.Equal(["old"], _script.LookedUp);
    }

    [Fact]
    public void A_name_that_only_looked_like_a_recorded_one_is_free()
    {
        _script.Say(1, "JOIN old X");
        _script.Say(2, "RESULT old");
        _script.LookUp(Old, null);
        _script.Hears(1, "JOINED old X 1/2");
        _script.HearsError(2, "undecided");

        _script.Say(3, "JOIN old Y");

        _script.Hears(3, "JOINED old Y 2/2", "READY old X Y");
        Assert.Equal(["old"], _script.LookedUp);
    }

    [Fact]
    public void A_name_that_is_not_in_the_journal_is_not_looked_up()
    {
        _script.Say(1, "JOIN new X");
        _script.Hears(1, "JOINED new X 1/2");
        _script.Say(1, "SEND a", "RESULT new");
        Assert.Empty(_script.LookedUp);
    }

    [Fact]
    public void What_is_not_in_memory_any_more_is_looked_up()
    {
        var script = new SessionScript(options => options with { DecidedRounds = 1 }, recorded: "");
        Claim("one");
        Claim("two");
        script.Say(1, "RESULT two");
        Assert.Empty(script.LookedUp);

        script.Say(1, "JOIN one X");

        Assert.Equal(["one"], script.LookedUp);

        void Claim(string name)
        {
            script.Say(9, $"JOIN {name} X of=1", "SEND a");
            script.Pass(5);
        }
    }

    [Fact]
    public void A_claim_of_which_the_winner_alone_is_kept_is_told_as_it_was()
    {
        _script.Say(1, "RESULT old");
        _script.LookUp(Outcome.Pruned(Old, 7, Alice, arrived: 1));
        _script.Hears(1, "VERDICT old 7 X: Alice");
    }

    [Fact]
    public void Of_others_the_winner_is_told_and_no_verdict_that_would_contradict_the_first_one()
    {
        _script.Say(1, "JOIN old X", "SEND me");
        _script.LookUp(Outcome.Pruned(Old, 7, Alice, arrived: 2));
        _script.HearsErrors(1, "pruned", "too-late");
        _script.Say(2, "RESULT old");
        _script.HearsErrorAbout(
            2, "pruned", "round old was decided as number 7, and of its 2 contenders the winner alone is kept: X: Alice");
    }

    [Fact]
    public void Who_is_lost_while_waiting_is_not_answered()
    {
        _script.Say(1, "RESULT old");
        _script.Lose(1);
        _script.LookUp(Recorded());
        _script.Hears(1);
        Assert.Equal(0, _script.SessionCount);
    }

    [Fact]
    public void Who_closes_its_side_while_waiting_is_answered_before_the_end()
    {
        _script.Say(1, "RESULT old");
        _script.HalfClose(1);
        _script.LookUp(Recorded());
        _script.Hears(1, [.. Lines, "BYE", SessionScript.End]);
    }

    [Fact]
    public void At_the_end_who_waits_for_it_is_answered_first()
    {
        _script.Say(1, "RESULT old", "PING");
        _script.Close();
        _script.Hears(1);
        _script.LookUp(Recorded());
        _script.HearsErrorAndEnd(1, "shutting-down", Lines);
        Assert.Equal(0, _script.SessionCount);
    }

    private static Outcome Recorded() => Outcome.Of(
        Old,
        7,
        [
            new RecordedPlace(Alice, default, 0, Basis.Kernel),
            new RecordedPlace(new ClientMessage(ContenderId.Parse("Y"), "Bob"), default, null, Basis.Kernel),
        ]);
}
