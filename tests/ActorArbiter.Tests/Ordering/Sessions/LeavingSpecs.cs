namespace ActorArbiter.Tests.Ordering.Sessions;

public class LeavingSpecs
{
    private readonly SessionScript _script = new();

    [Fact]
    public void Who_leaves_before_its_message_frees_its_seat_at_once()
    {
        _script.Say(1, "JOIN r X");
        _script.Say(2, "JOIN r Y", "LEAVE");
        _script.Hears(2, "JOINED r Y 2/2", "READY r X Y", "LEFT r");
        _script.Say(3, "JOIN r Y");
        _script.Hears(3, "JOINED r Y 2/2", "READY r X Y");
        _script.Say(2, "LEAVE");
        _script.HearsError(2, "not-joined");
    }

    [Fact]
    public void Who_leaves_after_its_message_is_told_nothing_more_but_its_message_stays()
    {
        _script.Say(1, "JOIN r X", "SEND a", "LEAVE");
        _script.Say(1, "JOIN s X");
        _script.Forget();
        _script.Say(2, "JOIN r Y", "SEND b");
        Assert.Equal(["r: X Y"], _script.Decided);
        _script.Hears(1);
        _script.Say(1, "SEND c");
        _script.Hears(1, "RECEIVED s X: c");
    }

    [Fact]
    public void QUIT_leaves_and_ends_the_session_and_what_stands_behind_it_is_not_read()
    {
        _script.Say(1, "JOIN r X", "QUIT", "PING");
        _script.Hears(1, "JOINED r X 1/2", "LEFT r", "BYE", SessionScript.End);
        Assert.Equal(0, _script.AnswersTo(1));
        Assert.Equal(0, _script.OpenCount);
        Assert.Equal(0, _script.SessionCount);

        _script.Say(2, "QUIT");
        _script.Hears(2, "BYE", SessionScript.End);
    }

    [Fact]
    public void Who_quits_after_its_message_leaves_it_behind()
    {
        _script.Say(1, "JOIN r X", "SEND a", "QUIT");
        _script.Hears(1, "JOINED r X 1/2", "RECEIVED r X: a", "LEFT r", "BYE", SessionScript.End);
        _script.Say(2, "JOIN r Y", "SEND b");
        Assert.Equal(["r: X Y"], _script.Decided);
    }

    [Fact]
    public void Who_quits_watches_no_longer()
    {
        _script.Say(1, "WATCH r", "QUIT");
        _script.Forget();
        _script.Say(2, "JOIN r X");
        _script.Hears(1);
    }

    [Fact]
    public void Half_closed_before_its_message_a_session_ends_as_with_QUIT()
    {
        _script.Say(1, "JOIN r X");
        _script.HalfClose(1);
        _script.Hears(1, "JOINED r X 1/2", "LEFT r", "BYE", SessionScript.End);
        Assert.Equal(0, _script.OpenCount);
    }

    [Fact]
    public void Half_closed_after_its_message_a_session_ends_when_the_verdict_was_told()
    {
        _script.Say(1, "JOIN r X", "SEND a");
        _script.HalfClose(1);
        _script.Hears(1, "JOINED r X 1/2", "RECEIVED r X: a");
        _script.Say(2, "JOIN r Y", "SEND b");
        _script.Hears(1, "SEATED r Y 2/2", "READY r X Y", "PLACE r 1/2 X +0ns read", "PLACE r 2/2 Y +0ns read",
            "VERDICT r 1 X: a received before Y: b", "BYE", SessionScript.End);
        Assert.Equal(1, _script.SessionCount);
    }

    [Fact]
    public void Half_closed_a_session_ends_when_its_round_expired()
    {
        _script.Say(1, "JOIN r X deadline=1s");
        _script.Pass(1001);
        _script.Say(1, "SEND a");
        _script.HalfClose(1);
        _script.Forget();
        _script.Pass(4);
        _script.Hears(1, "EXPIRED r", "BYE", SessionScript.End);
    }

    [Fact]
    public void Half_closed_a_session_that_watches_ends_when_it_was_told_all_rounds()
    {
        _script.Say(2, "JOIN r X of=1 deadline=1s");
        _script.Say(3, "JOIN s X of=1");
        _script.Say(1, "WATCH r", "WATCH s", "WATCH t");
        _script.HalfClose(1);
        _script.Pass(2000);
        _script.Say(3, "SEND a");
        _script.Pass(5);
        _script.Hears(1, "EXPIRED r", "PLACE s 1/1 X +0ns read", "VERDICT s 1 X: a", "BYE", SessionScript.End);
    }

    [Fact]
    public void Half_closed_a_session_does_not_wait_for_rounds_that_nobody_opened_or_that_were_dropped()
    {
        _script.Say(2, "JOIN r X");
        _script.Say(1, "WATCH r", "WATCH t");
        _script.HalfClose(1);
        _script.Hears(1);
        _script.Say(2, "LEAVE");
        _script.Hears(1, "BYE", SessionScript.End);
    }

    [Fact]
    public void Half_closed_in_no_round_a_session_ends_at_once()
    {
        _script.Say(1, "PING");
        _script.HalfClose(1);
        _script.Hears(1, "PONG", "BYE", SessionScript.End);
        _script.HalfClose(1);
        _script.Lose(1);
        _script.HalfClose(2);
        _script.Hears(1);
        _script.Hears(2);
    }

    [Fact]
    public void The_seat_of_a_lost_connection_is_kept_for_a_while_and_then_freed()
    {
        _script.Say(1, "JOIN r X");
        _script.Say(2, "JOIN r Y");
        _script.Lose(1);
        Assert.Equal(10_000, _script.DueAt);
        _script.Say(3, "JOIN r Z");
        _script.HearsError(3, "round-full");
        _script.Pass(9_999);
        _script.Say(3, "JOIN r Z");
        _script.HearsError(3, "round-full");
        _script.Pass(1);
        _script.Say(3, "JOIN r Z");
        _script.Hears(3, "JOINED r Z 2/2", "READY r Y Z");
    }

    [Fact]
    public void A_seat_that_was_taken_over_is_not_freed_and_one_lost_again_is_kept_as_long_again()
    {
        _script.Say(1, "JOIN r X");
        _script.Lose(1);
        _script.Pass(6_000);
        _script.Say(2, "JOIN r X");
        _script.Lose(2);
        _script.Pass(6_000);
        Assert.Equal(1, _script.OpenCount);
        _script.Pass(4_000);
        Assert.Equal(0, _script.OpenCount);
    }

    [Fact]
    public void A_connection_lost_after_its_message_leaves_it_for_good()
    {
        _script.Say(1, "JOIN r X", "SEND a");
        _script.Lose(1);
        _script.Pass(60_000);
        _script.Say(2, "JOIN r Y", "SEND b");
        Assert.Equal(["r: X Y"], _script.Decided);
        Assert.Equal(1, _script.SessionCount);
    }

    [Fact]
    public void A_round_whose_last_seat_was_lost_is_dropped_when_that_is_freed_and_watchers_keep_waiting()
    {
        _script.Say(2, "WATCH r");
        _script.Say(1, "JOIN r X of=7 deadline=5m");
        _script.Lose(1);
        _script.Pass(10_000);
        Assert.Equal(0, _script.OpenCount);
        Assert.Null(_script.DueAt);
        _script.Say(3, "JOIN r Y of=3");
        _script.Hears(2, "SEATED r X 1/7", "SEATED r Y 1/3");
    }

    [Fact]
    public void A_round_that_everyone_left_is_decided_with_the_messages_they_left()
    {
        _script.Say(1, "JOIN r X deadline=1s", "SEND a", "QUIT");
        _script.Pass(2000);
        Assert.Equal(["r: X"], _script.Decided);
        _script.Say(2, "RESULT r");
        _script.Hears(2, "PLACE r 1/1 X +0ns read", "VERDICT r 1 X: a");
    }

    [Fact]
    public void A_lost_connection_is_told_nothing()
    {
        _script.Say(1, "JOIN r X", "WATCH s");
        _script.Lose(1);
        _script.Forget();
        _script.Say(2, "JOIN r Y");
        _script.Say(3, "JOIN s X");
        _script.Hears(1);
    }
}
