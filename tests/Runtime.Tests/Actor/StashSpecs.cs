using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Actors;

public sealed class StashSpecs : TestKit
{
    [Fact]
    public void Stashed_messages_come_back_in_their_order_and_before_newer_ones()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Gate(TestActor)));

        foreach (var message in new object[] { 1, 2, "open", 3 })
        {
            actor.Tell(message);
        }

        ExpectOpen(1);
        ExpectOpen(2);
        ExpectOpen(3);
    }

    [Fact]
    public void A_stashed_message_keeps_its_sender()
    {
        var probe = CreateTestProbe();
        var actor = Sys.ActorOf(Props.Create(() => new Gate(TestActor)));

        actor.Tell(1, probe.Ref);
        actor.Tell("open", TestActor);

        ExpectMsg<(object, string)>(answer => Assert.Equal((1, probe.Ref.Path.Name), answer));
    }

    [Fact]
    public void One_message_can_be_taken_back_at_a_time()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Gate(TestActor)));

        foreach (var message in new object[] { 1, 2, 3, "one" })
        {
            actor.Tell(message);
        }

        ExpectMsg(1);
        actor.Tell("count", TestActor);
        ExpectMsg(2);
    }

    [Fact]
    public void A_message_is_stashed_once()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Gate(TestActor)));

        actor.Tell("twice");

        ExpectMsg<IllegalActorStateException>();
    }

    [Fact]
    public void A_restart_puts_stashed_messages_back_into_the_mailbox()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Gate(TestActor)));

        foreach (var message in new object[] { 1, "fail", "open", 2 })
        {
            actor.Tell(message);
        }

        // The new instance finds 1 in front of it and stashes it once more.
        ExpectOpen(1);
        ExpectOpen(2);
    }

    [Fact]
    public void What_a_stopped_actor_had_stashed_becomes_dead_letters()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.DeadLetter));
        var actor = Sys.ActorOf(Props.Create(() => new Gate(TestActor)));

        actor.Tell(1);
        actor.Tell(PoisonPill.Instance);

        Assert.Equal(1, ExpectMsg<Akka.Event.DeadLetter>().Message);
    }

    [Fact]
    public void A_cleared_stash_is_empty()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Gate(TestActor)));

        foreach (var message in new object[] { 1, 2, "clear", "open", 3 })
        {
            actor.Tell(message);
        }

        ExpectMsg("cleared 1, 2");
        ExpectOpen(3);
    }

    [Fact]
    public async Task A_stashed_notice_of_an_actors_end_is_delivered_later()
    {
        var subject = Sys.ActorOf(Props.Empty);
        var actor = Sys.ActorOf(Props.Create(() => new Gate(TestActor)));
        actor.Tell(new Gate.Observe(subject), TestActor);
        ExpectMsg("observing");

        Sys.Stop(subject);
        Watch(subject);
        ExpectTerminated(subject);
        await AwaitAssertAsync(async () => Assert.Equal(1, await actor.Ask<int>("count", TimeSpan.FromSeconds(10))));
        actor.Tell("open");

        ExpectOpen("terminated");
    }

    /// <summary>Expects what an opened gate lets through.</summary>
    private void ExpectOpen(object message) =>
        Assert.Equal(message, ExpectMsg<(object Message, string Sender)>().Message);

    /// <summary>Puts aside what comes before it is opened.</summary>
    private sealed class Gate : ReceiveActor, IWithUnboundedStash
    {
        public Gate(IActorRef report)
        {
            Receive<Observe>(observe =>
            {
                Context.Watch(observe.Subject);
                Sender.Tell("observing");
            });
            Receive<string>(text =>
            {
                switch (text)
                {
                    case "open":
                        Become(() => ReceiveAny(message =>
                        {
                            report.Tell((message is Terminated ? "terminated" : message, Sender.Path.Name));
                        }));
                        Stash.UnstashAll();
                        break;
                    case "one":
                        Become(() =>
                        {
                            Receive<string>(_ => Sender.Tell(Stash.Count));
                            ReceiveAny(report.Tell);
                        });
                        Stash.Unstash();
                        break;
                    case "count":
                        Sender.Tell(Stash.Count);
                        break;
                    case "clear":
                        report.Tell($"cleared {string.Join(", ", Stash.ClearStash().Select(envelope => envelope.Message))}");
                        break;
                    case "twice":
                        Stash.Stash();
                        report.Tell(Record(Stash.Stash));
                        break;
                    default:
                        throw new InvalidOperationException("on purpose");
                }
            });
            ReceiveAny(_ => Stash.Stash());
        }

        public IStash Stash { get; set; } = null!;

        private static Exception Record(Action action)
        {
            try
            {
                action();
                return new InvalidOperationException("nothing was thrown");
            }
            catch (IllegalActorStateException error)
            {
                return error;
            }
        }

        public sealed record Observe(IActorRef Subject);
    }
}
