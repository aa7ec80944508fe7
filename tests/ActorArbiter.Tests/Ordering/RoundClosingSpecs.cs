using ActorArbiter.Clocks;
using ActorArbiter.Ordering;
using ActorArbiter.Tests.Clocks;

namespace ActorArbiter.Tests.Ordering;

/// <summary>Rounds that are decided although more could come. Stamps and times are in milliseconds.</summary>
public class RoundClosingSpecs
{
    private static readonly RoundRules Claim = new(1) { Settle = Ms(5) };
    private static readonly RoundRules Window = new(3) { Window = Ms(100), Settle = Ms(5) };
    private static readonly RoundRules Deadline = new(3) { Deadline = Ms(100), Settle = Ms(5) };

    private long _sequence;

    [Fact]
    public void A_claim_goes_to_the_earliest_that_is_read_while_it_settles()
    {
        var round = new Round(Claim);
        round.Add(Arrival("late", stamp: 10, at: 11));
        Assert.Equal(RoundPhase.Settling, round.Phase);
        round.Add(Arrival("first", stamp: 9, at: 13));
        round.TimePassed(Ms(15));
        Assert.Equal(RoundPhase.Settling, round.Phase);
        round.TimePassed(Ms(16));

        var result = Decide(round);

        Assert.Equal("first", Arrivals.Ids(result.Verdict!));
        Assert.Equal("late", Arrivals.Ids(result.TooLate));
    }

    [Fact]
    public void Settling_is_not_prolonged_by_what_comes_meanwhile()
    {
        var round = new Round(Claim);
        round.Add(Arrival("one", stamp: 10, at: 10));
        round.Add(Arrival("other", stamp: 14, at: 14));
        Assert.Equal(Ms(15), round.DueAt);
    }

    [Fact]
    public void A_round_with_all_its_arrivals_does_not_settle()
    {
        var round = new Round(new RoundRules(2) { Window = Ms(100), Deadline = Ms(1000), Settle = Ms(5) });
        round.Add(Arrival("X", stamp: 1, at: 1));
        round.Add(Arrival("Y", stamp: 2, at: 2));
        Assert.Equal(RoundPhase.Closed, round.Phase);
        Assert.Null(round.DueAt);
    }

    [Fact]
    public void A_window_closes_after_the_first_arrival_and_keeps_those_stamped_within_it()
    {
        var round = new Round(Window);
        Assert.Null(round.DueAt);
        round.Add(Arrival("X", stamp: 50, at: 60));
        Assert.Equal(Ms(160), round.DueAt);
        round.TimePassed(Ms(160));
        Assert.Equal(Ms(165), round.DueAt);
        round.Add(Arrival("Y", stamp: 150, at: 162));
        round.TimePassed(Ms(165));

        Assert.Equal("X Y", Arrivals.Ids(Decide(round).Verdict!));
    }

    [Fact]
    public void A_window_is_counted_from_the_earliest_stamp_whoever_is_read_first()
    {
        var round = new Round(Window);
        round.Add(Arrival("X", stamp: 50, at: 60));
        round.Add(Arrival("Y", stamp: 20, at: 61));
        round.Add(Arrival("Z", stamp: 121, at: 130));

        var result = Decide(round);

        Assert.Equal("Y X", Arrivals.Ids(result.Verdict!));
        Assert.Equal("Z", Arrivals.Ids(result.TooLate));
    }

    [Fact]
    public void A_deadline_counts_from_what_opened_the_round_and_keeps_those_stamped_by_then()
    {
        var round = new Round(Deadline, Opening(1000, at: 1001));
        Assert.Equal(Ms(1101), round.DueAt);
        round.Add(Arrival("X", stamp: 1100, at: 1100));
        round.TimePassed(Ms(1101));
        round.Add(Arrival("Y", stamp: 1101, at: 1102));
        round.TimePassed(Ms(1106));

        var result = Decide(round);

        Assert.Equal("X", Arrivals.Ids(result.Verdict!));
        Assert.Equal("Y", Arrivals.Ids(result.TooLate));
    }

    [Fact]
    public void A_deadline_nobody_met_has_no_verdict()
    {
        var round = new Round(Deadline, Opening(0, at: 0));
        round.TimePassed(Ms(100));
        round.TimePassed(Ms(105));
        Assert.Null(Decide(round).Verdict);

        var late = new Round(Deadline, Opening(0, at: 0));
        late.TimePassed(Ms(100));
        late.Add(Arrival("X", stamp: 101, at: 102));
        late.TimePassed(Ms(105));
        Assert.Null(Decide(late).Verdict);
        Assert.Equal("X", Arrivals.Ids(Decide(late).TooLate));
    }

    [Fact]
    public void Whichever_of_window_and_deadline_is_over_first_closes()
    {
        var round = new Round(
            new RoundRules(3) { Window = Ms(10), Deadline = Ms(100) }, Opening(0, at: 0));
        Assert.Equal(Ms(100), round.DueAt);
        round.Add(Arrival("X", stamp: 20, at: 20));
        Assert.Equal(Ms(30), round.DueAt);

        var other = new Round(
            new RoundRules(3) { Window = Ms(100), Deadline = Ms(30) }, Opening(0, at: 0));
        other.Add(Arrival("X", stamp: 20, at: 20));
        Assert.Equal(Ms(30), other.DueAt);
    }

    [Fact]
    public void Where_stamps_do_not_decide_those_read_by_then_are_kept()
    {
        var round = new Round(Window);
        round.Add(Arrivals.Of("X", default(ReceiveStamp), 1, Ms(10)));
        round.Add(Arrivals.Of("Y", default(ReceiveStamp), 2, Ms(110)));
        round.TimePassed(Ms(110));
        round.Add(Arrivals.Of("Z", default(ReceiveStamp), 3, Ms(111)));

        var result = Decide(round);

        Assert.Equal("X Y", Arrivals.Ids(result.Verdict!));
        Assert.Equal("Z", Arrivals.Ids(result.TooLate));
    }

    [Fact]
    public void A_deadline_whose_opening_has_no_stamp_is_judged_by_when_messages_were_read()
    {
        var round = new Round(Deadline, new Opening(default, Ms(0), 0));
        round.Add(Arrival("X", stamp: 5000, at: 100));
        round.TimePassed(Ms(100));
        round.Add(Arrival("Y", stamp: 5001, at: 101));
        round.TimePassed(Ms(105));
        Assert.Equal("X", Arrivals.Ids(Decide(round).Verdict!));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(-60)]
    public void When_the_clock_was_set_a_window_is_judged_by_when_messages_were_read(int seconds)
    {
        var clocks = new ManualClocks();
        var watch = new ClockWatch(clocks);
        watch.Look(1);
        var round = new Round(new RoundRules(3) { Window = Ms(5000), Settle = Ms(5) });
        clocks.Advance(Ms(100));
        round.Add(Arrivals.Of("X", Arrivals.Kernel(clocks.Realtime), 2, Ms(100)));
        clocks.Set(by: TimeSpan.FromSeconds(seconds));
        clocks.Advance(Ms(2000));
        round.Add(Arrivals.Of("Y", Arrivals.Kernel(clocks.Realtime), 3, Ms(2100)));
        clocks.Advance(Ms(3000));
        round.TimePassed(Ms(5100));
        watch.Look(4);
        round.Add(Arrivals.Of("Z", Arrivals.Kernel(clocks.Realtime), 5, Ms(5101)));

        var (verdict, tooLate) = round.Decide(watch.History);

        Assert.Equal("X Y", Arrivals.Ids(verdict!));
        Assert.Equal("Z", Arrivals.Ids(tooLate));
        Assert.All(verdict!, place => Assert.Null(place.Gap));
    }

    [Fact]
    public void When_the_clock_was_set_a_deadline_is_judged_by_when_a_message_was_read()
    {
        var clocks = new ManualClocks();
        var watch = new ClockWatch(clocks);
        watch.Look(1);
        clocks.Advance(Ms(100));
        var opening = new Opening(Arrivals.Kernel(clocks.Realtime), Ms(100), Sequence: 2);
        var round = new Round(new RoundRules(2) { Deadline = Ms(5000), Settle = Ms(5) }, opening);
        clocks.Set(by: TimeSpan.FromMinutes(1));
        clocks.Advance(Ms(300));
        watch.Look(3);
        round.Add(Arrivals.Of("X", Arrivals.Kernel(clocks.Realtime), 4, Ms(400)));
        round.TimePassed(Ms(5100));
        round.TimePassed(Ms(5105));

        Assert.Equal("X", Arrivals.Ids(round.Decide(watch.History).Verdict!));
    }

    [Fact]
    public void After_the_clock_was_set_back_no_later_message_counts_as_overtaken()
    {
        var clocks = new ManualClocks();
        var watch = new ClockWatch(clocks);
        watch.Look(1);
        clocks.Advance(Ms(100));
        var round = new Round(Claim);
        round.Add(Arrivals.Of("X", Arrivals.Kernel(clocks.Realtime), 2, Ms(100)));
        round.TimePassed(Ms(105));
        var verdict = round.Decide(watch.History).Verdict!;
        clocks.Set(by: TimeSpan.FromHours(-1));
        clocks.Advance(Ms(100));
        watch.Look(3);

        Assert.False(verdict.IsOvertaken(Arrivals.Of("Y", Arrivals.Kernel(clocks.Realtime), 4, Ms(200)), watch.History));
    }

    [Fact]
    public void A_message_read_after_the_verdict_that_came_before_a_place_in_it_was_overtaken()
    {
        var round = new Round(Claim);
        round.Add(Arrival("winner", stamp: 10, at: 10));
        round.TimePassed(Ms(15));
        var verdict = Decide(round).Verdict!;

        Assert.True(verdict.IsOvertaken(Arrival("slow", stamp: 9, at: 30), SteadyClock.History()));
        Assert.False(verdict.IsOvertaken(Arrival("later", stamp: 11, at: 30), SteadyClock.History()));
        Assert.False(verdict.IsOvertaken(Arrivals.Of("unstamped", default(ReceiveStamp), 99), SteadyClock.History()));
    }

    [Fact]
    public void A_closed_round_takes_no_message()
    {
        var round = new Round(Claim);
        round.Add(Arrival("X", stamp: 1, at: 1));
        round.TimePassed(Ms(6));
        Assert.Throws<InvalidOperationException>(() => round.Add(Arrival("Y", stamp: 2, at: 7)));
    }

    private static TimeSpan Ms(long milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private static ReceiveStamp Stamp(long milliseconds) => new(StampSource.Read, milliseconds * 1_000_000);

    private static Opening Opening(long stamp, long at) => new(Stamp(stamp), Ms(at), Sequence: 0);

    private static RoundResult Decide(Round round) => round.Decide(SteadyClock.History());

    private Arrival Arrival(string id, long stamp, long at) =>
        Arrivals.Of(id, Stamp(stamp), ++_sequence, Ms(at));
}
