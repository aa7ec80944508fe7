using System.Diagnostics;
using ActorArbiter.StampedTcp.EventLoops;
using Akka.Actor;
using FsCheck;
using FsCheck.Fluent;

namespace StampedTcp.Tests.EventLoops;

public sealed class TimerHeapSpecs
{
    private enum Step
    {
        Put,
        Remove,
        TellDue,
    }

    [Fact]
    public void Whatever_is_put_moved_and_removed_what_is_due_is_told_in_its_order_and_nothing_else()
    {
        var steps = from step in Gen.Frequency((6, Gen.Constant(Step.Put)), (3, Gen.Constant(Step.Remove)), (1, Gen.Constant(Step.TellDue)))
                    from timer in Gen.Choose(0, 30)
                    from time in Gen.Choose(0, 100)
                    select (step, timer, time);

        Prop.ForAll(steps.ListOf().ToArbitrary(), Holds).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Of_thousands_each_is_told_once()
    {
        var run = new Run(5_000);
        var random = new Random(7);
        for (var timer = 0; timer < 5_000; timer++)
            run.Put(timer, random.Next(1_000));
        for (var timer = 0; timer < 5_000; timer += 3)
            run.Remove(timer);

        run.TellDue(1_000);

        Assert.True(run.IsAsExpected);
        Assert.Equal(0, run.Heap.Count);
    }

    [Fact]
    public void One_that_is_removed_is_not_kept()
    {
        var run = new Run(2);
        run.Put(0, 10);
        run.Put(1, 20);

        run.Remove(0);
        run.Remove(0);
        Assert.Equal(1, run.Heap.Count);
        run.Remove(1);

        Assert.Equal(0, run.Heap.Count);
    }

    [Fact]
    public void The_wait_is_rounded_up_for_who_wakes_too_early_waits_again()
    {
        var microsecond = Stopwatch.Frequency / 1_000_000;
        var run = new Run(1);
        Assert.Equal(-1, run.Heap.MillisecondsLeft(0));
        run.Put(0, 1 + (Stopwatch.Frequency / 1_000) + microsecond);

        Assert.Equal(2, run.Heap.MillisecondsLeft(0));
        Assert.Equal(1, run.Heap.MillisecondsLeft(1 + microsecond));
        Assert.Equal(0, run.Heap.MillisecondsLeft(long.MaxValue));
    }

    [Fact]
    public void One_that_is_due_after_ages_is_waited_for_as_long_as_can_be_waited()
    {
        var run = new Run(1);
        run.Put(0, long.MaxValue);

        Assert.Equal(int.MaxValue, run.Heap.MillisecondsLeft(0));
    }

    private static bool Holds(IEnumerable<(Step Step, int Timer, int Time)> steps)
    {
        var run = new Run(31);
        foreach (var (step, timer, time) in steps)
        {
            switch (step)
            {
                case Step.Put:
                    run.Put(timer, time);
                    break;
                case Step.Remove:
                    run.Remove(timer);
                    break;
                default:
                    run.TellDue(time);
                    break;
            }
        }

        run.TellDue(int.MaxValue);
        return run.Heap.Count == 0 && run.IsAsExpected;
    }

    /// <summary>A heap, and what is expected of it.</summary>
    private sealed class Run
    {
        private readonly Dictionary<int, int> _model = [];
        private readonly List<int> _told = [];
        private readonly LoopTimer[] _timers;
        private bool _isOrdered = true;

        public Run(int timers) =>
            _timers = [.. Enumerable.Range(0, timers).Select(number => new LoopTimer(null!, new Owner(_told), number))];

        public TimerHeap Heap { get; } = new();

        /// <summary>Whether those were told that were due, in the order of their times; of two at the same time either may be the first.</summary>
        public bool IsAsExpected => _isOrdered && _model.Count == 0;

        public void Put(int timer, long due)
        {
            _timers[timer].Due = due;
            Heap.Put(_timers[timer]);
            _model[timer] = (int)Math.Min(due, int.MaxValue);
        }

        public void Remove(int timer)
        {
            Heap.Remove(_timers[timer]);
            _model.Remove(timer);
        }

        public void TellDue(int now)
        {
            _told.Clear();
            var due = _model.Where(each => each.Value <= now).Select(each => each.Value).Order().ToArray();

            Heap.TellDue(now);

            _isOrdered &= _told.Select(timer => _model.GetValueOrDefault(timer, -1)).SequenceEqual(due);
            _told.ForEach(timer => _model.Remove(timer));
        }
    }

    private sealed class Owner(List<int> told) : MinimalActorRef
    {
        public override ActorPath Path => throw new NotSupportedException();

        public override IActorRefProvider Provider => throw new NotSupportedException();

        protected override void TellInternal(object message, IActorRef sender) => told.Add((int)message);
    }
}
