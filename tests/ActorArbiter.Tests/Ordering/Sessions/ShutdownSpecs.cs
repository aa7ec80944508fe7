using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.Ordering.Sessions;

public class ShutdownSpecs
{
    private readonly SessionScript _script = new() { RecordsAtOnce = false };

    [Fact]
    public void Everyone_is_told_and_ended()
    {
        _script.Say(1, "JOIN r X", "SEND a");
        _script.Say(2, "JOIN r Y");
        _script.Say(3, "WATCH r", "WATCH s");
        _script.Say(4, "PING");
        _script.Say(5, "JOIN s X brief=yes");
        _script.Lose(5);
        _script.Forget();

        _script.Close();

        foreach (var connection in (int[])[1, 2, 3, 4])
            _script.HearsErrorAndEnd(connection, "shutting-down");
        Assert.Equal(0, _script.SessionCount);
        Assert.Equal(0, _script.OpenCount);
        Assert.Null(_script.DueAt);
    }

    [Fact]
    public void Who_is_owed_a_verdict_that_is_being_recorded_is_told_it_first()
    {
        _script.Say(1, "JOIN r X window=1s", "SEND a");
        _script.Say(2, "JOIN r Y");
        _script.Say(3, "WATCH r", "WATCH s");
        _script.Pass(1005);
        _script.Say(4, "RESULT r", "JOIN s X");
        _script.Say(5, "JOIN s X");
        _script.Forget();

        _script.Close();

        _script.HearsErrorAndEnd(5, "shutting-down");
        Assert.Equal(4, _script.SessionCount);
        _script.Say(1, "PING");
        _script.Hears(1);

        _script.Record("r");

        foreach (var connection in (int[])[1, 2, 3, 4])
            _script.HearsErrorAndEnd(connection, "shutting-down", "PLACE r 1/1 X +0ns read", "VERDICT r 1 X: a");
        Assert.Equal(0, _script.SessionCount);
        Assert.Equal(0, _script.OpenCount);
    }

    [Fact]
    public void When_nothing_can_be_recorded_any_more_nobody_is_told_of_a_round_that_is_not()
    {
        var script = new SessionScript(recorded: "old") { RecordsAtOnce = false };
        script.Say(1, "JOIN r X of=1", "SEND a");
        script.Say(2, "WATCH r", "WATCH s");
        script.Say(3, "JOIN s X", "SEND b");
        script.Pass(5);
        script.Say(4, "RESULT r", "PING");
        script.Say(5, "RESULT old", "PING");
        script.Forget();
        Assert.Equal(["r: X"], script.Decided);

        script.Close();
        script.HearsErrorAndEnd(3, "shutting-down");
        script.Abandon();

        foreach (var connection in (int[])[1, 2, 4, 5])
            script.HearsErrorAndEnd(connection, "shutting-down");
        Assert.Equal(0, script.SessionCount);
        Assert.Equal(0, script.OpenCount);
    }

    [Fact]
    public void The_lines_of_one_session_decide_no_more_rounds_than_asked_for()
    {
        var script = new SessionScript { RecordsAtOnce = false, Rounds = 1 };
        script.Say(1, "JOIN r X brief=yes", "SEND a");
        script.Say(2, "JOIN s X brief=yes", "SEND a");

        script.Say(3, "JOIN r Y brief=yes", "SEND b", "LEAVE", "JOIN s Y", "SEND b");

        Assert.Equal(["r: X Y"], script.Decided);
        script.HearsErrorAndEnd(2, "shutting-down");
        script.Record("r");
        script.HearsErrorAndEnd(1, "shutting-down", "VERDICT r 1 X: a received before Y: b");
        script.HearsErrorAndEnd(3, "shutting-down", "VERDICT r 1 X: a received before Y: b");
        Assert.Equal(0, script.SessionCount);
    }

    [Fact]
    public void Lines_that_waited_for_a_round_decide_no_more_rounds_than_asked_for()
    {
        var script = new SessionScript { RecordsAtOnce = false, Rounds = 2 };
        foreach (var round in (int[])[1, 2, 3, 4])
        {
            script.Say(10 + round, $"JOIN r{round} X brief=yes", "SEND a");
            script.Say(20 + round, $"JOIN r{round} Y brief=yes");
        }

        script.Say(21, "SEND b");
        foreach (var round in (int[])[2, 3, 4])
            script.Say(20 + round, "RESULT r1", "SEND b", "PING");
        script.Record("r1");
        script.Record("r2");

        Assert.Equal(["r1: X Y", "r2: X Y"], script.Decided);
        string[] first = ["PLACE r1 1/2 X +0ns read", "PLACE r1 2/2 Y +0ns read", "VERDICT r1 1 X: a received before Y: b"];
        script.HearsErrorAndEnd(22, "shutting-down", [.. first, "VERDICT r2 2 X: a received before Y: b"]);
        script.HearsErrorAndEnd(23, "shutting-down", first);
        script.HearsErrorAndEnd(24, "shutting-down", first);
        script.HearsErrorAndEnd(13, "shutting-down");
        Assert.Equal(0, script.SessionCount);
        Assert.Equal(0, script.OpenCount);
    }

    [Fact]
    public void A_round_that_nobody_opened_is_not_opened_any_more()
    {
        var script = new SessionScript(recorded: "old");
        script.Say(1, "JOIN old X");
        script.Close();
        script.LookUp(RoundName.Parse("old"), null);
        script.HearsErrorAndEnd(1, "shutting-down");
        Assert.Equal(0, script.OpenCount);
    }

    [Fact]
    public void Who_comes_afterwards_is_told_and_ended()
    {
        _script.Close();
        _script.Say(1, "JOIN r X");
        _script.HearsErrorAndEnd(1, "shutting-down");
        Assert.Equal(0, _script.OpenCount);
    }

    [Fact]
    public void Who_closes_its_side_afterwards_is_still_told_the_verdict()
    {
        _script.Say(1, "JOIN r X of=1", "SEND a");
        _script.Pass(5);
        _script.Forget();
        _script.Close();
        _script.HalfClose(1);
        _script.Hears(1);
        _script.Record("r");
        _script.HearsErrorAndEnd(1, "shutting-down", "PLACE r 1/1 X +0ns read", "VERDICT r 1 X: a");
    }
}
