using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using TestSupport;

namespace Runtime.Tests.Testing;

public class ProbeSpecs : TestKit
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void A_probe_gets_its_own_messages_only()
    {
        var one = CreateTestProbe();
        var other = CreateTestProbe("other");

        one.Ref.Tell(1);
        other.Ref.Tell(2);

        one.ExpectMsg(1);
        other.ExpectMsg(2);
        Assert.False(HasMessages);
        Assert.Equal("other", other.Ref.Path.Name);
    }

    [Fact]
    public void What_a_probe_sends_comes_from_it()
    {
        var probe = CreateTestProbe();

        probe.Send(TestActor, "ping");

        ExpectMsg("ping");
        Assert.Equal(probe.Ref, LastSender);
    }

    [Fact]
    public void A_reply_goes_to_who_told_the_message_last_taken()
    {
        var probe = CreateTestProbe();
        probe.Ref.Tell("ping");
        probe.ExpectMsg("ping");

        probe.Reply("pong");

        ExpectMsgFrom(probe.Ref, "pong");
        Assert.Equal(TestActor, probe.Sender);
        Assert.Equal(TestActor, probe.LastSender);
    }

    [Fact]
    public void What_a_probe_forwards_comes_from_its_first_sender()
    {
        var client = CreateTestProbe();
        var proxy = CreateTestProbe();
        client.Send(proxy.Ref, "ping");
        proxy.ExpectMsg("ping");

        proxy.Forward(TestActor);
        proxy.Forward(TestActor, "ping again");

        ExpectMsgFrom(client.Ref, "ping");
        ExpectMsgFrom(client.Ref, "ping again");
    }

    [Fact]
    public void A_probe_watches_for_itself()
    {
        var probe = CreateTestProbe();
        var actor = probe.Watch(Sys.ActorOf(Props.Empty));

        Sys.Stop(actor);

        probe.ExpectTerminated(actor);
        Assert.False(HasMessages);
    }

    [Fact]
    public void A_probe_may_be_used_as_the_reference_it_has()
    {
        var probe = CreateTestProbe();
        IActorRef reference = probe;

        reference.Tell("ping", TestActor);

        probe.ExpectMsgFrom(TestActor, "ping");
        Assert.Equal(probe.Ref, reference);
        Assert.Equal(probe.Ref.Path, reference.Path);
    }

    [Fact]
    public void A_stopped_probe_is_seen_to_stop()
    {
        var probe = CreateTestProbe();
        Watch(probe.Ref);

        Sys.Stop(probe.Ref);

        ExpectTerminated(probe.Ref);
    }

    [Fact]
    public async Task A_probe_is_the_parent_of_its_children()
    {
        var probe = CreateTestProbe();

        var child = probe.ChildActorOf<TellsParent>("child");
        var unnamed = await probe.ChildActorOfAsync<TellsParent>();

        Assert.Equal(probe.Ref.Path / "child", child.Path);
        Assert.Equal(probe.Ref.Path, unnamed.Path.Parent);
        child.Tell("one");
        probe.ExpectMsgFrom(child, "one");
        unnamed.Tell("two");
        probe.ExpectMsgFrom(unnamed, "two");
    }

    [BundledOnlyFact("The strategy is kept and never asked: the child is restarted.")]
    public void A_child_is_supervised_as_asked_for()
    {
        var probe = CreateTestProbe();
        var child = probe.ChildActorOf<Fragile>("child", SupervisorStrategy.StoppingStrategy);
        var other = probe.ChildActorOf<Fragile>("other");
        probe.Watch(child);

        child.Tell("fail");
        other.Tell("fail");
        other.Tell("ping");

        probe.ExpectTerminated(child);
        ExpectMsgFrom(other, "ping");
    }

    [Fact]
    public void A_child_that_cannot_have_its_name_is_an_error_of_the_test()
    {
        var probe = CreateTestProbe();
        probe.ChildActorOf<TellsParent>("child");

        Assert.ThrowsAny<Exception>(() => probe.ChildActorOf<TellsParent>("child"));
    }

    [Fact]
    public void The_test_actor_has_children_too()
    {
        var child = ChildActorOf(Props.Create<TellsParent>(), "child");

        Assert.Equal(TestActor.Path / "child", child.Path);
        child.Tell("one");
        ExpectMsgFrom(child, "one");
    }

    [Fact]
    public void An_auto_pilot_answers_before_the_test_looks()
    {
        var probe = CreateTestProbe();
        probe.SetAutoPilot(new DelegateAutoPilot((sender, message) =>
        {
            sender.Tell($"re: {message}", ActorRefs.NoSender);
            return AutoPilot.KeepRunning;
        }));

        probe.Ref.Tell("one");
        probe.Ref.Tell("two");

        ExpectMsg("re: one");
        ExpectMsg("re: two");
        probe.ExpectMsg("one");
        probe.ExpectMsg("two");
    }

    [Fact]
    public void An_auto_pilot_may_hand_over_or_end()
    {
        var probe = CreateTestProbe();
        probe.SetAutoPilot(Answering("first", Answering("second", AutoPilot.NoAutoPilot)));

        for (var i = 0; i < 3; i++)
            probe.Ref.Tell(i);

        ExpectMsg("first");
        ExpectMsg("second");
        ExpectNoMsg(Soon);
        Assert.Equal([0, 1, 2], probe.ReceiveN(3).Cast<int>());
    }

    private static DelegateAutoPilot Answering(string answer, AutoPilot next) => new((sender, _) =>
    {
        sender.Tell(answer, ActorRefs.NoSender);
        return next;
    });

    private sealed class Fragile : ReceiveActor
    {
        public Fragile()
        {
            Receive<string>(text => text == "fail", _ => throw new InvalidOperationException("on purpose"));
            ReceiveAny(message => Sender.Tell(message));
        }
    }

    private sealed class TellsParent : ReceiveActor
    {
        public TellsParent() => ReceiveAny(message => Context.Parent.Tell(message));
    }
}
