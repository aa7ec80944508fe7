using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Actors;

public sealed class StopSpecs : TestKit
{
    [Fact]
    public void A_PoisonPill_takes_effect_after_the_messages_before_it()
    {
        var actor = Watch(Sys.ActorOf(Props.Create(() => new Echo(TestActor))));

        actor.Tell(1);
        actor.Tell(2);
        actor.Tell(PoisonPill.Instance);
        actor.Tell(3);

        ExpectMsg(1);
        ExpectMsg(2);
        ExpectTerminated(actor);
    }

    [Fact]
    public void Messages_behind_a_PoisonPill_become_dead_letters_once()
    {
        var deadLetters = CreateTestProbe();
        Sys.EventStream.Subscribe(deadLetters.Ref, typeof(DeadLetter));
        var actor = Sys.ActorOf(Props.Create(() => new Echo(TestActor)));

        actor.Tell(PoisonPill.Instance);
        actor.Tell("late", TestActor);
        Watch(actor);
        ExpectTerminated(actor);
        actor.Tell("later", TestActor);

        Assert.Equal("late", deadLetters.ExpectMsg<DeadLetter>().Message);
        Assert.Equal("later", deadLetters.ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void Stop_takes_effect_after_the_message_being_processed()
    {
        var actor = Sys.ActorOf(Props.Create(() => new StopsItself(TestActor)));
        Watch(actor);

        actor.Tell("first");
        actor.Tell("second");

        ExpectMsg("first");
        ExpectTerminated(actor);
    }

    [Fact]
    public void Stopping_twice_is_stopping_once()
    {
        var parent = Sys.ActorOf(Props.Create(() => new StopsChildTwice(TestActor)));

        parent.Tell("go");

        ExpectMsg("terminated");
        parent.Tell(new Identify(1), TestActor);
        ExpectMsg<ActorIdentity>();
    }

    [Fact]
    public void A_killed_actor_fails_and_is_stopped_by_default()
    {
        var actor = Watch(Sys.ActorOf(Props.Create(() => new Echo(TestActor))));

        actor.Tell(Kill.Instance);

        ExpectTerminated(actor);
    }

    [Fact]
    public void A_killed_actor_may_be_restarted_by_its_supervisor()
    {
        var parent = Sys.ActorOf(Props.Create(() => new RestartsTheKilled()));
        parent.Tell(Props.Create(() => new Echo(TestActor)), TestActor);
        var actor = ExpectMsg<IActorRef>();

        actor.Tell(Kill.Instance);
        actor.Tell("alive");

        ExpectMsg("killed");
        ExpectMsg("alive");
    }

    [Fact]
    public void An_actor_can_be_stopped_while_its_parent_decides_about_its_failure()
    {
        var actor = Watch(Sys.ActorOf(Props.Create(() => new Echo(TestActor))));

        actor.Tell(new InvalidOperationException("on purpose"));
        Sys.Stop(actor);

        ExpectTerminated(actor);
    }

    [Fact]
    public void A_parent_with_many_children_stops_them_all()
    {
        var parent = Watch(Sys.ActorOf(Props.Create(() => new ParentOfMany(TestActor))));

        Sys.Stop(parent);

        Assert.All(ReceiveN(100), message => Assert.Equal("stopped", message));
        ExpectTerminated(parent);
    }

    private sealed class Echo : ReceiveActor
    {
        private readonly IActorRef _report;

        public Echo(IActorRef report)
        {
            _report = report;
            Receive<Exception>(error => throw error);
            ReceiveAny(report.Tell);
        }

        protected override void PreRestart(Exception reason, object? message)
        {
            if (reason is ActorKilledException)
            {
                _report.Tell("killed");
            }

            base.PreRestart(reason, message);
        }
    }

    private sealed class StopsItself : UntypedActor
    {
        private readonly IActorRef _report;

        public StopsItself(IActorRef report) => _report = report;

        protected override void OnReceive(object message)
        {
            Context.Stop(Self);
            _report.Tell(message);
        }
    }

    private sealed class StopsChildTwice : ReceiveActor
    {
        public StopsChildTwice(IActorRef report)
        {
            var child = Context.Watch(Context.ActorOf(Props.Empty));
            Receive<string>(_ =>
            {
                Context.Stop(child);
                Context.Stop(child);
            });
            Receive<Terminated>(_ => report.Tell("terminated"));
        }
    }

    private sealed class RestartsTheKilled : ReceiveActor
    {
        public RestartsTheKilled() => Receive<Props>(props => Sender.Tell(Context.ActorOf(props)));

        protected override SupervisorStrategy SupervisorStrategy() =>
            new OneForOneStrategy(cause => cause is ActorKilledException ? Directive.Restart : Directive.Stop);
    }

    private sealed class ParentOfMany : UntypedActor
    {
        public ParentOfMany(IActorRef report)
        {
            for (var i = 0; i < 100; i++)
            {
                Context.ActorOf(Props.Create(() => new TellsItsEnd(report)));
            }
        }

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class TellsItsEnd : UntypedActor
    {
        private readonly IActorRef _report;

        public TellsItsEnd(IActorRef report) => _report = report;

        protected override void OnReceive(object message)
        {
        }

        protected override void PostStop() => _report.Tell("stopped");
    }
}
