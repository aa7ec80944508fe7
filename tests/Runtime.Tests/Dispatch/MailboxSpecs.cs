using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Dispatching;

public sealed class MailboxSpecs : TestKit
{
    private const string Settings = """
        small { mailbox-type = "Akka.Dispatch.BoundedMailbox", mailbox-capacity = 2, mailbox-push-timeout-time = 10ms }
        patient { mailbox-type = "Akka.Dispatch.BoundedMailbox", mailbox-capacity = 1, mailbox-push-timeout-time = 10s }
        dispatcher-with-mailbox {
          type = Dispatcher
          mailbox-type = "Akka.Dispatch.BoundedMailbox"
          mailbox-capacity = 2
          mailbox-push-timeout-time = 10ms
        }
        wrong { mailbox-type = "No.Such.Mailbox" }
        """;

    public MailboxSpecs()
        : base(Settings)
    {
    }

    [Fact]
    public void What_a_full_mailbox_cannot_take_in_time_becomes_a_dead_letter() =>
        AssertHoldsTwo(Props.Create(() => new Held(TestActor)).WithMailbox("small"));

    [Fact]
    public void The_mailbox_can_be_that_of_the_dispatcher() =>
        AssertHoldsTwo(Props.Create(() => new Held(TestActor)).WithDispatcher("dispatcher-with-mailbox"));

    [Fact]
    public async Task A_sender_waits_for_room_in_a_full_mailbox()
    {
        using var hold = new ManualResetEventSlim();
        var actor = Sys.ActorOf(Props.Create(() => new Held(TestActor)).WithMailbox("patient"));
        actor.Tell(hold);
        ExpectMsg("holding");
        actor.Tell(1);

        var sender = Task.Run(() => actor.Tell(2));
        hold.Set();
        await sender;

        ExpectMsg(1);
        ExpectMsg(2);
    }

    [Fact]
    public void System_messages_overtake_those_of_users()
    {
        using var hold = new ManualResetEventSlim();
        var parent = Sys.ActorOf(Props.Create(() => new StopsItsChild(TestActor)));
        var child = ExpectMsg<IActorRef>();
        Watch(child);
        child.Tell(hold);
        ExpectMsg("holding");
        child.Tell(1);

        parent.Tell(hold);

        ExpectTerminated(child);
    }

    [Fact]
    public void A_backlog_of_many_messages_is_processed_in_order()
    {
        const int Many = 100_000;
        using var hold = new ManualResetEventSlim();
        var actor = Sys.ActorOf(Props.Create(() => new Sequence(TestActor)));
        actor.Tell(hold);
        for (var number = 0; number < Many; number++)
        {
            actor.Tell(number);
        }

        hold.Set();
        actor.Tell("count", TestActor);

        ExpectMsg(Many, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_mailbox_that_is_not_configured_is_an_error() =>
        Assert.Throws<ConfigurationException>(() => Sys.ActorOf(Props.Empty.WithMailbox("none")));

    [Fact]
    public void A_mailbox_type_that_does_not_exist_is_an_error() =>
        Assert.Throws<ConfigurationException>(() => Sys.ActorOf(Props.Empty.WithMailbox("wrong")));

    private void AssertHoldsTwo(Props props)
    {
        var deadLetters = CreateTestProbe();
        Sys.EventStream.Subscribe(deadLetters.Ref, typeof(DeadLetter));
        using var hold = new ManualResetEventSlim();
        var actor = Sys.ActorOf(props);
        actor.Tell(hold);
        ExpectMsg("holding");

        for (var number = 1; number <= 3; number++)
        {
            actor.Tell(number);
        }

        Assert.Equal(3, deadLetters.ExpectMsg<DeadLetter>().Message);
        hold.Set();
        ExpectMsg(1);
        ExpectMsg(2);
    }

    private sealed class Held : ReceiveActor
    {
        public Held(IActorRef report)
        {
            Receive<ManualResetEventSlim>(hold =>
            {
                report.Tell("holding");
                hold.Wait(TimeSpan.FromSeconds(10));
            });
            ReceiveAny(report.Tell);
        }
    }

    private sealed class StopsItsChild : ReceiveActor
    {
        public StopsItsChild(IActorRef report)
        {
            var child = Context.ActorOf(Props.Create(() => new Held(report)));
            Receive<ManualResetEventSlim>(hold =>
            {
                Context.Stop(child);
                hold.Set();
            });
            report.Tell(child);
        }
    }

    private sealed class Sequence : ReceiveActor
    {
        public Sequence(IActorRef report)
        {
            var next = 0;
            Receive<ManualResetEventSlim>(hold => hold.Wait(TimeSpan.FromSeconds(10)));
            Receive<string>(_ => report.Tell(next));
            Receive<int>(number => next = number == next ? next + 1 : -1);
        }
    }
}
