using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Actors;

public sealed class SupervisionSpecs : TestKit
{
    [Fact]
    public void A_resumed_child_keeps_its_state_and_loses_the_message()
    {
        var child = ChildOf(new OneForOneStrategy(_ => Directive.Resume));

        child.Tell("count");
        child.Tell(new InvalidOperationException("on purpose"));
        child.Tell("count");
        child.Tell("report", TestActor);

        ExpectMsg(2);
    }

    [Fact]
    public void A_restarted_child_loses_its_state()
    {
        var child = ChildOf(new OneForOneStrategy(_ => Directive.Restart));

        child.Tell("count");
        child.Tell(new InvalidOperationException("on purpose"));
        child.Tell("report", TestActor);

        ExpectMsg(0);
    }

    [Fact]
    public void A_stopped_child_is_gone()
    {
        var child = ChildOf(new OneForOneStrategy(_ => Directive.Stop));
        Watch(child);

        child.Tell(new InvalidOperationException("on purpose"));

        ExpectTerminated(child);
    }

    [Fact]
    public void An_escalated_failure_is_the_parents()
    {
        var grandparent = Sys.ActorOf(Props.Create(() => new Parent(new OneForOneStrategy(ReportAndStop, true))));
        var parent = Spawn(grandparent, Props.Create(() => new Parent(new OneForOneStrategy(_ => Directive.Escalate))));
        var child = Spawn(parent, Props.Create(() => new Child()));
        Watch(parent);

        child.Tell(new InvalidOperationException("escalated"));

        ExpectMsg("escalated");
        ExpectTerminated(parent);
    }

    [Fact]
    public void One_for_one_leaves_the_siblings_alone()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Parent(new OneForOneStrategy(_ => Directive.Restart))));
        var (first, second) = (Spawn(parent, Props.Create(() => new Child())), Spawn(parent, Props.Create(() => new Child())));

        second.Tell("count");
        first.Tell(new InvalidOperationException("on purpose"));
        first.Tell("report", TestActor);
        ExpectMsg(0);
        second.Tell("report", TestActor);

        ExpectMsg(1);
    }

    [Fact]
    public void All_for_one_restarts_the_siblings_too()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Parent(new AllForOneStrategy(_ => Directive.Restart))));
        var (first, second) = (Spawn(parent, Props.Create(() => new Child())), Spawn(parent, Props.Create(() => new Child())));
        second.Tell("count");
        second.Tell("report", TestActor);
        ExpectMsg(1);

        first.Tell(new InvalidOperationException("on purpose"));
        first.Tell("report", TestActor);
        ExpectMsg(0);

        second.Tell("report", TestActor);
        ExpectMsg(0);
    }

    [Fact]
    public void All_for_one_stops_the_siblings_too()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Parent(new AllForOneStrategy(_ => Directive.Stop))));
        var (first, second) = (Spawn(parent, Props.Create(() => new Child())), Spawn(parent, Props.Create(() => new Child())));
        Watch(second);

        first.Tell(new InvalidOperationException("on purpose"));

        ExpectTerminated(second);
    }

    [Fact]
    public void A_child_that_was_restarted_too_often_is_stopped()
    {
        var child = ChildOf(new OneForOneStrategy(2, TimeSpan.FromMinutes(1), _ => Directive.Restart));
        Watch(child);

        child.Tell(new InvalidOperationException("1"));
        child.Tell(new InvalidOperationException("2"));
        child.Tell("report", TestActor);
        ExpectMsg(0);
        child.Tell(new InvalidOperationException("3"));

        ExpectTerminated(child);
    }

    [Fact]
    public void No_restart_is_allowed_with_zero_retries()
    {
        var child = ChildOf(new OneForOneStrategy(0, null, _ => Directive.Restart));
        Watch(child);

        child.Tell(new InvalidOperationException("on purpose"));

        ExpectTerminated(child);
    }

    [Fact]
    public void The_default_restarts_and_stops_what_was_killed()
    {
        var child = ChildOf(null);
        Watch(child);
        child.Tell("count");
        child.Tell(new InvalidOperationException("on purpose"));
        child.Tell("report", TestActor);
        ExpectMsg(0);

        child.Tell(Kill.Instance);

        ExpectTerminated(child);
    }

    [Fact]
    public void Props_override_the_actors_own_strategy()
    {
        var props = Props.Create(() => new Parent(new OneForOneStrategy(_ => Directive.Restart)))
            .WithSupervisorStrategy(new OneForOneStrategy(_ => Directive.Stop));
        var child = Spawn(Sys.ActorOf(props), Props.Create(() => new Child()));
        Watch(child);

        child.Tell(new InvalidOperationException("on purpose"));

        ExpectTerminated(child);
    }

    [Fact]
    public void A_table_decides_by_the_first_rule_that_fits()
    {
        var decider = Decider.From(
            Directive.Escalate,
            Directive.Resume.When<ArgumentNullException>(),
            Directive.Stop.When<ArgumentException>());

        Assert.Equal(Directive.Resume, decider.Decide(new ArgumentNullException()));
        Assert.Equal(Directive.Stop, decider.Decide(new ArgumentOutOfRangeException()));
        Assert.Equal(Directive.Escalate, decider.Decide(new InvalidOperationException()));
    }

    [Fact]
    public void A_supervisor_that_throws_has_failed_itself()
    {
        var grandparent = Sys.ActorOf(Props.Create(() => new Parent(new OneForOneStrategy(ReportAndStop, true))));
        var parent = Spawn(
            grandparent,
            Props.Create(() => new Parent(new OneForOneStrategy(_ => Throw("undecided")))));
        var child = Spawn(parent, Props.Create(() => new Child()));

        child.Tell(new InvalidOperationException("on purpose"));

        ExpectMsg("undecided");
    }

    [Fact]
    public void A_suspended_childs_messages_wait_for_the_parents_restart()
    {
        var grandparent = Sys.ActorOf(Props.Create(() => new Parent(new OneForOneStrategy(_ => Directive.Resume))));
        var parent = Spawn(grandparent, Props.Create(() => new Parent(new OneForOneStrategy(_ => Directive.Escalate))));
        var child = Spawn(parent, Props.Create(() => new Child()));

        child.Tell("count");
        child.Tell(new InvalidOperationException("on purpose"));
        child.Tell("count");
        child.Tell("report", TestActor);

        ExpectMsg(2);
    }

    private Directive ReportAndStop(Exception cause)
    {
        TestActor.Tell(cause.Message);
        return Directive.Stop;
    }

    private static Directive Throw(string message) => throw new InvalidOperationException(message);

    private IActorRef ChildOf(SupervisorStrategy? strategy) =>
        Spawn(Sys.ActorOf(Props.Create(() => new Parent(strategy))), Props.Create(() => new Child()));

    private IActorRef Spawn(IActorRef parent, Props props)
    {
        parent.Tell(props, TestActor);
        return ExpectMsg<IActorRef>();
    }

    private sealed class Parent : ReceiveActor
    {
        private readonly SupervisorStrategy? _strategy;

        public Parent(SupervisorStrategy? strategy)
        {
            _strategy = strategy;
            Receive<Props>(props => Sender.Tell(Context.ActorOf(props)));
        }

        protected override SupervisorStrategy SupervisorStrategy() => _strategy ?? base.SupervisorStrategy();
    }

    private sealed class Child : ReceiveActor
    {
        public Child()
        {
            var count = 0;
            Receive<Exception>(error => throw error);
            Receive<string>(text => text == "count", _ => count++);
            Receive<string>(text => text == "report", _ => Sender.Tell(count));
        }
    }
}
