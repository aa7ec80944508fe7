namespace ActorArbiter.Tests.Ordering.Sessions;

public class SendingSpecs
{
    private readonly SessionScript _script = new();

    [Fact]
    public void A_message_is_sent_back_and_counts_before_READY()
    {
        _script.Say(1, "JOIN r X", "Client X: a");
        _script.Hears(1, "JOINED r X 1/2", "RECEIVED r X: a");
        _script.Say(2, "JOIN r Y", "SEND b");
        Assert.Equal(["r: X Y"], _script.Decided);
    }

    [Fact]
    public void A_second_message_before_the_verdict_does_not_count()
    {
        _script.Say(1, "JOIN r X", "SEND a", "SEND b");
        _script.HearsError(1, "already-sent", "JOINED r X 1/2", "RECEIVED r X: a");
        _script.Say(2, "JOIN r Y", "SEND c");
        _script.Hears(1, "SEATED r Y 2/2", "READY r X Y", "PLACE r 1/2 X +0ns read", "PLACE r 2/2 Y +0ns read",
            "VERDICT r 1 X: a received before Y: c");
    }

    [Fact]
    public void A_message_that_names_another_contender_is_a_bad_argument()
    {
        _script.Say(1, "JOIN r X", "Client Y: a");
        _script.HearsErrorAbout(1, "bad-argument", "joined as X, not as Y", "JOINED r X 1/2");
        _script.Say(1, "Client X: a", "Client Y: a");
        _script.HearsError(1, "bad-argument", "RECEIVED r X: a");
    }

    [Fact]
    public void A_message_of_a_connection_in_no_round_is_not_for_any()
    {
        _script.Say(1, "SEND a");
        _script.HearsError(1, "not-joined");
        _script.Say(1, "JOIN r X", "LEAVE", "SEND a");
        _script.HearsError(1, "not-joined", "JOINED r X 1/2", "LEFT r");
    }

    [Fact]
    public void In_a_round_that_starts_with_READY_a_message_before_it_does_not_count()
    {
        _script.Say(1, "JOIN r X start=ready", "SEND a");
        _script.HearsError(1, "too-early", "JOINED r X 1/2");
        _script.Say(2, "JOIN r Y");
        _script.Pass(1);
        _script.Say(1, "SEND b");
        _script.Hears(1, "SEATED r Y 2/2", "READY r X Y", "RECEIVED r X: b");
    }

    [Fact]
    public void A_message_that_came_before_the_JOIN_that_took_the_last_seat_is_a_false_start_however_late_it_is_read()
    {
        _script.Say(1, "JOIN r X start=ready");
        _script.Pass(10);
        _script.Say(2, "JOIN r Y");
        _script.Forget();
        _script.Pass(10);
        _script.SayStamped(9.9, 1, "SEND a");
        _script.HearsError(1, "too-early");
        _script.SayStamped(10, 1, "SEND a");
        _script.HearsError(1, "too-early");
        _script.SayStamped(10.1, 1, "SEND a");
        _script.Hears(1, "RECEIVED r X: a");
    }

    [Fact]
    public void A_message_that_was_read_with_the_JOIN_that_took_the_last_seat_is_a_false_start()
    {
        _script.Say(1, "JOIN r X start=ready");
        _script.Say(2, "JOIN r Y", "SEND a");
        _script.HearsError(2, "too-early", "JOINED r Y 2/2", "READY r X Y");
    }

    [Fact]
    public void Where_stamps_cannot_be_compared_whatever_is_read_after_READY_counts()
    {
        _script.Say(1, "JOIN r X start=ready");
        _script.Say(2, "JOIN r Y");
        _script.SayUnstamped(1, "SEND a");
        _script.Hears(1, "JOINED r X 1/2", "SEATED r Y 2/2", "READY r X Y", "RECEIVED r X: a");
    }

    [Fact]
    public void A_seat_that_is_freed_after_READY_makes_no_message_too_early()
    {
        _script.Say(1, "JOIN r X start=ready");
        _script.Say(2, "JOIN r Y");
        _script.Say(2, "LEAVE");
        _script.Forget();
        _script.Pass(1);
        _script.Say(1, "SEND a");
        _script.Hears(1, "RECEIVED r X: a");
        _script.Say(3, "JOIN r Z");
        _script.Hears(1, "SEATED r Z 2/2", "READY r X Z");
        _script.Pass(1);
        _script.Say(3, "SEND b");
        Assert.Equal(["r: X Z"], _script.Decided);
    }

    [Fact]
    public void The_first_message_after_the_verdict_is_too_late_and_the_next_is_for_no_round()
    {
        _script.Say(1, "JOIN r X of=3 window=10ms");
        _script.Say(2, "JOIN r Y", "SEND b");
        _script.Pass(100);
        _script.Forget();
        _script.Say(1, "SEND a");
        _script.HearsErrorAbout(1, "too-late", "round r");
        _script.Say(1, "SEND a");
        _script.HearsError(1, "not-joined");
        _script.Say(2, "SEND again");
        _script.HearsError(2, "too-late");
        Assert.Empty(_script.Overtaken);
    }

    [Fact]
    public void After_the_next_JOIN_a_message_is_for_that_round()
    {
        _script.Say(1, "JOIN r X of=1", "SEND a");
        _script.Pass(5);
        _script.Forget();
        _script.Say(1, "JOIN s X", "SEND b");
        _script.Hears(1, "JOINED s X 1/2", "RECEIVED s X: b");
    }

    [Fact]
    public void A_message_read_after_the_verdict_that_came_before_a_place_in_it_was_overtaken()
    {
        _script.Say(1, "JOIN r X of=1");
        _script.Say(2, "JOIN r Y");
        _script.Pass(10);
        _script.Say(2, "SEND b");
        _script.Pass(5);
        _script.Forget();

        _script.SayStamped(9, 1, "SEND a");

        _script.HearsError(1, "too-late");
        Assert.Equal(["r: X"], _script.Overtaken);
    }

    [Fact]
    public void A_message_that_came_after_all_places_was_not_overtaken_nor_was_a_second_one()
    {
        _script.Say(1, "JOIN r X of=1");
        _script.Say(2, "JOIN r Y");
        _script.Pass(10);
        _script.Say(2, "SEND b");
        _script.Pass(5);
        _script.SayStamped(11, 1, "SEND a");
        _script.SayStamped(9, 2, "SEND c");
        Assert.Empty(_script.Overtaken);
    }

    [Fact]
    public void Lines_that_cannot_be_read_are_answered_with_what_is_wrong_and_the_session_goes_on()
    {
        _script.Say(1, "Hello", "JOIN r X", "JOIN", "Client X:", "PING still there", "PING");
        _script.HearsErrors(1, "unknown-command", "bad-argument", "bad-message");
        _script.Hears(1, "JOINED r X 1/2", "PONG still there", "PONG");
    }

    [Fact]
    public void HELP_tells_every_command()
    {
        _script.Say(1, "HELP");
        _script.Hears(1, [.. ActorArbiter.Protocol.Sessions.SessionHelp.Lines.Select(line => line.ToString())]);
        Assert.Equal(1, _script.AnswersTo(1));
    }
}
