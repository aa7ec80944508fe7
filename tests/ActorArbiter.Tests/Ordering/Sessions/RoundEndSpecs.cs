namespace ActorArbiter.Tests.Ordering.Sessions;

/// <summary>When rounds are decided, or expire.</summary>
public class RoundEndSpecs
{
    private readonly SessionScript _script = new();

    [Fact]
    public void With_all_its_messages_a_round_is_decided_at_once()
    {
        _script.Say(1, "JOIN r X", "SEND a");
        Assert.Equal(600_000, _script.DueAt);
        _script.Say(2, "JOIN r Y", "SEND b");
        Assert.Equal(["r: X Y"], _script.Decided);
        Assert.Null(_script.DueAt);
        Assert.Equal(0, _script.OpenCount);
    }

    [Fact]
    public void A_claim_settles_and_goes_to_the_earliest_stamp()
    {
        _script.Say(1, "JOIN r X of=1");
        _script.Say(2, "JOIN r Y");
        _script.Forget();
        _script.Pass(100);
        _script.Say(1, "SEND a");
        Assert.Equal(105, _script.DueAt);
        _script.Pass(4);
        _script.SayStamped(99, 2, "SEND b");
        Assert.Empty(_script.Decided);
        _script.Pass(1);
        Assert.Equal(["r: Y"], _script.Decided);
        _script.Hears(1, "RECEIVED r X: a", "PLACE r 1/1 Y +0ns read", "VERDICT r 1 Y: b");
        _script.Hears(2, "RECEIVED r Y: b", "PLACE r 1/1 Y +0ns read", "VERDICT r 1 Y: b");
    }

    [Fact]
    public void Without_settling_a_claim_goes_to_whoever_is_read_first()
    {
        var script = new SessionScript(options => options with { Settle = TimeSpan.Zero });
        script.Say(1, "JOIN r X of=1", "SEND a");
        Assert.Equal(["r: X"], script.Decided);
        script.Say(1, "JOIN s X of=2 window=10ms", "SEND a");
        script.Pass(10);
        Assert.Equal(["r: X", "s: X"], script.Decided);
    }

    [Fact]
    public void A_window_is_decided_with_whoever_arrived_within_it_and_others_are_too_late()
    {
        _script.Say(1, "JOIN r X of=4 window=100ms");
        _script.Say(2, "JOIN r Y");
        _script.Say(3, "JOIN r Z");
        _script.Forget();
        _script.Pass(50);
        _script.Say(1, "SEND a");
        _script.Pass(100);
        Assert.Equal(155, _script.DueAt);
        _script.SayStamped(149, 2, "SEND b");
        _script.Pass(1);
        _script.Say(3, "SEND c");
        _script.Pass(4);
        Assert.Equal(["r: X Y"], _script.Decided);
        _script.HearsError(3, "too-late", "RECEIVED r Z: c",
            "PLACE r 1/2 X +0ns read", "PLACE r 2/2 Y +99.0ms read", "VERDICT r 1 X: a received before Y: b");
        _script.Say(3, "SEND again");
        _script.HearsError(3, "not-joined");
    }

    [Fact]
    public void A_deadline_decides_with_whoever_arrived_by_then()
    {
        _script.Say(1, "JOIN r X deadline=1s", "SEND a");
        _script.Say(2, "JOIN r Y");
        _script.Pass(1000);
        Assert.Empty(_script.Decided);
        _script.Pass(5);
        Assert.Equal(["r: X"], _script.Decided);
    }

    [Fact]
    public void A_deadline_nobody_met_expires_the_round_and_its_name_is_free()
    {
        _script.Say(3, "WATCH r");
        _script.Say(1, "JOIN r X deadline=1s");
        _script.Say(2, "JOIN r Y brief=yes");
        _script.Forget();
        _script.Pass(1005);
        _script.Hears(1, "EXPIRED r");
        _script.Hears(2, "EXPIRED r");
        _script.Hears(3, "EXPIRED r");
        Assert.Empty(_script.Decided);
        Assert.Equal(0, _script.OpenCount);

        _script.Say(1, "SEND a", "RESULT r");
        _script.HearsErrors(1, "not-joined", "unknown-round");
        _script.Say(1, "JOIN r X of=5");
        _script.Hears(1, "JOINED r X 1/5");
        _script.Hears(3);
    }

    [Fact]
    public void A_message_that_missed_the_deadline_nobody_met_expires_with_the_round()
    {
        _script.Say(1, "JOIN r X deadline=1s");
        _script.Forget();
        _script.Pass(1002);
        _script.Say(1, "SEND a");
        _script.Pass(3);
        _script.Hears(1, "RECEIVED r X: a", "EXPIRED r");
    }

    [Fact]
    public void A_round_without_a_deadline_has_one_all_the_same()
    {
        _script.Say(1, "JOIN r X", "SEND a");
        _script.Say(2, "JOIN s X");
        _script.Forget();
        _script.Pass(600_005);
        _script.Hears(1, "PLACE r 1/1 X +0ns read", "VERDICT r 1 X: a");
        _script.Hears(2, "EXPIRED s");
    }

    [Fact]
    public void A_claim_nobody_made_expires()
    {
        _script.Say(1, "JOIN r X of=1 deadline=1s");
        _script.Pass(2000);
        _script.Hears(1, "JOINED r X 1/1", "EXPIRED r");
    }

    [Fact]
    public void Of_many_rounds_the_next_to_end_is_due_first()
    {
        foreach (var seconds in (int[])[5, 2, 4, 3])
            _script.Say(seconds, $"JOIN r{seconds} X deadline={seconds}s", $"SEND {seconds}");
        Assert.Equal(2000, _script.DueAt);
        _script.Pass(10_000);
        Assert.Equal(["r2: X", "r3: X", "r4: X", "r5: X"], _script.Decided);
        Assert.Null(_script.DueAt);
    }
}
