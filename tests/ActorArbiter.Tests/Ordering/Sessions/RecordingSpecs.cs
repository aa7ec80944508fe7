using ActorArbiter.Ordering.Sessions;
using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Tests.Clocks;

namespace ActorArbiter.Tests.Ordering.Sessions;

/// <summary>Between its decision and its record, nobody is told of a round.</summary>
public class RecordingSpecs
{
    private const string Verdict = "VERDICT r 1 X: a";
    private static readonly string[] Lines = ["PLACE r 1/1 X +0ns read", Verdict];

    private readonly SessionScript _script = new() { RecordsAtOnce = false };

    [Fact]
    public void Nobody_is_told_before_the_verdict_is_recorded()
    {
        DecideWithSilentYAndWatcher9();
        _script.Hears(1);
        _script.Hears(2);
        _script.Hears(9);
        Assert.Equal(["r: X"], _script.Decided);
        Assert.Equal(1, _script.OpenCount);
        Assert.Null(_script.DueAt);

        _script.Record("r");

        _script.Hears(1, Lines);
        _script.Hears(2, Lines);
        _script.Hears(9, Lines);
        Assert.Equal(0, _script.OpenCount);
    }

    [Fact]
    public void A_message_that_is_too_late_waits_for_the_verdict_and_so_does_what_stands_behind_it()
    {
        DecideWithSilentYAndWatcher9();
        _script.SayStamped(_script.Now - 10_000, 2, "SEND b", "PING", "SEND c");
        _script.Hears(2);
        Assert.Equal(0, _script.AnswersTo(2));

        _script.Record("r");

        _script.HearsErrors(2, "too-late", "not-joined");
        _script.Hears(2, [.. Lines, "PONG"]);
        Assert.Equal(1, _script.AnswersTo(2));
        Assert.Equal(["r: Y"], _script.Overtaken);
    }

    [Fact]
    public void Who_asks_for_the_result_or_joins_waits_for_the_verdict()
    {
        DecideWithSilentYAndWatcher9();
        _script.Say(3, "RESULT r", "PING");
        _script.Say(4, "JOIN r Z of=9", "PING");
        _script.Say(1, "RESULT r");
        _script.Hears(3);
        _script.Hears(4);

        _script.Record("r");

        _script.Hears(3, [.. Lines, "PONG"]);
        _script.Hears(4, [.. Lines, "PONG"]);
        _script.Hears(1, [.. Lines, .. Lines]);
        Assert.Equal(1, _script.AnswersTo(3));
        Assert.Equal(1, _script.AnswersTo(4));
    }

    [Fact]
    public void Lines_that_come_before_the_last_were_answered_wait_behind_them()
    {
        DecideWithSilentYAndWatcher9();
        _script.Say(3, "RESULT r");
        _script.Say(3, "PING");
        _script.Hears(3);
        _script.Record("r");
        _script.Hears(3, [.. Lines, "PONG"]);
        Assert.Equal(1, _script.AnswersTo(3));
    }

    [Fact]
    public void Who_watches_only_then_is_told_as_well()
    {
        DecideWithSilentYAndWatcher9();
        _script.Say(3, "WATCH r", "PING");
        _script.Hears(3, "PONG");
        _script.Record("r");
        _script.Hears(3, Lines);
    }

    [Fact]
    public void A_second_message_and_a_second_JOIN_are_answered_at_once()
    {
        DecideWithSilentYAndWatcher9();
        _script.Say(1, "SEND again", "JOIN s X");
        _script.HearsErrors(1, "already-sent", "already-joined");
        _script.Say(2, "JOIN r Y", "Client X: b");
        _script.HearsErrors(2, "already-joined", "bad-argument");
    }

    [Fact]
    public void Whoever_leaves_then_is_not_told()
    {
        DecideWithSilentYAndWatcher9();
        _script.Say(1, "LEAVE");
        _script.Say(2, "LEAVE", "JOIN s Y");
        _script.Hears(1, "LEFT r");
        _script.Hears(2, "LEFT r", "JOINED s Y 1/2");
        _script.Record("r");
        _script.Hears(1);
        _script.Hears(2);
        _script.Hears(9, Lines);
    }

    [Fact]
    public void Whoever_is_lost_then_is_not_told_and_what_it_waited_for_is_not_answered()
    {
        DecideWithSilentYAndWatcher9();
        _script.Say(2, "SEND b");
        _script.Say(3, "RESULT r");
        _script.Lose(1);
        _script.Lose(2);
        _script.Lose(3);
        _script.Lose(9);
        _script.Record("r");
        Assert.Equal(0, _script.SessionCount);
        Assert.Null(_script.DueAt);
    }

    [Fact]
    public void Half_closed_then_a_session_ends_when_it_was_told_and_its_lines_were_answered()
    {
        DecideWithSilentYAndWatcher9();
        _script.Say(3, "RESULT r", "JOIN s Z", "SEND z", "PING");
        _script.Say(4, "RESULT r", "JOIN t Z");
        foreach (var connection in (int[])[1, 2, 3, 4, 9])
            _script.HalfClose(connection);
        _script.Hears(1);

        _script.Record("r");

        foreach (var connection in (int[])[1, 2, 9])
            _script.Hears(connection, [.. Lines, "BYE", SessionScript.End]);
        _script.Hears(3, [.. Lines, "JOINED s Z 1/2", "RECEIVED s Z: z", "PONG"]);
        _script.Hears(4, [.. Lines, "JOINED t Z 1/2", "LEFT t", "BYE", SessionScript.End]);
    }

    [Fact]
    public void A_seat_that_would_be_freed_then_changes_nothing()
    {
        _script.Say(1, "JOIN r X window=1s");
        _script.Say(2, "JOIN r Y");
        _script.Lose(2);
        _script.Say(1, "SEND a");
        _script.Pass(1005);
        _script.Forget();
        _script.Pass(60_000);
        _script.Record("r");
        _script.Hears(1, Lines);
    }

    [Fact]
    public void Rounds_may_be_recorded_in_any_order()
    {
        foreach (var name in (string[])["a", "b"])
        {
            _script.Say(1, $"JOIN {name} X of=1", "SEND hi", "LEAVE");
            _script.Pass(5);
        }

        _script.Forget();
        _script.Say(2, "RESULT a", "RESULT b");
        _script.Record("b");
        _script.Hears(2);
        _script.Record("a");
        _script.Hears(2, "PLACE a 1/1 X +0ns read", "VERDICT a 2 X: hi", "PLACE b 1/1 X +0ns read", "VERDICT b 1 X: hi");
    }

    [Fact]
    public void What_was_not_decided_or_was_told_cannot_be_recorded()
    {
        var rounds = new SessionRounds(SessionScript.Defaults, SteadyClock.History());
        Assert.Throws<InvalidOperationException>(() => rounds.Recorded(RoundName.Parse("r"), 1, default));

        _script.Say(1, "JOIN r X");
        Assert.Throws<InvalidOperationException>(() => _script.Record("r"));
        _script.Say(2, "JOIN s X of=1", "SEND a");
        _script.Pass(5);
        _script.Record("s");
        Assert.Throws<InvalidOperationException>(() => _script.Record("s"));
    }

    /// <summary>X sent a message, Y none, and 9 watches.</summary>
    private void DecideWithSilentYAndWatcher9()
    {
        _script.Pass(50_000);
        _script.Say(9, "WATCH r");
        _script.Say(1, "JOIN r X of=3 window=1s");
        _script.Say(2, "JOIN r Y");
        _script.Say(1, "SEND a");
        _script.Pass(1005);
        _script.Forget();
        foreach (var connection in (int[])[1, 2, 9])
            _script.AnswersTo(connection);
    }
}
