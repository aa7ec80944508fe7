using ActorArbiter.Clocks;

namespace ActorArbiter.Tests.Clocks;

public class ClockHistorySpecs
{
    private const long Second = 1_000_000_000;
    private const long Epoch = 1_700_000_000 * Second;

    private readonly ClockHistory _history = new();
    private long _sequence;
    private long _setBy;

    [Fact]
    public void Nothing_is_known_without_samples() => Assert.Null(_history.MovedSince(Epoch, 1));

    [Fact]
    public void What_was_set_before_the_earliest_arrival_does_not_count()
    {
        SampleSeconds(0, 5);
        _setBy = 3 * Second;
        SampleSeconds(5, 20);
        Assert.Equal(0, _history.MovedSince(Epoch + _setBy + (17 * Second) + 1, _sequence));
    }

    [Fact]
    public void A_clock_that_was_set_and_set_back_has_moved()
    {
        Sample(0);
        _setBy = -700;
        Sample(1);
        _setBy = 0;
        Sample(2);
        Assert.Equal(700, _history.MovedSince(Epoch + 1, firstSequence: 2));
    }

    [Fact]
    public void A_message_that_was_taken_before_the_clock_was_set_back_is_from_before_whatever_the_stamps_say()
    {
        SampleSeconds(0, 3);
        var taken = ++_sequence;
        _setBy = -3600 * Second;
        SampleSeconds(3, 60);
        // The other message has a stamp of the hour that is there twice, from after the step.
        Assert.Equal(3600 * Second, _history.MovedSince(Epoch + _setBy + (59 * Second), taken));
    }

    [Fact]
    public void A_message_read_soon_after_the_clock_was_set_back_may_be_from_before()
    {
        SampleSeconds(0, 3);
        _setBy = -10_000_000;
        SampleSeconds(3, 5);
        // Stamped 1 ms after the sample at 3 s by the clock as it is, 9 ms before that sample by the clock as it was.
        Assert.Equal(10_000_000, _history.MovedSince(Epoch + _setBy + (3 * Second) + 1_000_000, ++_sequence));
        Assert.Equal(0, _history.MovedSince(Epoch + _setBy + (3 * Second) + 20_000_000, ++_sequence));
    }

    [Fact]
    public void A_pause_does_not_hide_what_was_set_meanwhile()
    {
        SampleSeconds(0, 3);
        _setBy = -Second;
        SampleSeconds(100, 101);
        Assert.Equal(Second, _history.MovedSince(Epoch + _setBy + (100 * Second) + 500_000_000, ++_sequence));
    }

    [Fact]
    public void Ten_seconds_after_the_clock_was_set_back_stamps_can_be_compared_again()
    {
        SampleSeconds(0, 3);
        _setBy = -3600 * Second;
        SampleSeconds(3, 20);
        Assert.Equal(0, _history.MovedSince(Epoch + _setBy + (18 * Second), ++_sequence));
    }

    [Fact]
    public void A_step_long_ago_is_known_to_a_round_that_is_open_since_before()
    {
        SampleSeconds(0, 10);
        _setBy = 5 * Second;
        SampleSeconds(10, 100_000);
        Assert.Equal(5 * Second, _history.MovedSince(Epoch + (4 * Second) + 1, firstSequence: 6));
        Assert.Equal(0, _history.MovedSince(Epoch + _setBy + (99_990 * Second), _sequence - 5));
    }

    [Fact]
    public void Samples_in_quick_succession_are_kept_together()
    {
        for (var i = 0; i < 1_000_000; i++)
            _history.Add(new ClockSample(Epoch + (i * 10_000L) + (i == 500_000 ? 77 : 0), i * 10_000L), ++_sequence);
        Assert.Equal(77, _history.MovedSince(Epoch + Second, _sequence));
        Assert.Equal(0, _history.MovedSince(Epoch + (9 * Second), _sequence));
    }

    private void SampleSeconds(int from, int until)
    {
        for (var second = from; second < until; second++)
            Sample(second);
    }

    private void Sample(long second) =>
        _history.Add(new ClockSample(Epoch + (second * Second) + _setBy, second * Second), ++_sequence);
}
