using ActorArbiter.StampedTcp;
using Akka.Actor;
using StampedTcp.Tests.Support;
using Xunit.Abstractions;

namespace StampedTcp.Tests;

/// <summary>What Akka.NET itself does with the scheduler.</summary>
public sealed class QuietSchedulerInASystemSpecs(ITestOutputHelper output) : StampedTcpSpecs(output, """
    akka.scheduler.implementation = "ActorArbiter.StampedTcp.QuietScheduler, ActorArbiter.StampedTcp"
    pinned { type = PinnedDispatcher, executor = fork-join-executor }
    """)
{
    [Fact]
    public void It_is_the_systems() => Assert.IsType<QuietScheduler>(Sys.Scheduler);

    [Fact]
    public async Task Questions_that_nobody_answers_are_given_up()
    {
        var silent = LoopActor.Elsewhere(Sys);

        await Assert.ThrowsAsync<AskTimeoutException>(() => silent.Ref.Ask("?", TimeSpan.FromMilliseconds(10)));
    }

    [Fact]
    public async Task Timers_of_actors_and_receive_timeouts_come()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Timed()));
        actor.Tell("start");

        await ExpectMsgAsync("timer");
        await ExpectMsgAsync("timer");
        await ExpectMsgAsync("timeout");
    }

    [Fact]
    public async Task A_timer_of_an_actor_elsewhere_is_told()
    {
        var owner = LoopActor.Elsewhere(Sys);

        await owner.InTurnAsync(context => ActorTimer.Of(context, "over").Start(TimeSpan.FromMilliseconds(5)));

        await owner.ExpectAsync("over");
    }

    [Fact]
    public async Task Dispatchers_end_with_the_system()
    {
        var pinned = Sys.ActorOf(Props.Create(() => new Timed()).WithDispatcher("pinned"));
        pinned.Tell("start");
        await ExpectMsgAsync("timer");

        // The TestKit would wait for it only later.
        await Sys.Terminate().Bounded();
    }

    private sealed class Timed : UntypedActor, IWithTimers
    {
        private IActorRef _asker = ActorRefs.Nobody;

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case "start":
                    _asker = Sender;
                    Timers.StartPeriodicTimer("key", "timer", TimeSpan.FromMilliseconds(5));
                    break;
                case "timer":
                    _asker.Tell(message);
                    if (Context.ReceiveTimeout is null)
                    {
                        Context.SetReceiveTimeout(TimeSpan.FromMilliseconds(20));
                        break;
                    }

                    Timers.Cancel("key");
                    break;
                case ReceiveTimeout:
                    Context.SetReceiveTimeout(null);
                    _asker.Tell("timeout");
                    break;
            }
        }
    }
}
