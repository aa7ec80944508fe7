using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Timers;

public sealed class TimersAndReceiveTimeoutSpecs : TestKit
{
    private static readonly TimeSpan ReceiveTimeoutAfter = TimeSpan.FromMilliseconds(1_000);
    private static readonly TimeSpan TickEvery = TimeSpan.FromMilliseconds(600);

    public TimersAndReceiveTimeoutSpecs()
        : base("""akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit" """)
    {
    }

    [Fact]
    public void A_timers_message_ends_the_wait_for_a_receive_timeout()
    {
        var actor = Start("tick");

        for (var i = 0; i < 3; i++)
        {
            PassTime(actor);
            ExpectMsg("tick");
        }
    }

    [Fact]
    public void A_timers_message_that_says_so_does_not_end_the_wait_for_a_receive_timeout()
    {
        var actor = Start(new Unnoticed());

        PassTime(actor);
        ExpectMsg<Unnoticed>();
        PassTime(actor);
        ExpectMsg<ReceiveTimeout>();
    }

    private IActorRef Start(object tick)
    {
        var actor = Sys.ActorOf(Props.Create(() => new Waiting(TestActor, tick)));
        Settle(actor);
        return actor;
    }

    private void PassTime(IActorRef actor)
    {
        ((TestScheduler)Sys.Scheduler).Advance(TickEvery);
        Settle(actor);
    }

    /// <summary>When this is answered, the actor is through with what came before, and waits anew.</summary>
    private void Settle(IActorRef actor)
    {
        var probe = CreateTestProbe();
        actor.Tell(new Unnoticed(), probe);
        probe.ExpectMsg("settled");
    }

    private sealed record Unnoticed : INotInfluenceReceiveTimeout;

    private sealed class Waiting : ReceiveActor, IWithTimers
    {
        private readonly object _tick;

        public Waiting(IActorRef probe, object tick)
        {
            _tick = tick;
            Receive<Unnoticed>(message => !ReferenceEquals(message, tick), _ => Sender.Tell("settled"));
            ReceiveAny(message => probe.Tell(message));
        }

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreStart()
        {
            Context.SetReceiveTimeout(ReceiveTimeoutAfter);
            Timers.StartPeriodicTimer("key", _tick, TickEvery);
        }
    }
}
