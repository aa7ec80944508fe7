namespace ActorArbiter.Tests.Ordering.Sessions;

public class JoiningSpecs
{
    private readonly SessionScript _script = new();

    [Fact]
    public void The_first_JOIN_opens_a_round_of_two()
    {
        _script.Say(1, "JOIN r X");
        _script.Hears(1, "JOINED r X 1/2");
        Assert.Equal(1, _script.OpenCount);
    }

    [Fact]
    public void Those_already_joined_are_told_who_comes_and_all_when_the_seats_are_taken()
    {
        _script.Say(1, "JOIN r Z of=3");
        _script.Say(2, "JOIN r X");
        _script.Say(3, "JOIN r Y of=3");
        _script.Hears(1, "JOINED r Z 1/3", "SEATED r X 2/3", "SEATED r Y 3/3", "READY r Z X Y");
        _script.Hears(2, "JOINED r X 2/3", "SEATED r Y 3/3", "READY r Z X Y");
        _script.Hears(3, "JOINED r Y 3/3", "READY r Z X Y");
    }

    [Fact]
    public void READY_is_told_again_when_a_seat_was_freed_and_taken_again()
    {
        _script.Say(1, "JOIN r X");
        _script.Say(2, "JOIN r Y");
        _script.Say(1, "LEAVE");
        _script.Forget();
        _script.Say(3, "JOIN r Z");
        _script.Hears(2, "SEATED r Z 2/2", "READY r Y Z");
        _script.Hears(3, "JOINED r Z 2/2", "READY r Y Z");
        _script.Hears(1);
    }

    [Fact]
    public void A_round_has_as_many_seats_as_messages_decide_it()
    {
        _script.Say(1, "JOIN r X");
        _script.Say(2, "JOIN r Y");
        _script.Say(3, "JOIN r Z");
        _script.HearsError(3, "round-full");
    }

    [Fact]
    public void A_claim_has_no_seats_and_no_READY()
    {
        _script.Say(1, "JOIN r X of=1");
        _script.Say(2, "JOIN r Y");
        _script.Say(3, "JOIN r Z of=1");
        _script.Hears(1, "JOINED r X 1/1", "SEATED r Y 2/1", "SEATED r Z 3/1");
        _script.Hears(2, "JOINED r Y 2/1", "SEATED r Z 3/1");
        _script.Hears(3, "JOINED r Z 3/1");
        _script.Say(4, "JOIN c X of=1 start=ready");
        _script.HearsError(4, "bad-argument");
        Assert.Equal(1, _script.OpenCount);
    }

    [Fact]
    public void A_claim_is_joined_until_it_is_decided()
    {
        _script.Say(1, "JOIN r X of=1", "SEND mine");
        _script.Say(2, "JOIN r Y");
        _script.Pass(5);
        _script.Hears(1, "JOINED r X 1/1", "RECEIVED r X: mine", "SEATED r Y 2/1", "PLACE r 1/1 X +0ns read",
            "VERDICT r 1 X: mine");
        _script.Hears(2, "JOINED r Y 2/1", "PLACE r 1/1 X +0ns read", "VERDICT r 1 X: mine");
    }

    [Fact]
    public void Later_JOINs_may_repeat_what_the_first_one_said_or_say_nothing()
    {
        const string Options = "of=4 window=100ms deadline=60s start=ready";
        _script.Say(1, $"JOIN r X {Options}");
        _script.Say(2, $"JOIN r Y {Options.Replace("60s", "1m")}");
        _script.Say(3, "JOIN r Z");
        _script.Hears(3, "JOINED r Z 3/4");
    }

    [Theory]
    [InlineData("of=3 window=1s deadline=1m start=ready", "of=2", "of=3")]
    [InlineData("of=3 window=1s deadline=1m start=ready", "window=2s", "window=1s")]
    [InlineData("of=3 window=1s deadline=1m start=ready", "deadline=2m", "deadline=1m")]
    [InlineData("", "of=3", "of=2")]
    [InlineData("", "window=2s", "has no window")]
    [InlineData("", "deadline=10m", "has no deadline")]
    [InlineData("", "start=ready", "has no start")]
    public void A_JOIN_must_not_contradict_the_first_one(string first, string later, string told)
    {
        _script.Say(1, $"JOIN r X {first}");
        _script.Forget();
        _script.Say(2, $"JOIN r Y {later}");
        _script.HearsErrorAbout(2, "round-differs", told);
        _script.Hears(1);
    }

    [Fact]
    public void A_round_does_not_ask_for_more_messages_than_the_server_allows()
    {
        var script = new SessionScript(options => options with { MaxContenders = 3 });
        script.Say(1, "JOIN r X of=4");
        script.HearsErrorAbout(1, "bad-argument", "at most 3");
        script.Say(1, "JOIN r X of=3");
        script.Hears(1, "JOINED r X 1/3");
    }

    [Fact]
    public void A_connection_is_in_one_round_at_a_time()
    {
        _script.Say(1, "JOIN r X");
        _script.Say(1, "JOIN s X");
        _script.HearsErrorAbout(1, "already-joined", "round r", "JOINED r X 1/2");
        _script.Say(1, "JOIN r X");
        _script.HearsError(1, "already-joined");
    }

    [Fact]
    public void After_its_verdict_a_connection_may_join_the_next_round()
    {
        _script.Say(1, "JOIN r X", "SEND a");
        _script.Say(2, "JOIN r Y", "SEND b");
        _script.Forget();
        _script.Say(1, "JOIN s X");
        _script.Hears(1, "JOINED s X 1/2");
    }

    [Fact]
    public void A_brief_contender_is_told_only_errors_and_the_end_of_the_round()
    {
        _script.Say(1, "JOIN r X brief=yes");
        _script.Say(2, "JOIN r Y");
        _script.Say(1, "SEND a", "SEND b");
        _script.HearsError(1, "already-sent");
        _script.Say(2, "SEND c");
        _script.Hears(1, "VERDICT r 1 X: a received before Y: c");

        _script.Say(1, "JOIN e X brief=yes deadline=1s");
        _script.Pass(2000);
        _script.Hears(1, "EXPIRED e");

        _script.Say(1, "JOIN f X brief=yes", "LEAVE", "PING");
        _script.Hears(1, "PONG");
    }

    [Fact]
    public void No_round_is_opened_beyond_the_limit_until_one_is_over()
    {
        var script = new SessionScript(options => options with { MaxOpenRounds = 2 });
        script.Say(1, "JOIN a X");
        script.Say(2, "JOIN b X");
        script.Say(3, "JOIN c X");
        script.HearsErrorAbout(3, "busy", "limited to 2");
        script.Say(3, "JOIN b Y");
        script.Hears(3, "JOINED b Y 2/2", "READY b X Y");
        script.Say(1, "LEAVE", "JOIN c X");
        script.Hears(1, "JOINED a X 1/2", "LEFT a", "JOINED c X 1/2");
    }

    [Fact]
    public void A_name_that_everyone_left_is_free_again()
    {
        _script.Say(1, "JOIN r X of=5");
        _script.Say(2, "JOIN r Y");
        _script.Say(1, "LEAVE");
        _script.Say(2, "LEAVE");
        Assert.Equal(0, _script.OpenCount);
        Assert.Null(_script.DueAt);
        _script.Forget();
        _script.Say(3, "JOIN r X of=3");
        _script.Hears(3, "JOINED r X 1/3");
    }
}
