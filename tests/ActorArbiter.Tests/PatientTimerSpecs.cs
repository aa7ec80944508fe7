using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using TestSupport;

namespace ActorArbiter.Tests;

public class PatientTimerSpecs : TestKit
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    private readonly ManualTime _time = new();
    private readonly IActorRef _owner;

    public PatientTimerSpecs()
        : base("""akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit" """)
    {
        _owner = Sys.ActorOf(Props.Create(() => new Owner(TestActor, _time)));
        _owner.Tell(new Identify(null), TestActor);
        ExpectMsg<ActorIdentity>();
    }

    private TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void A_timer_that_fires_in_time_is_over()
    {
        Fire(after: Length);
        ExpectMsg(true);
    }

    [Fact]
    public void A_timer_that_fires_a_little_late_is_over()
    {
        Fire(after: Length + TimeSpan.FromMilliseconds(20));
        ExpectMsg(true);
    }

    [Fact]
    public void A_timer_that_fires_later_looks_again_for_a_moment()
    {
        Fire(after: Length + TimeSpan.FromMilliseconds(21));
        ExpectMsg(false);
        Pass(TimeSpan.FromMilliseconds(200));
        ExpectMsg(true);
    }

    [Fact]
    public void A_timer_that_fires_late_by_more_than_half_its_length_runs_in_full_again()
    {
        Fire(after: 1.6 * Length);
        ExpectMsg(false);
        Pass(Length - TimeSpan.FromMilliseconds(1));
        ExpectNoMsg(TimeSpan.Zero);
        Pass(TimeSpan.FromMilliseconds(1));
        ExpectMsg(true);
    }

    [Fact]
    public void A_timer_that_is_always_late_is_over_in_the_end()
    {
        for (var run = 0; run < 4; run++)
        {
            Fire(after: 2 * Length);
            ExpectMsg(false);
        }

        Fire(after: 2 * Length);
        ExpectMsg(true);
    }

    [Fact]
    public void A_timer_that_is_restarted_is_over_no_sooner_than_the_restart_says()
    {
        Pass(0.6 * Length);
        Tell(Restart.Instance);

        Pass(0.4 * Length);
        ExpectMsg(false);
        Pass((0.6 * Length) - TimeSpan.FromMilliseconds(1));
        ExpectNoMsg(TimeSpan.Zero);
        Pass(TimeSpan.FromMilliseconds(1));
        ExpectMsg(true);
    }

    [Fact]
    public void A_timer_that_is_restarted_for_less_time_is_over_sooner()
    {
        Tell(Hurry.Instance);
        Pass(Length / 10);
        ExpectMsg(true);
    }

    [Fact]
    public void A_timer_that_was_stopped_is_not_over()
    {
        Tell(Halt.Instance);
        Pass(Length);
        ExpectMsg(false);
        Pass(10 * Length);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_timer_that_was_cancelled_does_not_fire()
    {
        Tell(Finish.Instance);
        Pass(10 * Length);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_timer_that_was_cancelled_when_it_had_fired_is_not_over()
    {
        Tell(Finish.Instance);
        _owner.Tell(Due.Instance);
        ExpectMsg(false);
        Pass(10 * Length);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_timer_that_was_cancelled_may_be_started_again()
    {
        Tell(Finish.Instance);
        Tell(Restart.Instance);
        Pass(Length);
        ExpectMsg(true);
    }

    [Fact]
    public void A_timer_that_fires_late_before_its_time_is_over_looks_again_all_the_same()
    {
        Pass(0.1 * Length);
        Tell(Restart.Instance);

        _time.Advance(Length + TimeSpan.FromMilliseconds(1));
        Scheduler.Advance(0.9 * Length);
        ExpectMsg(false);
        Pass(TimeSpan.FromMilliseconds(200));
        ExpectMsg(true);
    }

    /// <summary>Tells the owner something, and waits until it has done it.</summary>
    private void Tell(object message)
    {
        _owner.Tell(message, TestActor);
        _owner.Tell(new Identify(null), TestActor);
        ExpectMsg<ActorIdentity>();
    }

    private void Pass(TimeSpan time)
    {
        _time.Advance(time);
        Scheduler.Advance(time);
    }

    /// <summary>The scheduler fires when it is due; by the clock that was later.</summary>
    private void Fire(TimeSpan after)
    {
        _time.Advance(after);
        Scheduler.Advance(Length);
    }

    private sealed class Owner : ReceiveActor
    {
        private readonly PatientTimer _timer;

        public Owner(IActorRef observer, TimeProvider time)
        {
            _timer = new PatientTimer(Context, Due.Instance, time);
            Receive<Due>(_ => observer.Tell(_timer.IsOver()));
            Receive<Restart>(_ => _timer.Start(Length));
            Receive<Hurry>(_ => _timer.Start(Length, remaining: Length / 10));
            Receive<Halt>(_ => _timer.Stop());
            Receive<Finish>(_ => _timer.Cancel());
        }

        protected override void PreStart() => _timer.Start(Length);
    }

    private sealed class Due
    {
        public static readonly Due Instance = new();
    }

    private sealed class Restart
    {
        public static readonly Restart Instance = new();
    }

    private sealed class Hurry
    {
        public static readonly Hurry Instance = new();
    }

    private sealed class Halt
    {
        public static readonly Halt Instance = new();
    }

    private sealed class Finish
    {
        public static readonly Finish Instance = new();
    }
}
