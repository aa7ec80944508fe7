namespace ActorArbiter.Tests.Ordering.Sessions;

public class TakeOverSpecs
{
    private readonly SessionScript _script = new();

    [Fact]
    public void An_id_that_is_seated_is_taken()
    {
        _script.Say(1, "JOIN r X");
        _script.Say(2, "JOIN r X");
        _script.HearsError(2, "id-taken");
        _script.Say(2, "JOIN r X key=any");
        _script.HearsError(2, "id-taken");
        _script.Say(2, "JOIN r x");
        _script.Hears(2, "JOINED r x 2/2", "READY r X x");
    }

    [Fact]
    public void With_its_key_a_seat_is_taken_over_at_once()
    {
        _script.Say(1, "JOIN r X key=k");
        _script.Say(2, "JOIN r Y");
        _script.Forget();

        _script.Say(3, "JOIN r X key=k");

        _script.HearsErrorAndEnd(1, "replaced");
        _script.Hears(3, "JOINED r X 2/2", "READY r X Y");
        _script.Hears(2);
        _script.Say(3, "SEND a");
        _script.Say(2, "SEND b");
        _script.Hears(3, "RECEIVED r X: a", "PLACE r 1/2 X +0ns read", "PLACE r 2/2 Y +0ns read",
            "VERDICT r 1 X: a received before Y: b");
    }

    [Fact]
    public void With_another_key_or_none_a_seat_with_a_key_is_taken_even_if_its_connection_is_lost()
    {
        _script.Say(1, "JOIN r X key=k");
        _script.Say(2, "JOIN r X key=other");
        _script.HearsError(2, "id-taken");
        _script.Lose(1);
        _script.Say(2, "JOIN r X key=K");
        _script.HearsError(2, "id-taken");
        _script.Say(2, "JOIN r X");
        _script.HearsError(2, "id-taken");
        _script.Say(2, "JOIN r X key=k");
        _script.Hears(2, "JOINED r X 1/2");
    }

    [Fact]
    public void Without_a_key_a_seat_is_taken_over_when_its_connection_is_lost()
    {
        _script.Say(1, "JOIN r X");
        _script.Lose(1);
        _script.Pass(9_999);
        _script.Say(2, "JOIN r X key=new");
        _script.Hears(2, "JOINED r X 1/2");
        _script.Pass(60_000);
        _script.Say(3, "JOIN r X key=new");
        _script.HearsErrorAndEnd(2, "replaced");
    }

    [Fact]
    public void Who_takes_over_is_told_that_its_message_had_arrived()
    {
        _script.Say(1, "JOIN r X key=k", "SEND hello");
        _script.Say(2, "JOIN r X key=k");
        _script.Hears(2, "JOINED r X 1/2", "RECEIVED r X: hello");
        _script.Say(2, "SEND again");
        _script.HearsError(2, "already-sent");
        _script.Say(3, "JOIN r Y", "SEND b");
        _script.Hears(2, "SEATED r Y 2/2", "READY r X Y", "PLACE r 1/2 X +0ns read", "PLACE r 2/2 Y +0ns read",
            "VERDICT r 1 X: hello received before Y: b");
    }

    [Fact]
    public void Who_was_lost_or_left_after_its_message_comes_back_to_it()
    {
        _script.Say(1, "JOIN r X", "SEND a");
        _script.Lose(1);
        _script.Pass(60_000);
        _script.Say(2, "JOIN r X");
        _script.Hears(2, "JOINED r X 1/2", "RECEIVED r X: a");
        _script.Say(2, "LEAVE", "JOIN r X");
        _script.Hears(2, "LEFT r", "JOINED r X 1/2", "RECEIVED r X: a");
        _script.Say(2, "QUIT");
        _script.Say(3, "JOIN r X brief=yes");
        _script.Hears(3);
        _script.Say(4, "JOIN r Y", "SEND b");
        _script.Hears(3, "VERDICT r 1 X: a received before Y: b");
    }

    [Fact]
    public void Whoever_is_replaced_leaves_all_that_it_watched()
    {
        _script.Say(1, "JOIN r X key=k", "WATCH s");
        _script.Say(2, "JOIN r X key=k");
        _script.Forget();
        _script.Say(3, "JOIN s X");
        _script.Hears(1);
        Assert.Equal(2, _script.SessionCount);
    }

    [Fact]
    public void A_claim_is_taken_over_like_a_seat()
    {
        _script.Say(1, "JOIN r X of=1 key=k");
        _script.Say(2, "JOIN r X key=k");
        _script.HearsErrorAndEnd(1, "replaced", "JOINED r X 1/1");
        _script.Hears(2, "JOINED r X 1/1");
    }
}
