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
            _script.HearsErrorAndEnd(connection, "shutting-down", "PLACE r 1/1 X +0ns clock", "VERDICT r 1 X: a");
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
        _script.HearsErrorAndEnd(1, "shutting-down", "PLACE r 1/1 X +0ns clock", "VERDICT r 1 X: a");
    }
}
