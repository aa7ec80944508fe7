using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Testing;

public class TestActorRefSpecs : TestKit
{
    [Fact]
    public void A_message_is_handled_before_Tell_returns()
    {
        var counter = ActorOfAsTestActorRef<Counter>("counter");

        counter.Tell("one");
        counter.Tell("two");

        Assert.Equal(2, counter.UnderlyingActor.Count);
        Assert.Equal(Environment.CurrentManagedThreadId, counter.UnderlyingActor.Thread);
        Assert.Equal("counter", counter.Path.Name);
    }

    [Fact]
    public void It_is_made_by_type_by_factory_and_by_props()
    {
        var start = 5;

        Assert.Equal(0, ActorOfAsTestActorRef<Counter>().UnderlyingActor.Count);
        Assert.Equal(5, ActorOfAsTestActorRef(() => new Counter(start)).UnderlyingActor.Count);
        Assert.Equal(5, ActorOfAsTestActorRef<Counter>(Props.Create(() => new Counter(start))).UnderlyingActor.Count);
    }

    [Fact]
    public void It_answers_as_any_actor_does()
    {
        var counter = ActorOfAsTestActorRef<Counter>();

        counter.Tell("report", TestActor);

        ExpectMsgFrom(counter.Ref, 1);
        Assert.Equal(counter.Ref, LastSender);
    }

    [Fact]
    public void Receive_goes_past_the_mailbox_and_names_the_sender()
    {
        var counter = ActorOfAsTestActorRef<Counter>();
        var probe = CreateTestProbe();

        counter.Receive("report", probe.Ref);

        probe.ExpectMsgFrom(counter.Ref, 1);
    }

    [Fact]
    public void What_Receive_throws_comes_out_and_does_no_harm()
    {
        var counter = ActorOfAsTestActorRef<Counter>();
        counter.Tell("one");

        Assert.Throws<InvalidOperationException>(() => counter.Receive("fail"));

        Assert.Equal(2, counter.UnderlyingActor.Count);
    }

    [Fact]
    public void What_Tell_makes_it_throw_goes_to_its_supervisor()
    {
        var counter = ActorOfAsTestActorRef<Counter>();
        var before = counter.UnderlyingActor;

        counter.Tell("fail");

        AwaitAssert(() => Assert.NotSame(before, counter.UnderlyingActor));
        Assert.Equal(0, counter.UnderlyingActor.Count);
    }

    [Fact]
    public void It_may_have_a_supervisor_of_the_tests_choice()
    {
        var parent = ActorOfAsTestActorRef<Counter>("parent");

        var child = ActorOfAsTestActorRef<Counter>(Props.Create<Counter>(), parent.Ref, "child");

        Assert.Equal(parent.Path / "child", child.Path);
    }

    [Fact]
    public void It_is_watched_and_stopped_as_any_actor_is()
    {
        var counter = ActorOfAsTestActorRef<Counter>();
        Watch(counter);

        Sys.Stop(counter);

        ExpectTerminated(counter.Ref);
        AwaitAssert(() => Assert.ThrowsAny<Exception>(() => counter.UnderlyingActor));
    }

    [Fact]
    public void It_watches_whom_it_is_told_to()
    {
        var counter = ActorOfAsTestActorRef<Counter>();
        var subject = Sys.ActorOf(Props.Empty);
        counter.Watch(subject);

        Sys.Stop(subject);

        AwaitAssert(() => Assert.Equal(subject, counter.UnderlyingActor.Lost));
    }

    [Fact]
    public void An_actor_made_while_another_runs_does_not_take_its_place()
    {
        var outer = ActorOfAsTestActorRef<Relay>();
        var inner = ActorOfAsTestActorRef<Counter>();

        outer.Tell(inner.Ref);

        Assert.Equal(1, inner.UnderlyingActor.Count);
        Assert.Equal(outer.Ref, outer.UnderlyingActor.SelfAfterwards);
    }

    [Fact]
    public void An_actor_may_ask_for_the_calling_threads_dispatcher_by_name()
    {
        var counter = Sys.ActorOf(Props.Create<Counter>().WithDispatcher(CallingThreadDispatcher.Id));
        counter.Tell("report");
        ExpectMsg(1);

        counter.Tell("report");

        Assert.True(HasMessages);
    }

    private sealed class Counter : ReceiveActor
    {
        public Counter()
            : this(0)
        {
        }

        public Counter(int start)
        {
            Count = start;
            Receive<string>(text =>
            {
                Count++;
                Thread = Environment.CurrentManagedThreadId;
                if (text == "fail")
                    throw new InvalidOperationException("on purpose");
                if (text == "report")
                    Sender.Tell(Count);
            });
            Receive<Terminated>(terminated => Lost = terminated.ActorRef);
        }

        public int Count { get; private set; }

        public int Thread { get; private set; }

        public IActorRef? Lost { get; private set; }
    }

    private sealed class Relay : ReceiveActor
    {
        public Relay() => Receive<IActorRef>(target =>
        {
            target.Tell("report");
            SelfAfterwards = Context.Self;
        });

        public IActorRef? SelfAfterwards { get; private set; }
    }
}
