namespace ActorArbiter.Tests.Ordering.Sessions;

public class WatchingSpecs
{
    private readonly SessionScript _script = new();

    [Fact]
    public void Who_watches_a_round_that_does_not_exist_yet_is_told_all_of_it_but_messages()
    {
        _script.Say(9, "WATCH r");
        Assert.Equal(1, _script.AnswersTo(9));
        _script.Say(1, "JOIN r X");
        _script.Say(2, "JOIN r Y");
        _script.Say(1, "SEND a");
        _script.Say(2, "SEND b");
        _script.Hears(9, "SEATED r X 1/2", "SEATED r Y 2/2", "READY r X Y", "PLACE r 1/2 X +0ns read",
            "PLACE r 2/2 Y +0ns read", "VERDICT r 1 X: a received before Y: b");
    }

    [Fact]
    public void Who_watches_later_is_told_what_happens_from_then_on()
    {
        _script.Say(1, "JOIN r X");
        _script.Say(9, "WATCH r");
        _script.Hears(9);
        _script.Say(2, "JOIN r Y");
        _script.Hears(9, "SEATED r Y 2/2", "READY r X Y");
    }

    [Fact]
    public void Many_may_watch_and_one_may_watch_many()
    {
        foreach (var watcher in (int[])[7, 8, 9])
            _script.Say(watcher, "WATCH r", "WATCH s");
        _script.Say(1, "JOIN r X");
        _script.Say(2, "JOIN s X");
        foreach (var watcher in (int[])[7, 8, 9])
            _script.Hears(watcher, "SEATED r X 1/2", "SEATED s X 1/2");
    }

    [Fact]
    public void Who_watches_twice_is_told_once()
    {
        _script.Say(9, "WATCH r", "WATCH r");
        _script.Say(1, "JOIN r X");
        _script.Hears(9, "SEATED r X 1/2");
    }

    [Fact]
    public void A_contender_that_watches_its_round_is_told_as_a_contender()
    {
        _script.Say(1, "WATCH r", "JOIN r X");
        _script.Say(2, "JOIN r Y");
        _script.Hears(1, "JOINED r X 1/2", "SEATED r Y 2/2", "READY r X Y");
        _script.Say(2, "SEND b");
        _script.Say(1, "SEND a");
        _script.Hears(1, "RECEIVED r X: a", "PLACE r 1/2 Y +0ns read", "PLACE r 2/2 X +0ns read",
            "VERDICT r 1 Y: b received before X: a");

        _script.Say(1, "WATCH s", "JOIN s X brief=yes");
        _script.Say(2, "JOIN s Y");
        _script.Hears(1);
        _script.Say(1, "LEAVE");
        _script.Say(3, "JOIN s Z");
        _script.Hears(1, "SEATED s Z 2/2", "READY s Y Z");
    }

    [Fact]
    public void One_connection_may_be_in_a_round_and_watch_another()
    {
        _script.Say(1, "JOIN r X", "WATCH s");
        _script.Say(2, "JOIN s X");
        _script.Hears(1, "JOINED r X 1/2", "SEATED s X 1/2");
    }

    [Fact]
    public void Watching_ends_with_the_verdict_and_with_the_expiry_of_a_round()
    {
        _script.Say(9, "WATCH r", "WATCH s");
        _script.Say(1, "JOIN r X deadline=1s");
        _script.Pass(2000);
        _script.Say(1, "JOIN s X of=1", "SEND a");
        _script.Pass(5);
        _script.Hears(9, "SEATED r X 1/2", "EXPIRED r", "SEATED s X 1/1", "PLACE s 1/1 X +0ns read", "VERDICT s 1 X: a");
        _script.Say(1, "JOIN r X");
        _script.Hears(9);
    }

    [Fact]
    public void Who_watches_a_decided_round_is_told_it_at_once()
    {
        _script.Say(1, "JOIN r X of=1", "SEND a");
        _script.Pass(5);
        _script.Say(9, "WATCH r");
        _script.Hears(9, "PLACE r 1/1 X +0ns read", "VERDICT r 1 X: a");
    }

    [Fact]
    public void A_connection_watches_a_hundred_rounds_at_most()
    {
        for (var number = 1; number <= 100; number++)
            _script.Say(9, $"WATCH r{number}");
        _script.Hears(9);
        _script.Say(9, "WATCH one-more");
        _script.HearsErrorAbout(9, "bad-argument", "at most 100");
        _script.Say(9, "WATCH r7");
        _script.Hears(9);
        _script.Say(1, "JOIN r7 X of=1", "SEND a");
        _script.Pass(5);
        _script.Forget();
        _script.Say(9, "WATCH one-more");
        _script.Hears(9);
    }
}
