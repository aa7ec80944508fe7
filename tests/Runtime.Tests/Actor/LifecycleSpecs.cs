using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Actors;

public sealed class LifecycleSpecs : TestKit
{
    [Fact]
    public void PreStart_comes_before_the_first_message_and_PostStop_after_the_last()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Hooks(TestActor)));
        actor.Tell("message");
        actor.Tell(PoisonPill.Instance);

        ExpectMsg("constructor");
        ExpectMsg("PreStart");
        ExpectMsg("message");
        ExpectMsg("PostStop");
    }

    [Fact]
    public void A_restart_ends_the_old_instance_before_the_new_one_begins()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Hooks(TestActor)));
        actor.Tell("fail");
        actor.Tell("next");

        ExpectMsg("constructor");
        ExpectMsg("PreStart");
        ExpectMsg("PreRestart fail");
        ExpectMsg("PostStop");
        ExpectMsg("constructor");
        ExpectMsg("PostRestart on purpose");
        ExpectMsg("PreStart");
        ExpectMsg("next");
    }

    [Fact]
    public void A_restarted_actor_keeps_its_mailbox_and_its_reference_but_not_its_state()
    {
        var counter = Sys.ActorOf(Props.Create(() => new Counter()));
        counter.Tell("count");
        counter.Tell("fail");
        counter.Tell("count");
        counter.Tell("count");

        counter.Tell("report", TestActor);

        ExpectMsg(2);
        Assert.Equal(counter, LastSender);
    }

    [Fact]
    public void An_actor_whose_constructor_throws_is_stopped()
    {
        var actor = Sys.ActorOf(Props.Create(() => new FailsToStart(true, TestActor)));

        Watch(actor);

        ExpectTerminated(actor);
    }

    [Fact]
    public void An_actor_whose_PreStart_throws_is_stopped_without_PostStop()
    {
        var actor = Sys.ActorOf(Props.Create(() => new FailsToStart(false, TestActor)));

        Watch(actor);

        ExpectTerminated(actor);
    }

    [Fact]
    public void The_default_PreRestart_stops_the_children_and_waits_for_them()
    {
        var parent = Sys.ActorOf(Props.Create(() => new ParentOf("child", TestActor)));
        ExpectMsg("started child");

        parent.Tell("fail");

        ExpectMsg("stopped child");
        ExpectMsg("started child");
    }

    [Fact]
    public void Children_that_PreRestart_leaves_alone_are_restarted_with_their_parent()
    {
        var parent = Sys.ActorOf(Props.Create(() => new KeepsChildren(TestActor)));
        ExpectMsg("child started");

        parent.Tell("fail");

        ExpectMsg("child restarting: on purpose");
        ExpectMsg("child started");
    }

    [Fact]
    public void Children_stop_before_their_parents_PostStop()
    {
        var parent = Sys.ActorOf(Props.Create(() => new ParentOf("a", TestActor)));
        ExpectMsg("started a");

        Sys.Stop(parent);

        ExpectMsg("stopped a");
        ExpectMsg("parent stopped");
    }

    [Fact]
    public void An_exception_in_PostStop_does_not_keep_the_actor_alive()
    {
        var actor = Watch(Sys.ActorOf(Props.Create(() => new FailsToStop())));

        Sys.Stop(actor);

        ExpectTerminated(actor);
    }

    [Fact]
    public void An_exception_in_PreRestart_does_not_prevent_the_restart()
    {
        var actor = Sys.ActorOf(Props.Create(() => new FailsToRestart(TestActor)));

        actor.Tell("fail");
        actor.Tell("alive?");

        ExpectMsg("alive?");
    }

    [Fact]
    public void An_actor_can_stop_itself_in_its_constructor()
    {
        var actor = Sys.ActorOf(Props.Create(() => new StopsAtOnce(TestActor)));
        Watch(actor);

        ExpectMsg("PostStop");
        ExpectTerminated(actor);
    }

    private sealed class Hooks : UntypedActor
    {
        private readonly IActorRef _report;

        public Hooks(IActorRef report)
        {
            _report = report;
            report.Tell("constructor");
        }

        protected override void OnReceive(object message)
        {
            if (message is "fail")
            {
                throw new InvalidOperationException("on purpose");
            }

            _report.Tell(message);
        }

        protected override void PreStart() => _report.Tell("PreStart");

        protected override void PostStop() => _report.Tell("PostStop");

        protected override void PreRestart(Exception reason, object? message)
        {
            _report.Tell($"PreRestart {message}");
            base.PreRestart(reason, message);
        }

        protected override void PostRestart(Exception reason)
        {
            _report.Tell($"PostRestart {reason.Message}");
            base.PostRestart(reason);
        }
    }

    private sealed class Counter : ReceiveActor
    {
        public Counter()
        {
            var count = 0;
            Receive<string>(text => text == "count", _ => count++);
            Receive<string>(text => text == "report", _ => Sender.Tell(count));
            ReceiveAny(_ => throw new InvalidOperationException("on purpose"));
        }
    }

    private sealed class FailsToStart : UntypedActor
    {
        private readonly IActorRef _report;

        public FailsToStart(bool inConstructor, IActorRef report)
        {
            _report = report;
            if (inConstructor)
            {
                throw new InvalidOperationException("on purpose");
            }
        }

        protected override void PreStart() => throw new InvalidOperationException("on purpose");

        protected override void PostStop() => _report.Tell("PostStop");

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class ParentOf : UntypedActor
    {
        private readonly IActorRef _report;

        public ParentOf(string child, IActorRef report)
        {
            _report = report;
            Context.ActorOf(Props.Create(() => new Child(report)), child);
        }

        protected override void OnReceive(object message) => throw new InvalidOperationException("on purpose");

        protected override void PreRestart(Exception reason, object? message)
        {
            foreach (var child in Context.GetChildren())
            {
                Context.Stop(child);
            }
        }

        protected override void PostStop() => _report.Tell("parent stopped");
    }

    private sealed class Child : UntypedActor
    {
        private readonly IActorRef _report;

        public Child(IActorRef report) => _report = report;

        protected override void PreStart() => _report.Tell($"started {Self.Path.Name}");

        protected override void PostStop() => _report.Tell($"stopped {Self.Path.Name}");

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class KeepsChildren : UntypedActor
    {
        private readonly IActorRef _report;

        public KeepsChildren(IActorRef report) => _report = report;

        protected override void PreStart() => Context.ActorOf(Props.Create(() => new KeptChild(_report)), "kept");

        protected override void OnReceive(object message) => throw new InvalidOperationException("on purpose");

        protected override void PreRestart(Exception reason, object? message)
        {
        }

        protected override void PostRestart(Exception reason)
        {
        }
    }

    private sealed class KeptChild : UntypedActor
    {
        private readonly IActorRef _report;

        public KeptChild(IActorRef report) => _report = report;

        protected override void PreStart() => _report.Tell("child started");

        protected override void PreRestart(Exception reason, object? message) =>
            _report.Tell($"child restarting: {reason.Message}");

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class FailsToStop : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }

        protected override void PostStop() => throw new InvalidOperationException("on purpose");
    }

    private sealed class FailsToRestart : UntypedActor
    {
        private readonly IActorRef _report;

        public FailsToRestart(IActorRef report) => _report = report;

        protected override void OnReceive(object message)
        {
            if (message is "fail")
            {
                throw new InvalidOperationException("on purpose");
            }

            _report.Tell(message);
        }

        protected override void PreRestart(Exception reason, object? message) =>
            throw new InvalidOperationException("this too");
    }

    private sealed class StopsAtOnce : UntypedActor
    {
        private readonly IActorRef _report;

        public StopsAtOnce(IActorRef report)
        {
            _report = report;
            Context.Stop(Self);
        }

        protected override void OnReceive(object message)
        {
        }

        protected override void PostStop() => _report.Tell("PostStop");
    }
}
