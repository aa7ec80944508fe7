using ActorArbiter.StampedTcp.Scheduling;
using Akka.Actor;
using Akka.Dispatch;
using StampedTcp.Tests.Support;

namespace StampedTcp.Tests.Scheduling;

public sealed class PendingActionsSpecs
{
    private readonly PendingActions _pending = new();

    [Fact]
    public void The_next_is_the_first_to_be_taken_and_none_before_its_time()
    {
        var (late, early) = (New(), New());
        _pending.Add(late, TimeSpan.FromSeconds(2));
        _pending.Add(early, TimeSpan.FromSeconds(1));

        Assert.Null(_pending.TakeDue(TimeSpan.FromSeconds(0.9)));
        Assert.Same(early, _pending.TakeDue(TimeSpan.FromSeconds(3)));
        Assert.Null(_pending.TakeDue(TimeSpan.FromSeconds(1.9)));
        Assert.Same(late, _pending.TakeDue(TimeSpan.FromSeconds(2)));
        Assert.Null(_pending.TakeDue(TimeSpan.MaxValue));
    }

    [Fact]
    public void Of_several_at_the_same_time_the_first_in_is_the_first_out()
    {
        var actions = Enumerable.Range(0, 1_000).Select(_ => New()).ToArray();
        foreach (var action in actions)
            _pending.Add(action, TimeSpan.FromSeconds(1));

        foreach (var action in actions)
            Assert.Same(action, _pending.TakeDue(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Who_adds_one_learns_whether_it_is_the_next()
    {
        Assert.True(_pending.Add(New(), TimeSpan.FromSeconds(2)));
        Assert.False(_pending.Add(New(), TimeSpan.FromSeconds(2)));
        Assert.False(_pending.Add(New(), TimeSpan.FromSeconds(3)));
        Assert.True(_pending.Add(New(), TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void The_wait_is_rounded_up_and_for_ever_if_there_is_none()
    {
        Assert.Equal(Timeout.InfiniteTimeSpan, _pending.Wait(TimeSpan.Zero));
        _pending.Add(New(), TimeSpan.FromMilliseconds(1.5));

        Assert.Equal(TimeSpan.FromMilliseconds(2), _pending.Wait(TimeSpan.Zero));
        Assert.Equal(TimeSpan.Zero, _pending.Wait(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void A_long_wait_is_no_longer_than_can_be_waited()
    {
        _pending.Add(New(), TimeSpan.MaxValue);

        Assert.InRange(_pending.Wait(TimeSpan.Zero).TotalMilliseconds, 1, int.MaxValue);
    }

    [Fact]
    public void All_are_taken_in_their_order()
    {
        var actions = Enumerable.Range(0, 10).Select(_ => New()).ToArray();
        for (var number = 9; number >= 0; number--)
            _pending.Add(actions[number], TimeSpan.FromSeconds(number));

        Assert.Equal(actions, _pending.TakeAll());
        Assert.Equal(0, _pending.Count);
    }

    [Fact]
    public void Those_that_were_cancelled_do_not_pile_up()
    {
        for (var number = 0; number < 100_000; number++)
        {
            var cancelable = new Cancellation();
            _pending.Add(New(cancelable), TimeSpan.FromHours(1));
            cancelable.Cancel();
        }

        Assert.InRange(_pending.Count, 0, 2_048);
    }

    [Fact]
    public void Those_that_are_still_wanted_are_all_kept_beside_them()
    {
        var wanted = new List<PendingAction>();
        for (var number = 0; number < 10_000; number++)
        {
            var cancelable = new Cancellation();
            _pending.Add(New(cancelable), TimeSpan.FromSeconds(number));
            cancelable.Cancel();
            wanted.Add(New());
            _pending.Add(wanted[^1], TimeSpan.FromSeconds(number));
        }

        Assert.InRange(_pending.Count, 10_000, 20_000);
        Assert.Equal(wanted, _pending.TakeAll().Where(action => !action.IsCancelled));
    }

    private static PendingAction New(ICancelable? cancelable = null) =>
        new(new ActionRunnable(() => { }), cancelable, TimeSpan.Zero);
}
