using ActorArbiter.Clocks;
using ActorArbiter.Ordering;
using ActorArbiter.Protocol;

namespace ActorArbiter.Tests.Ordering;

/// <summary>What decides, and what a place rests on. The clocks are sampled at 0, 1 s, 2 s and so on.</summary>
public class RankingSpecs
{
    private const long Second = 1_000_000_000;
    private const long Start = 1_700_000_000 * Second;

    private readonly ClockHistory _clocks = new();
    private long _sequence;

    [Fact]
    public void Kernel_stamps_decide_while_the_clock_is_not_set()
    {
        Sample(0);
        var y = Arrive("Y", Start + 500_002_000);
        var x = Arrive("X", Start + 500_000_000);
        Sample(1);

        var verdict = Verdict(y, x);

        Assert.Equal(["X +0 Kernel", "Y +2000 Kernel"], Places(verdict));
        Assert.Equal(Basis.Kernel, verdict.Basis);
        Assert.Null(verdict.Doubt);
    }

    [Fact]
    public void A_stamp_that_may_be_of_later_bytes_orders_all_the_same_and_says_so()
    {
        Sample(0);
        var x = Arrive("X", Start + 5, isLate: true);
        var y = Arrive("Y", Start + 7);
        Sample(1);

        var verdict = Verdict(x, y);

        Assert.Equal(["X +0 KernelLate", "Y +2 Kernel"], Places(verdict));
        Assert.Equal(Basis.KernelLate, verdict.Basis);
    }

    [Fact]
    public void Equal_kernel_stamps_are_ordered_by_the_mailbox_and_have_no_gap()
    {
        Sample(0);
        var (y, x) = (Arrive("Y", Start + 5), Arrive("X", Start + 5));
        Sample(1);
        Assert.Equal(["Y +0 Kernel", "X +0 Kernel"], Places(Verdict(x, y)));
    }

    [Fact]
    public void Stamps_of_the_kernel_and_of_this_program_are_ordered_together()
    {
        Sample(0);
        var z = Arrive("Z", Start + 9);
        var y = Read("Y", Start + 7);
        var x = Arrive("X", Start + 5, isLate: true);
        Sample(1);

        var verdict = Verdict(z, y, x);

        Assert.Equal(["X +0 KernelLate", "Y +2 Read", "Z +2 Kernel"], Places(verdict));
        Assert.Equal(Basis.Read, verdict.Basis);
        Assert.Null(verdict.Doubt);
    }

    [Fact]
    public void A_stamp_of_this_program_that_may_be_of_later_bytes_is_no_weaker_than_its_others()
    {
        Sample(0);
        var x = Read("X", Start + 5, isLate: true);
        Sample(1);
        Assert.Equal(["X +0 Read"], Places(Verdict(x)));
    }

    [Fact]
    public void Without_any_stamps_the_mailbox_decides_and_that_is_no_doubt()
    {
        var verdict = Verdict(Arrivals.Of("Y", default(ReceiveStamp), 2), Arrivals.Of("X", default(ReceiveStamp), 1));
        Assert.Equal(["X +? Mailbox", "Y +? Mailbox"], Places(verdict));
        Assert.Null(verdict.Doubt);
    }

    [Fact]
    public void One_message_without_a_stamp_leaves_the_whole_round_to_the_mailbox()
    {
        Sample(0);
        var (x, y) = (Arrive("X", Start + 9), Read("Y", Start + 8));
        var z = Arrivals.Of("Z", default(ReceiveStamp), ++_sequence);
        Sample(1);

        var verdict = Verdict(z, y, x);

        Assert.Equal(["X +? Mailbox", "Y +? Mailbox", "Z +? Mailbox"], Places(verdict));
        Assert.Equal("some of its messages have no stamp", verdict.Doubt);
    }

    [Theory]
    [InlineData(1_500, false, false)]
    [InlineData(-1_500, false, false)]
    [InlineData(0.06, false, false)]
    [InlineData(-0.06, false, false)]
    [InlineData(1_500, true, true)]
    [InlineData(-1_500, true, true)]
    [InlineData(0.06, true, true)]
    [InlineData(-0.06, true, true)]
    [InlineData(0.06, true, false)]
    [InlineData(-0.06, false, true)]
    public void A_clock_set_between_the_first_arrival_and_the_close_leaves_the_round_to_the_mailbox(
        double milliseconds, bool isXRead, bool isYRead)
    {
        var step = (long)(milliseconds * 1e6);
        Sample(0);
        var x = isXRead ? Read("X", Start + 500_000) : Arrive("X", Start + 500_000);
        var y = isYRead ? Read("Y", Start + 510_000) : Arrive("Y", Start + 510_000);
        Sample(1, step);

        var verdict = Verdict(x, y);

        Assert.Equal(["X +? Mailbox", "Y +? Mailbox"], Places(verdict));
        Assert.Equal($"the system's clock was set by {Math.Abs(milliseconds)} ms while it was open", verdict.Doubt);
    }

    [Fact]
    public void A_clock_that_moves_less_than_the_gaps_or_50_microseconds_changes_nothing()
    {
        Sample(0);
        var (x, y) = (Arrive("X", Start + 100), Arrive("Y", Start + 101));
        Sample(1, 50_000);
        Assert.Equal(Basis.Kernel, Verdict(x, y).Basis);

        var (later, latest) = (Arrive("X", Start + Second + 1_000_000), Arrive("Y", Start + Second + 3_200_000));
        Sample(2, 2_100_000);
        Assert.Equal(Basis.Kernel, Verdict(later, latest).Basis);
    }

    [Fact]
    public void A_clock_set_back_by_just_the_gap_that_it_feigns_is_noticed()
    {
        Sample(0);
        var x = Arrive("X", Start + 500_000_000);
        var y = Arrive("Y", Start + 500_000_100 - 2_000_000);
        Sample(1, -1_990_000);
        Assert.Equal(["X +? Mailbox", "Y +? Mailbox"], Places(Verdict(x, y)));
    }

    [Fact]
    public void The_smallest_gap_counts()
    {
        Sample(0);
        var (x, y, z) = (Arrive("X", Start), Arrive("Y", Start + 900_000_000), Arrive("Z", Start + 900_100_000));
        Sample(1, 200_000);
        Assert.Equal(Basis.Mailbox, Verdict(x, y, z).Basis);
    }

    [Fact]
    public void Stamps_are_not_trusted_where_nobody_looks_at_the_clock()
    {
        var verdict = Verdict(Arrive("X", Start + 2), Read("Y", Start + 1));
        Assert.Equal(Basis.Mailbox, verdict.Basis);
        Assert.Equal("it is not known how the system's clock went while it was open", verdict.Doubt);
    }

    private static string[] Places(Verdict verdict) =>
        [.. verdict.Select(each => $"{each.Arrival.Id} +{each.Gap?.ToString() ?? "?"} {each.Basis}")];

    private void Sample(long second, long clockSetBy = 0) =>
        _clocks.Add(new ClockSample(Start + (second * Second) + clockSetBy, second * Second), ++_sequence);

    private Arrival Arrive(string id, long stamp, bool isLate = false) =>
        Arrivals.Of(id, Arrivals.Kernel(stamp, isLate), ++_sequence);

    private Arrival Read(string id, long stamp, bool isLate = false) =>
        Arrivals.Of(id, Arrivals.Read(stamp, isLate), ++_sequence);

    private Verdict Verdict(params Arrival[] arrivals)
    {
        var ranking = Ranking.Of(arrivals, _clocks);
        return ranking.ToVerdict(ranking.Order);
    }
}
