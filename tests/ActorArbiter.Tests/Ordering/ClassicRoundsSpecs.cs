using ActorArbiter.Ordering;
using ActorArbiter.Protocol;

namespace ActorArbiter.Tests.Ordering;

public class ClassicRoundsSpecs
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(10);

    private readonly List<string> _verdicts = [];
    private ClassicRounds _rounds = new(contenders: 2, Timeout, maxOpen: 100);
    private TimeSpan _now;
    private long _sequence;

    [Fact]
    public void X_Y_X_Y_makes_two_rounds()
    {
        Arrive("X", "Y", "X", "Y");
        Assert.Equal(["X1 Y2", "X3 Y4"], _verdicts);
    }

    [Fact]
    public void X_X_waits_for_two_Ys()
    {
        Arrive("X", "X");
        Assert.Empty(_verdicts);
        Arrive("Y", "Y");
        Assert.Equal(["X1 Y3", "X2 Y4"], _verdicts);
    }

    [Fact]
    public void Overlapping_rounds_of_three_are_kept_apart()
    {
        _rounds = new ClassicRounds(contenders: 3, Timeout, maxOpen: 100);
        Arrive("X", "Y", "X", "Z", "Z", "Y");
        Assert.Equal(["X1 Y2 Z4", "X3 Z5 Y6"], _verdicts);
    }

    [Fact]
    public void A_round_of_one_is_decided_at_once()
    {
        _rounds = new ClassicRounds(contenders: 1, Timeout, maxOpen: 100);
        Arrive("X", "X", "Q");
        Assert.Equal(["X1", "X2", "Q3"], _verdicts);
    }

    [Fact]
    public void The_order_inside_a_round_is_that_of_the_stamps()
    {
        Arrive("X", stamp: 20);
        Arrive("Y", stamp: 10);
        Assert.Equal(["Y2 X1"], _verdicts);
    }

    [Fact]
    public void Who_names_no_id_is_given_the_first_letter_that_is_free_in_the_first_open_round()
    {
        Assert.Equal("X", _rounds.FreeLetter().Value);
        Arrive("Y");
        Assert.Equal("X", _rounds.FreeLetter().Value);
        Arrive("Y");
        Arrive(_rounds.FreeLetter().Value);
        Assert.Equal(["Y1 X3"], _verdicts);
        Assert.Equal("X", _rounds.FreeLetter().Value);
    }

    [Fact]
    public void A_lost_contender_stays_in_its_round()
    {
        Arrive("X");
        Lose(1);
        Arrive("Y");
        Assert.Equal(["X1 Y2"], _verdicts);
    }

    [Fact]
    public void A_lost_contender_gives_up_its_place_to_the_next_of_its_id()
    {
        Arrive("X");
        Lose(1);
        Arrive("X", "Y", "Y");
        Assert.Equal(["X2 Y3"], _verdicts);
        Assert.Equal(1, _rounds.OpenCount);
    }

    [Fact]
    public void All_that_wait_behind_a_lost_contender_move_up()
    {
        Arrive("X", "X", "X");
        Lose(1);
        Assert.Equal(2, _rounds.OpenCount);
        Arrive("Y", "Y", "Y");
        Assert.Equal(["X2 Y4", "X3 Y5"], _verdicts);
    }

    [Fact]
    public void A_half_closed_contender_stays_but_behind_the_next_of_its_id()
    {
        Arrive("X");
        HalfClose(1);
        Arrive("X", "Y", "Y");
        Assert.Equal(["X2 Y3", "X1 Y4"], _verdicts);
    }

    [Fact]
    public void A_contender_that_closes_its_side_while_others_of_its_id_wait_goes_behind_them()
    {
        Arrive("X", "X", "X");
        HalfClose(1);
        Arrive("Y", "Y", "Y");
        Assert.Equal(["X2 Y4", "X3 Y5", "X1 Y6"], _verdicts);
    }

    [Fact]
    public void Contenders_that_all_closed_their_side_are_told_in_the_order_of_their_arrival()
    {
        for (var number = 1; number <= 3; number++)
        {
            Arrive("X");
            HalfClose(number);
        }

        Arrive("Y", "Y", "Y");
        Assert.Equal(["X1 Y4", "X2 Y5", "X3 Y6"], _verdicts);
        Assert.Equal(0, _rounds.OpenCount);
    }

    [Fact]
    public void In_whatever_order_contenders_close_their_side_they_keep_that_of_their_arrival()
    {
        Arrive("X", "X", "X", "X");
        HalfClose(3);
        HalfClose(1);
        HalfClose(2);
        Arrive("Y", "Y", "Y", "Y");
        Assert.Equal(["X4 Y5", "X1 Y6", "X2 Y7", "X3 Y8"], _verdicts);
    }

    [Fact]
    public void A_lost_contender_gives_up_its_place_to_one_that_closed_its_side()
    {
        Arrive("X", "X");
        HalfClose(1);
        Lose(2);
        Assert.Equal(1, _rounds.OpenCount);
        Arrive("Y");
        Assert.Equal(["X1 Y3"], _verdicts);
    }

    [Fact]
    public void A_lost_contender_that_is_last_stays_last_until_the_next_of_its_id_comes()
    {
        Arrive("X", "X");
        Lose(2);
        HalfClose(1);
        HalfClose(2);
        Arrive("Y");
        Assert.Equal(["X1 Y3"], _verdicts);
        Arrive("X", "Y");
        Assert.Equal(["X1 Y3", "X4 Y5"], _verdicts);
        Assert.Equal(0, _rounds.OpenCount);
    }

    [Fact]
    public void A_round_ends_when_its_time_is_over_and_no_sooner()
    {
        Arrive("X");
        Assert.Equal(Timeout, _rounds.Deadline);
        _now = TimeSpan.FromMinutes(4);
        Arrive("X");
        Assert.Empty(_rounds.Expire(Timeout - TimeSpan.FromTicks(1)));
        Assert.Equal([Arrivals.Connection(1)], _rounds.Expire(Timeout));
        Assert.Equal(Timeout + TimeSpan.FromMinutes(4), _rounds.Deadline);
        Arrive("Y");
        Assert.Equal(["X2 Y3"], _verdicts);
        Assert.Null(_rounds.Deadline);
    }

    [Fact]
    public void Who_takes_the_place_of_a_lost_contender_waits_for_the_whole_time_of_a_round()
    {
        Arrive("X");
        Lose(1);
        _now = TimeSpan.FromMinutes(9);
        Arrive("X");
        Assert.Equal(Timeout + _now, _rounds.Deadline);
    }

    [Fact]
    public void Who_moves_up_into_the_place_of_a_lost_contender_waits_for_the_whole_time_of_a_round()
    {
        Arrive("X");
        _now = TimeSpan.FromMinutes(9);
        Arrive("X");
        Lose(1);
        Assert.Equal(Timeout + _now, _rounds.Deadline);
    }

    [Fact]
    public void The_time_of_a_round_runs_from_the_first_message_that_is_in_it()
    {
        _rounds = new ClassicRounds(contenders: 3, Timeout, maxOpen: 100);
        Arrive("X");
        _now = TimeSpan.FromMinutes(2);
        Arrive("Y");
        _now = TimeSpan.FromMinutes(5);
        Arrive("X");
        Assert.Equal(Timeout, _rounds.Deadline);
        Lose(1);
        Assert.Equal(Timeout + TimeSpan.FromMinutes(2), _rounds.Deadline);
    }

    [Fact]
    public void Who_closed_its_side_does_not_shorten_the_time_of_those_before_it()
    {
        Arrive("X");
        HalfClose(1);
        _now = TimeSpan.FromMinutes(9);
        Arrive("X");
        Assert.Empty(_rounds.Expire(Timeout));
        Assert.Equal([Arrivals.Connection(2), Arrivals.Connection(1)], _rounds.Expire(Timeout + _now));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_cost_of_a_loss_does_not_grow_with_the_rounds_that_are_open(bool newestFirst)
    {
        const int count = 50_000;
        var numbers = Enumerable.Range(1, count).Select(number => newestFirst ? count + 1 - number : number).ToArray();
        _rounds = new ClassicRounds(contenders: 2, Timeout, maxOpen: count);

        // Bounded far above what it takes, and far below what it takes if each change walks the open rounds.
        await Task.Run(ArriveAndLeave).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(1, _rounds.OpenCount);
        Arrive("Y");
        Assert.Single(_verdicts);

        void ArriveAndLeave()
        {
            Arrive([.. Enumerable.Repeat("X", count)]);
            Array.ForEach(numbers, HalfClose);
            Array.ForEach(numbers, Lose);
        }
    }

    [Fact]
    public void There_is_room_for_a_message_as_long_as_it_opens_no_round_too_many()
    {
        _rounds = new ClassicRounds(contenders: 2, Timeout, maxOpen: 2);
        Arrive("X", "X");
        Assert.False(_rounds.HasRoomFor(ContenderId.Parse("X")));
        Assert.True(_rounds.HasRoomFor(ContenderId.Parse("Y")));
        Lose(2);
        Assert.True(_rounds.HasRoomFor(ContenderId.Parse("X")));
    }

    [Fact]
    public void Everyone_who_waits_is_named_when_all_rounds_close()
    {
        _rounds = new ClassicRounds(contenders: 3, Timeout, maxOpen: 100);
        Arrive("X", "X", "Y");
        var named = _rounds.Expire(TimeSpan.MaxValue);
        Assert.Equal([1, 2, 3], named.Select(connection => connection.Number).Order());
        Assert.Equal(0, _rounds.OpenCount);
    }

    private void Arrive(params string[] ids)
    {
        foreach (var id in ids)
            Arrive(id, stamp: _sequence + 1);
    }

    private void Arrive(string id, long stamp)
    {
        if (_rounds.Add(Arrivals.Of(id, stamp, ++_sequence, at: _now)) is { } round)
            _verdicts.Add(string.Join(' ', Arrivals.Decide(round).Order.Select(each => $"{each.Id}{each.Sequence}")));
    }

    private void HalfClose(int number) => _rounds.HalfClosed(Arrivals.Connection(number));

    private void Lose(int number) => _rounds.Lost(Arrivals.Connection(number));
}
