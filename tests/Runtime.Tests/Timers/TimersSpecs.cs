using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Xunit2;
using TestSupport;

namespace Runtime.Tests.Timers;

public sealed class TimersSpecs : TestKit
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Later = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Never = TimeSpan.FromHours(1);

    [Fact]
    public void A_single_timers_message_comes_once()
    {
        Start(actor => actor.Timers.StartSingleTimer("key", "tick", Soon));

        ExpectMsg("tick");
        ExpectNoMsg(Later);
    }

    [Fact]
    public void A_timers_message_has_no_sender()
    {
        Start(actor => actor.Timers.StartSingleTimer("key", new TellSender(), Soon));

        ExpectMsg(Sys.DeadLetters);
    }

    [Fact]
    public void A_timers_message_has_the_sender_it_was_given()
    {
        Start(actor => actor.Timers.StartSingleTimer("key", new TellSender(), Soon, TestActor));

        ExpectMsg(TestActor);
    }

    [Fact]
    public void A_periodic_timers_message_comes_until_the_timer_is_cancelled()
    {
        var actor = Start(actor => actor.Timers.StartPeriodicTimer("key", "tick", Soon));
        ExpectMsg("tick");
        ExpectMsg("tick");

        Do(actor, actor =>
        {
            actor.Timers.Cancel("key");
            actor.Probe.Tell("cancelled");
        });

        FishForMessage(message => message is "cancelled");
        ExpectNoMsg(Later);
    }

    [Fact]
    public void A_periodic_timer_may_begin_at_once()
    {
        Start(actor => actor.Timers.StartPeriodicTimer("key", "tick", TimeSpan.Zero, Never));

        ExpectMsg("tick");
    }

    [Fact]
    public void Timers_of_different_keys_do_not_know_of_each_other()
    {
        Start(actor =>
        {
            actor.Timers.StartSingleTimer("one", 1, Soon);
            actor.Timers.StartSingleTimer("two", 2, Soon);
            actor.Timers.StartSingleTimer("three", 3, Soon);
            actor.Timers.Cancel("two");
        });

        ExpectMsgAllOf(1, 3);
        ExpectNoMsg(Later);
    }

    [Fact]
    public void A_timer_started_under_a_key_in_use_replaces_the_one_before()
    {
        Start(actor =>
        {
            actor.Timers.StartPeriodicTimer("key", "old", Soon);
            actor.Timers.StartSingleTimer("key", "new", Later);
        });

        ExpectMsg("new");
        ExpectNoMsg(Later);
    }

    [Fact]
    public void A_message_that_is_in_the_mailbox_when_its_timer_is_cancelled_is_not_delivered()
    {
        Start(actor =>
        {
            actor.Timers.StartSingleTimer("key", "tick", TimeSpan.Zero);
            actor.WaitUntilTimersAreInTheMailbox();
            actor.Timers.Cancel("key");
            actor.Self.Tell("end");
        });

        ExpectMsg("end");
    }

    [Fact]
    public void A_message_that_is_in_the_mailbox_when_its_timer_is_replaced_is_not_delivered()
    {
        Start(actor =>
        {
            actor.Timers.StartSingleTimer("key", "old", TimeSpan.Zero);
            actor.WaitUntilTimersAreInTheMailbox();
            actor.Timers.StartSingleTimer("key", "new", Soon);
        });

        ExpectMsg("new");
        ExpectNoMsg(Later);
    }

    [Fact]
    public void A_message_that_is_in_the_mailbox_when_its_actor_restarts_is_not_delivered()
    {
        Start(actor =>
        {
            actor.Timers.StartSingleTimer("key", "tick", TimeSpan.Zero);
            actor.WaitUntilTimersAreInTheMailbox();
            actor.Self.Tell("end");
            throw new InvalidOperationException("restart");
        });

        ExpectMsg("end");
    }

    [Fact]
    public void A_restart_cancels_the_timers()
    {
        var actor = Start(actor =>
        {
            actor.Timers.StartPeriodicTimer("key", "tick", Soon);
            throw new InvalidOperationException("restart");
        });

        Do(actor, actor => actor.Probe.Tell(actor.Timers.IsTimerActive("key")));

        ExpectMsg(false);
        ExpectNoMsg(Later);
    }

    [Fact]
    public void A_timer_of_the_restarted_actor_is_not_hit_by_that_of_its_predecessor()
    {
        var actor = Start(actor =>
        {
            actor.Timers.StartSingleTimer("key", "old", TimeSpan.Zero);
            actor.WaitUntilTimersAreInTheMailbox();
            throw new InvalidOperationException("restart");
        });

        Do(actor, actor => actor.Timers.StartSingleTimer("key", "new", Soon));

        ExpectMsg("new");
    }

    [Fact]
    public void A_stop_cancels_the_timers()
    {
        Sys.EventStream.Subscribe<AllDeadLetters>(TestActor);
        var actor = Start(actor => actor.Timers.StartPeriodicTimer("key", "tick", Later));

        Watch(actor);
        Sys.Stop(actor);

        FishForMessage(message => message is Terminated);
        ExpectNoMsg(Later + Later);
    }

    [Fact]
    public void A_single_timer_is_active_until_its_message_is_handled()
    {
        Start(actor =>
        {
            var report = new Command(late => late.Probe.Tell(late.Timers.IsTimerActive("key")));
            actor.Timers.StartSingleTimer("key", report, TimeSpan.Zero);
            actor.WaitUntilTimersAreInTheMailbox();
            actor.Probe.Tell(actor.Timers.IsTimerActive("key"));
        });

        ExpectMsg(true);
        ExpectMsg(false);
    }

    [Fact]
    public void A_periodic_timer_is_active_until_it_is_cancelled()
    {
        Start(actor =>
        {
            actor.Timers.StartPeriodicTimer("key", "tick", Never);
            actor.Probe.Tell(actor.Timers.IsTimerActive("key"));
            actor.Timers.Cancel("key");
            actor.Probe.Tell(actor.Timers.IsTimerActive("key"));
        });

        ExpectMsg(true);
        ExpectMsg(false);
    }

    [Fact]
    public void All_timers_can_be_cancelled_together()
    {
        Start(actor =>
        {
            actor.Timers.StartSingleTimer(1, "one", Soon);
            actor.Timers.StartPeriodicTimer(2, "two", Soon);
            actor.Probe.Tell(string.Join(" ", actor.Timers.ActiveTimers.Order()));
            actor.Timers.CancelAll();
            actor.Probe.Tell(actor.Timers.ActiveTimers.Count);
        });

        ExpectMsg("1 2");
        ExpectMsg(0);
        ExpectNoMsg(Later);
    }

    [Fact]
    public void A_timer_can_be_started_before_the_first_message()
    {
        Sys.ActorOf(Props.Create(() => new EarlyActor(TestActor)));

        ExpectMsg("tick");
    }

    [Fact]
    public void A_timer_can_stop_its_actor()
    {
        var actor = Start(actor => actor.Timers.StartSingleTimer("key", PoisonPill.Instance, Soon));

        Watch(actor);

        ExpectTerminated(actor);
    }

    [Fact]
    public void A_timers_message_can_be_stashed()
    {
        Start(actor =>
        {
            actor.StashNext();
            actor.Timers.StartSingleTimer("key", "tick", Soon);
        });

        ExpectMsg("stashed");
        ExpectMsg("tick");
    }

    [BundledOnlyFact("the envelope of the timer becomes a dead letter")]
    public void A_timers_message_that_finds_its_actor_stopped_is_no_dead_letter()
    {
        Sys.EventStream.Subscribe<DeadLetter>(TestActor);
        var actor = Start(actor =>
        {
            actor.Timers.StartSingleTimer("key", "tick", TimeSpan.Zero);
            actor.WaitUntilTimersAreInTheMailbox();
            actor.Stop();
        });

        Watch(actor);
        ExpectTerminated(actor);
        actor.Tell("lost");

        Assert.Equal("lost", ExpectMsg<DeadLetter>().Message);
    }

    private static void Do(IActorRef actor, Action<TimedActor> action) => actor.Tell(new Command(action));

    private IActorRef Start(Action<TimedActor> action)
    {
        var actor = Sys.ActorOf(Props.Create(() => new TimedActor(TestActor)));
        Do(actor, action);
        return actor;
    }

    private sealed record Command(Action<TimedActor> Action);

    private sealed record TellSender;

    /// <summary>Does what it is told and passes on whatever else comes.</summary>
    private sealed class TimedActor : ReceiveActor, IWithTimers, IWithUnboundedStash
    {
        public TimedActor(IActorRef probe)
        {
            Probe = probe;
            Receive<Command>(command => command.Action(this));
            Receive<TellSender>(_ => Probe.Tell(Sender));
            ReceiveAny(message => Probe.Tell(message));
        }

        public IActorRef Probe { get; }

        public new IActorRef Self => base.Self;

        public ITimerScheduler Timers { get; set; } = null!;

        public IStash Stash { get; set; } = null!;

        public void Stop() => Context.Stop(Self);

        public void StashNext() => BecomeStacked(message =>
        {
            Probe.Tell("stashed");
            Stash.Stash();
            UnbecomeStacked();
            Stash.UnstashAll();
            return true;
        });

        /// <summary>The scheduler does things in the order they are due, and this after those before it.</summary>
        public void WaitUntilTimersAreInTheMailbox()
        {
            using var done = new ManualResetEventSlim();
            Context.System.Scheduler.Advanced.ScheduleOnce(Later, done.Set);
            Assert.True(done.Wait(TimeSpan.FromSeconds(10)));
        }
    }

    private sealed class EarlyActor : ReceiveActor, IWithTimers
    {
        public EarlyActor(IActorRef probe) => ReceiveAny(message => probe.Tell(message));

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreStart() => Timers.StartSingleTimer("key", "tick", TimeSpan.Zero);
    }
}
