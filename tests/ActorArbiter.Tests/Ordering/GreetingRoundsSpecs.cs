using ActorArbiter.Ordering;

namespace ActorArbiter.Tests.Ordering;

public class GreetingRoundsSpecs
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(10);

    private readonly GreetingRounds _rounds = new(contenders: 2, Timeout, maxOpen: 2);

    [Fact]
    public void Seats_go_by_connection()
    {
        Assert.Equal("X", Sit(1));
        Assert.Null(_rounds.Greet(TimeSpan.Zero));
        Assert.Equal("Y", Sit(2));
        Assert.Equal(["X", "Y"], _rounds.Greet(TimeSpan.Zero)!.Seats.Select(seat => seat.Letter.Value));
    }

    [Fact]
    public void Who_leaves_before_the_greeting_frees_its_seat()
    {
        Sit(1);
        _rounds.Leave(Arrivals.Connection(1));
        Assert.Equal(0, _rounds.OpenCount);
        Sit(2);
        Assert.Equal("Y", Sit(3));
    }

    [Fact]
    public void A_freed_seat_is_the_next_to_be_taken()
    {
        var rounds = new GreetingRounds(contenders: 3, Timeout, maxOpen: 1);
        foreach (var number in new[] { 1, 2 })
            rounds.TakeSeat(Arrivals.Connection(number));
        rounds.Leave(Arrivals.Connection(1));
        Assert.Equal("X", rounds.TakeSeat(Arrivals.Connection(3)).Letter.Value);
        Assert.Equal("Z", rounds.TakeSeat(Arrivals.Connection(4)).Letter.Value);
    }

    [Fact]
    public void A_text_that_came_with_a_freed_seat_is_gone_with_it()
    {
        Sit(1);
        Speak(1, stamp: 1);
        _rounds.Leave(Arrivals.Connection(1));
        Sit(2);
        Sit(3);
        var round = _rounds.Greet(TimeSpan.Zero)!;
        Speak(3, stamp: 3);
        Assert.False(round.IsComplete);
    }

    [Fact]
    public void A_text_before_the_greeting_counts_with_its_own_stamp()
    {
        Sit(1);
        Speak(1, stamp: 9);
        Sit(2);
        var round = _rounds.Greet(TimeSpan.Zero)!;
        Assert.False(round.IsComplete);
        Speak(2, stamp: 5);
        Assert.True(round.IsComplete);
        Assert.Equal("Y X", Arrivals.Ids(Arrivals.Decide(round.ToRound())));
    }

    [Fact]
    public void Who_leaves_after_the_greeting_ends_the_round_unless_its_text_came()
    {
        var round = SitTwo();
        Speak(1, stamp: 1);
        Assert.Null(_rounds.Leave(Arrivals.Connection(1)));
        Assert.Same(round, _rounds.Leave(Arrivals.Connection(2)));
    }

    [Fact]
    public void A_round_is_overdue_some_time_after_its_greeting()
    {
        var round = SitTwo();
        Assert.Equal(Timeout, _rounds.Deadline);
        Assert.Empty(_rounds.Overdue(Timeout - TimeSpan.FromTicks(1)));
        Assert.Equal([round], _rounds.Overdue(Timeout));
        _rounds.Close(round);
        Assert.Null(_rounds.Deadline);
    }

    [Fact]
    public void Greeted_rounds_wait_beside_the_one_that_fills()
    {
        SitTwo();
        Assert.True(_rounds.HasRoom);
        Assert.Equal("X", Sit(3));
        Assert.True(_rounds.HasRoom);
        Sit(4);
        _rounds.Greet(TimeSpan.Zero);
        Assert.False(_rounds.HasRoom);
    }

    [Fact]
    public void Nobody_of_a_closed_round_is_remembered()
    {
        var round = SitTwo();
        _rounds.Close(round);
        Assert.Null(_rounds.Leave(Arrivals.Connection(1)));
        Assert.Null(_rounds.Add(Arrivals.Of("X", 1, 1)));
        Assert.Equal(0, _rounds.OpenCount);
    }

    private GreetingRound SitTwo()
    {
        Sit(1);
        Sit(2);
        return _rounds.Greet(TimeSpan.Zero)!;
    }

    private string Sit(long number) => _rounds.TakeSeat(Arrivals.Connection(number)).Letter.Value;

    private void Speak(long number, long stamp) => _rounds.Add(Arrivals.Of(number == 1 ? "X" : "Y", stamp, number));
}
