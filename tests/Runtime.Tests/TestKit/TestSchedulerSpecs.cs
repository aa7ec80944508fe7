using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using TestSupport;

namespace Runtime.Tests.Testing;

public class TestSchedulerSpecs : TestKit
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    public TestSchedulerSpecs()
        : base("""akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit" """)
    {
    }

    private TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void A_message_comes_when_its_time_has_come()
    {
        Sys.Scheduler.ScheduleTellOnce(Second, TestActor, "now", ActorRefs.NoSender);

        Scheduler.Advance(Second - Moment);
        Assert.False(HasMessages);

        Scheduler.Advance(Moment);
        ExpectMsg("now");
        Scheduler.Advance(Second);
        Assert.False(HasMessages);
    }

    [Fact]
    public void A_message_is_repeated_at_its_interval()
    {
        Sys.Scheduler.ScheduleTellRepeatedly(Second, 2 * Second, TestActor, "tick", ActorRefs.NoSender);

        Scheduler.Advance(Second);
        ExpectMsg("tick");
        Scheduler.Advance(Second);
        Assert.False(HasMessages);
        Scheduler.Advance(Second);
        ExpectMsg("tick");
    }

    [BundledOnlyFact("One Advance over several intervals repeats the message once.")]
    public void A_long_step_repeats_it_as_often_as_many_short_ones()
    {
        Sys.Scheduler.ScheduleTellRepeatedly(Second, Second, TestActor, "tick", ActorRefs.NoSender);

        Scheduler.Advance(5 * Second);

        ReceiveN(5);
        Assert.False(HasMessages);
    }

    [Fact]
    public void Work_is_done_in_order_of_its_time()
    {
        Sys.Scheduler.ScheduleTellOnce(3 * Second, TestActor, 3, ActorRefs.NoSender);
        Sys.Scheduler.ScheduleTellOnce(Second, TestActor, 1, ActorRefs.NoSender);
        Sys.Scheduler.ScheduleTellOnce(2 * Second, TestActor, 2, ActorRefs.NoSender);

        Scheduler.Advance(3 * Second);

        Assert.Equal([1, 2, 3], ReceiveN(3).Cast<int>());
    }

    [Fact]
    public void Work_due_at_once_is_done_in_the_order_it_was_scheduled()
    {
        for (var i = 0; i < 10; i++)
            Sys.Scheduler.ScheduleTellOnce(Second, TestActor, i, ActorRefs.NoSender);

        Scheduler.Advance(Second);

        Assert.Equal(Enumerable.Range(0, 10), ReceiveN(10).Cast<int>());
    }

    [Fact]
    public void Actions_run_on_the_thread_that_advances()
    {
        var thread = 0;
        Sys.Scheduler.Advanced.ScheduleOnce(Second, () => thread = Environment.CurrentManagedThreadId);

        Scheduler.Advance(Second);

        Assert.Equal(Environment.CurrentManagedThreadId, thread);
    }

    [Fact]
    public void Actions_are_repeated()
    {
        var runs = 0;
        Sys.Scheduler.Advanced.ScheduleRepeatedly(Second, Second, () => runs++);

        for (var i = 0; i < 3; i++)
            Scheduler.Advance(Second);

        Assert.Equal(3, runs);
    }

    [BundledOnlyFact("What an action schedules waits for the next Advance.")]
    public void What_an_action_schedules_is_done_in_the_same_step_if_it_is_due()
    {
        Sys.Scheduler.Advanced.ScheduleOnce(
            Second, () => Sys.Scheduler.ScheduleTellOnce(Second, TestActor, "then", ActorRefs.NoSender));

        Scheduler.Advance(2 * Second);

        ExpectMsg("then");
    }

    [Fact]
    public void What_is_cancelled_does_not_come()
    {
        var once = Sys.Scheduler.ScheduleTellOnceCancelable(Second, TestActor, "once", ActorRefs.NoSender);
        var often = Sys.Scheduler.ScheduleTellRepeatedlyCancelable(
            Second, Second, TestActor, "tick", ActorRefs.NoSender);
        once.Cancel();
        Scheduler.Advance(Second);
        ExpectMsg("tick");

        often.Cancel();
        Scheduler.Advance(Second);

        Assert.False(HasMessages);
    }

    [Fact]
    public void Time_is_what_the_test_makes_it()
    {
        var start = Scheduler.Now;

        Scheduler.Advance(Second);
        Assert.Equal(start + Second, Scheduler.Now);

        Scheduler.AdvanceTo(start + (5 * Second));
        Assert.Equal(start + (5 * Second), Sys.Scheduler.Now);
        Assert.Throws<InvalidOperationException>(() => Scheduler.AdvanceTo(start));
    }

    [Fact]
    public void The_timers_of_an_actor_go_by_it()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Ticker(TestActor)));
        actor.Tell("start");
        ExpectMsg("started");

        Scheduler.Advance(Second);
        ExpectMsg("tick");
        Scheduler.Advance(Second);
        ExpectMsg("tick");
    }

    private sealed class Ticker : ReceiveActor, IWithTimers
    {
        public Ticker(IActorRef test)
        {
            Receive<string>(text => text == "start", _ =>
            {
                Timers.StartPeriodicTimer("key", "tick", TimeSpan.FromSeconds(1));
                test.Tell("started");
            });
            Receive<string>(text => test.Tell(text));
        }

        public ITimerScheduler Timers { get; set; } = null!;
    }
}
