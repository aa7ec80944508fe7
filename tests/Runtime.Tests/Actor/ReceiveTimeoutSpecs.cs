using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Actors;

public sealed class ReceiveTimeoutSpecs : TestKit
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    public ReceiveTimeoutSpecs()
        : base("""akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit" """)
    {
    }

    private TestScheduler Clock => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void Silence_is_told_when_the_time_is_over()
    {
        var actor = Start();

        Clock.Advance(Timeout - TimeSpan.FromSeconds(1));
        Ping(actor);
        Clock.Advance(Timeout - TimeSpan.FromSeconds(1));
        Ping(actor);
        Clock.Advance(Timeout);

        ExpectMsg("timeout");
    }

    [Fact]
    public void It_is_told_again_as_long_as_the_silence_lasts()
    {
        Start();

        Clock.Advance(Timeout);
        ExpectMsg("timeout");
        Clock.Advance(Timeout);

        // The next one is scheduled once the one before it has been processed.
        AwaitAssert(() =>
        {
            Clock.Advance(Timeout);
            ExpectMsg("timeout");
        });
    }

    [Fact]
    public void Messages_that_do_not_count_do_not_reset_it()
    {
        var actor = Start();

        Clock.Advance(Timeout - TimeSpan.FromSeconds(1));
        actor.Tell(new Background(), TestActor);
        ExpectMsg("pong");
        Clock.Advance(TimeSpan.FromSeconds(1));

        ExpectMsg("timeout");
    }

    [Fact]
    public void It_can_be_turned_off()
    {
        var actor = Start();
        actor.Tell("off", TestActor);
        ExpectMsg("null");

        Clock.Advance(Timeout * 3);

        Ping(actor);
    }

    private IActorRef Start()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Waiting(TestActor)));
        Ping(actor);
        return actor;
    }

    private void Ping(IActorRef actor)
    {
        // The second ping is answered after the timeout was set anew for the first.
        actor.Tell("ping", TestActor);
        ExpectMsg("pong");
        actor.Tell(new Background(), TestActor);
        ExpectMsg("pong");
    }

    private sealed record Background : INotInfluenceReceiveTimeout;

    private sealed class Waiting : ReceiveActor
    {
        public Waiting(IActorRef report)
        {
            SetReceiveTimeout(Timeout);
            Receive<ReceiveTimeout>(_ => report.Tell("timeout"));
            Receive<string>(text => text == "off", _ =>
            {
                SetReceiveTimeout(null);
                Sender.Tell(Context.ReceiveTimeout?.ToString() ?? "null");
            });
            ReceiveAny(_ => Sender.Tell("pong"));
        }
    }
}
