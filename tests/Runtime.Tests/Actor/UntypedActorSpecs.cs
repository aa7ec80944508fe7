using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Actors;

public sealed class UntypedActorSpecs : TestKit
{
    [Fact]
    public void Behaviours_can_be_replaced_and_stacked()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Moody(TestActor)));

        foreach (var text in new[] { "1", "become", "2", "stack", "3", "unstack", "4", "unstack", "5" })
        {
            actor.Tell(text);
        }

        ExpectMsg("first 1");
        ExpectMsg("second 2");
        ExpectMsg("third 3");
        ExpectMsg("second 4");
        ExpectMsg("second unstack");
        ExpectMsg("second 5");
    }

    [Fact]
    public void Every_message_can_be_intercepted()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Intercepting(TestActor)));

        actor.Tell("x");

        ExpectMsg("around x");
        ExpectMsg("x");
    }

    [Fact]
    public void The_context_knows_where_the_actor_stands()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Parent()), "parent");

        actor.Tell("describe", TestActor);

        ExpectMsg("self parent, parent user, system test, children child, child child, nobody True");
    }

    [Fact]
    public void There_is_no_context_outside_of_the_actors_turn()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Leaking(TestActor)));

        actor.Tell("leak");

        ExpectMsg<NotSupportedException>();
    }

    private sealed class Moody : UntypedActor
    {
        private readonly IActorRef _report;

        public Moody(IActorRef report) => _report = report;

        protected override void OnReceive(object message)
        {
            if (message is "become")
            {
                Become(Second);
            }
            else
            {
                _report.Tell($"first {message}");
            }
        }

        private void Second(object message)
        {
            if (message is "stack")
            {
                BecomeStacked(Third);
            }
            else
            {
                _report.Tell($"second {message}");
            }
        }

        private void Third(object message)
        {
            if (message is "unstack")
            {
                UnbecomeStacked();
            }
            else
            {
                _report.Tell($"third {message}");
            }
        }
    }

    private sealed class Intercepting : UntypedActor
    {
        private readonly IActorRef _report;

        public Intercepting(IActorRef report) => _report = report;

        protected override bool AroundReceive(Receive receive, object message)
        {
            _report.Tell($"around {message}");
            return base.AroundReceive(receive, message);
        }

        protected override void OnReceive(object message) => _report.Tell(message);
    }

    private sealed class Parent : UntypedActor
    {
        public Parent() => Context.ActorOf(Props.Empty, "child");

        protected override void OnReceive(object message) => Sender.Tell(
            $"self {Self.Path.Name}, parent {Context.Parent.Path.Name}, system {Context.System.Name}, "
            + $"children {string.Join(' ', Context.GetChildren().Select(child => child.Path.Name))}, "
            + $"child {Context.Child("child").Path.Name}, nobody {Context.Child("none").IsNobody()}");
    }

    private sealed class Leaking : UntypedActor
    {
        private readonly IActorRef _report;

        public Leaking(IActorRef report) => _report = report;

        protected override void OnReceive(object message) => new Thread(() =>
        {
            try
            {
                _report.Tell(Context.System);
            }
            catch (NotSupportedException error)
            {
                _report.Tell(error);
            }
        }).Start();
    }
}
