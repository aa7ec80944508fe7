using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;
using Akka.TestKit.Xunit2;
using TestSupport;

namespace Runtime.Tests.Scheduling;

public sealed class SchedulerSpecs : TestKit
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Later = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Never = TimeSpan.FromHours(1);

    public SchedulerSpecs() : base("akka.stdout-loglevel = OFF")
    {
    }

    private IScheduler Scheduler => Sys.Scheduler;

    [Fact]
    public void A_message_is_sent_once_after_its_delay()
    {
        var before = Scheduler.MonotonicClock;

        Scheduler.ScheduleTellOnce(Later, TestActor, "tick", ActorRefs.NoSender);
        ExpectMsg("tick");

        Assert.True(Scheduler.MonotonicClock - before >= Later - TimeSpan.FromMilliseconds(1));
        ExpectNoMsg(Later);
    }

    [Fact]
    public void A_message_has_the_sender_it_was_given()
    {
        var sender = CreateTestProbe();

        Scheduler.ScheduleTellOnce(Soon, TestActor, "tick", sender);
        ExpectMsg("tick");

        Assert.Equal(sender.Ref, LastSender);
    }

    [Fact]
    public void A_delay_of_zero_means_at_once()
    {
        Scheduler.ScheduleTellOnce(TimeSpan.Zero, TestActor, "tick", ActorRefs.NoSender);

        ExpectMsg("tick");
    }

    [Fact]
    public void A_message_is_sent_repeatedly_until_it_is_cancelled()
    {
        var cancelable = Scheduler.ScheduleTellRepeatedlyCancelable(Soon, Soon, TestActor, "tick", ActorRefs.NoSender);
        ExpectMsg("tick");
        ExpectMsg("tick");
        ExpectMsg("tick");

        cancelable.Cancel();
        // What was sent before the cancellation is let through by this, and nothing after it.
        Scheduler.ScheduleTellOnce(Later, TestActor, "end", ActorRefs.NoSender);

        FishForMessage(message => message is "end");
        ExpectNoMsg(Later);
    }

    [Fact]
    public void A_message_cancelled_in_time_is_not_sent()
    {
        var cancelable = Scheduler.ScheduleTellOnceCancelable(Soon, TestActor, "tick", ActorRefs.NoSender);
        Scheduler.ScheduleTellOnce(Later, TestActor, "end", ActorRefs.NoSender);

        cancelable.Cancel();

        ExpectMsg("end");
    }

    [Fact]
    public void Nothing_is_scheduled_with_a_cancelable_that_is_cancelled()
    {
        Scheduler.ScheduleTellOnce(TimeSpan.Zero, TestActor, "tick", ActorRefs.NoSender, Cancelable.CreateCanceled());
        Scheduler.ScheduleTellOnce(Later, TestActor, "end", ActorRefs.NoSender);

        ExpectMsg("end");
    }

    [Fact]
    public void One_cancelable_cancels_all_that_was_scheduled_with_it()
    {
        using var cancelable = new Cancelable(Scheduler);
        for (var i = 0; i < 3; i++)
            Scheduler.ScheduleTellOnce(Soon, TestActor, i, ActorRefs.NoSender, cancelable);
        Scheduler.ScheduleTellRepeatedly(Soon, Soon, TestActor, "tick", ActorRefs.NoSender, cancelable);
        Scheduler.ScheduleTellOnce(Later, TestActor, "end", ActorRefs.NoSender);

        cancelable.Cancel();

        ExpectMsg("end");
        ExpectNoMsg(Later);
    }

    [Fact]
    public void Any_implementation_of_ICancelable_cancels()
    {
        using var inner = new Cancelable(Scheduler);
        Scheduler.ScheduleTellOnce(Soon, TestActor, "tick", ActorRefs.NoSender, new Wrapped(inner));
        Scheduler.ScheduleTellOnce(Later, TestActor, "end", ActorRefs.NoSender);

        inner.Cancel();

        ExpectMsg("end");
    }

    [Fact]
    public void What_is_due_earlier_comes_first_whatever_was_scheduled_first()
    {
        Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(300), TestActor, 3, ActorRefs.NoSender);
        Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(100), TestActor, 1, ActorRefs.NoSender);
        Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(200), TestActor, 2, ActorRefs.NoSender);

        Assert.Equal([1, 2, 3], ReceiveN(3));
    }

    [BundledOnlyFact("timers of one tick of its wheel have no order")]
    public void Thousands_of_timers_come_in_the_order_they_are_due_but_for_those_cancelled()
    {
        const int Timers = 5_000;
        var random = new Random(20_240_601);
        var timers = new List<ICancelable>();
        var due = new Dictionary<int, (TimeSpan Earliest, TimeSpan Latest)>();
        for (var i = 0; i < Timers; i++)
        {
            var delay = TimeSpan.FromMicroseconds(random.Next(2_000_000, 2_500_000));
            var before = Scheduler.HighResMonotonicClock;
            timers.Add(Scheduler.ScheduleTellOnceCancelable(delay, TestActor, i, ActorRefs.NoSender));
            due[i] = (before + delay, Scheduler.HighResMonotonicClock + delay);
        }

        foreach (var canceled in Enumerable.Range(0, Timers).Where(_ => random.Next(2) == 0))
        {
            timers[canceled].Cancel();
            due.Remove(canceled);
        }

        var received = ReceiveN(due.Count, TimeSpan.FromSeconds(20)).Cast<int>().ToList();

        Assert.Equal(due.Keys.Order(), received.Order());
        Assert.All(
            received.Zip(received.Skip(1)), pair => Assert.True(due[pair.First].Earliest <= due[pair.Second].Latest));
        ExpectNoMsg(Soon);
    }

    [Fact]
    public void A_cancelled_timer_lets_go_of_its_message()
    {
        var message = ScheduleAndCancel();

        AwaitCondition(
            () =>
            {
                GC.Collect();
                return !message.IsAlive;
            },
            TimeSpan.FromSeconds(10));

        // Not inlined: the message must not be held by this test.
        [MethodImpl(MethodImplOptions.NoInlining)]
        WeakReference ScheduleAndCancel()
        {
            var held = new object();
            Scheduler.ScheduleTellOnceCancelable(Never, TestActor, held, ActorRefs.NoSender).Cancel();
            return new WeakReference(held);
        }
    }

    [Fact]
    public void An_action_is_run_once()
    {
        Scheduler.Advanced.ScheduleOnce(Soon, () => TestActor.Tell("run"));

        ExpectMsg("run");
        ExpectNoMsg(Later);
    }

    [Fact]
    public void An_action_is_run_repeatedly_until_it_is_cancelled()
    {
        var cancelable = Scheduler.Advanced.ScheduleRepeatedlyCancelable(Soon, Soon, () => TestActor.Tell("run"));
        ExpectMsg("run");
        ExpectMsg("run");

        cancelable.Cancel();
        Scheduler.ScheduleTellOnce(Later, TestActor, "end", ActorRefs.NoSender);

        FishForMessage(message => message is "end");
        ExpectNoMsg(Later);
    }

    [Fact]
    public void A_runnable_is_run()
    {
        Scheduler.Advanced.ScheduleOnce(Soon, new Runnable(() => TestActor.Tell("run")));

        ExpectMsg("run");
    }

    [Fact]
    public void An_action_that_throws_is_logged_and_not_repeated()
    {
        var log = CreateTestProbe();
        Sys.EventStream.Subscribe<Error>(log);

        Scheduler.Advanced.ScheduleRepeatedly(Soon, Soon, () => throw new InvalidOperationException("stuck"));

        Assert.Equal("stuck", log.ExpectMsg<Error>().Cause?.Message);
        log.ExpectNoMsg(Later);
    }

    [Fact]
    public void An_action_that_throws_does_not_keep_others_from_running()
    {
        Scheduler.Advanced.ScheduleOnce(Soon, () => throw new InvalidOperationException("stuck"));
        Scheduler.ScheduleTellOnce(Later, TestActor, "next", ActorRefs.NoSender);

        ExpectMsg("next");
    }

    [Fact]
    public void A_delay_below_zero_is_refused()
        => Assert.Throws<ArgumentOutOfRangeException>(
            () => Scheduler.ScheduleTellOnce(TimeSpan.FromTicks(-1), TestActor, "tick", ActorRefs.NoSender));

    [Fact]
    public void An_interval_of_zero_is_refused()
        => Assert.Throws<ArgumentOutOfRangeException>(
            () => Scheduler.ScheduleTellRepeatedly(Soon, TimeSpan.Zero, TestActor, "tick", ActorRefs.NoSender));

    [Fact]
    public void Delays_may_be_given_in_milliseconds()
    {
        Scheduler.ScheduleTellOnce(20, TestActor, "once", ActorRefs.NoSender);
        ExpectMsg("once");

        var cancelable = Scheduler.ScheduleTellRepeatedlyCancelable(20, 20, TestActor, "again", ActorRefs.NoSender);
        ExpectMsg("again");
        ExpectMsg("again");
        cancelable.CancelIfNotNull();
    }

    [Fact]
    public async Task A_terminated_actor_system_takes_nothing_more()
    {
        var scheduler = Scheduler;
        scheduler.ScheduleTellOnce(Never, TestActor, "dropped", ActorRefs.NoSender);

        await Sys.Terminate();

        Assert.Throws<SchedulerException>(
            () => scheduler.ScheduleTellOnce(Soon, TestActor, "tick", ActorRefs.NoSender));
    }

    [BundledOnlyFact("its timers run on the thread pool")]
    public async Task A_terminated_actor_system_leaves_no_scheduler_thread_behind()
    {
        var thread = new TaskCompletionSource<Thread>();
        Scheduler.Advanced.ScheduleOnce(TimeSpan.Zero, () => thread.SetResult(Thread.CurrentThread));
        var worker = await thread.Task;

        await Sys.Terminate();

        Assert.True(worker.Join(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void The_clocks_go_forward()
    {
        var (monotonic, highRes, now) = (Scheduler.MonotonicClock, Scheduler.HighResMonotonicClock, Scheduler.Now);

        Scheduler.ScheduleTellOnce(Later, TestActor, "tick", ActorRefs.NoSender);
        ExpectMsg("tick");

        Assert.True(Scheduler.MonotonicClock > monotonic);
        Assert.True(Scheduler.HighResMonotonicClock > highRes);
        Assert.True(Scheduler.Now > now);
        Assert.Equal(TimeSpan.Zero, Scheduler.Now.Offset);
    }

    private sealed class Runnable : IRunnable
    {
        private readonly Action _action;

        public Runnable(Action action) => _action = action;

        public void Run() => _action();

        public void Execute() => Run();
    }

    private sealed class Wrapped : ICancelable
    {
        private readonly ICancelable _inner;

        public Wrapped(ICancelable inner) => _inner = inner;

        public bool IsCancellationRequested => _inner.IsCancellationRequested;

        public CancellationToken Token => _inner.Token;

        public void Cancel() => _inner.Cancel();

        public void Cancel(bool throwOnFirstException) => _inner.Cancel(throwOnFirstException);

        public void CancelAfter(TimeSpan delay) => _inner.CancelAfter(delay);

        public void CancelAfter(int millisecondsDelay) => _inner.CancelAfter(millisecondsDelay);
    }
}
