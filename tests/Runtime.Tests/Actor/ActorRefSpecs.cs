using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Actors;

public sealed class ActorRefSpecs : TestKit
{
    [Fact]
    public void A_null_message_is_refused() =>
        Assert.Throws<ArgumentNullException>(() => TestActor.Tell(null!, ActorRefs.NoSender));

    [Fact]
    public void Messages_of_one_sender_keep_their_order()
    {
        var forwarder = Sys.ActorOf(Props.Create(() => new Forwarder(TestActor)));
        var numbers = Enumerable.Range(0, 10_000).ToArray();

        foreach (var number in numbers)
        {
            forwarder.Tell(number);
        }

        Assert.Equal(numbers, ReceiveN(numbers.Length, TimeSpan.FromSeconds(10)).Cast<int>());
    }

    [Fact]
    public void Every_message_of_many_senders_arrives_once_and_in_each_senders_order()
    {
        const int Senders = 4;
        const int Messages = 20_000;
        var counter = Sys.ActorOf(Props.Create(() => new OrderCheck(Senders, Messages, TestActor)));

        Parallel.For(0, Senders, sender =>
        {
            for (var number = 0; number < Messages; number++)
            {
                counter.Tell((sender, number));
            }
        });

        ExpectMsg("all in order", TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_message_of_nobody_has_dead_letters_as_its_sender()
    {
        var echo = Sys.ActorOf(Props.Create(() => new SenderPath(TestActor)));

        echo.Tell("x", ActorRefs.NoSender);

        ExpectMsg(Sys.DeadLetters.Path.ToString());
    }

    [Fact]
    public void An_actor_that_tells_is_the_sender()
    {
        var forwarder = Sys.ActorOf(Props.Create(() => new Forwarder(TestActor)));

        forwarder.Tell("x");

        ExpectMsg("x");
        Assert.Equal(forwarder, LastSender);
    }

    [Fact]
    public void Forwarding_keeps_the_sender()
    {
        var probe = CreateTestProbe();
        var forwarder = Sys.ActorOf(Props.Create(() => new Forwarder(probe.Ref)));

        forwarder.Tell(new Forwarder.PassOn("x"), TestActor);

        probe.ExpectMsg("x");
        Assert.Equal(TestActor, probe.LastSender);
    }

    [Fact]
    public async Task References_of_different_actors_differ()
    {
        var a = Sys.ActorOf(Props.Empty, "a");
        var b = Sys.ActorOf(Props.Empty, "b");

        Assert.NotEqual(a, b);
        Assert.True(a.CompareTo(b) < 0);
        Assert.Equal(a, await Sys.ActorSelection("/user/a").ResolveOne(TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public void Null_and_nobody_are_nobody()
    {
        Assert.True(ActorRefs.NoSender.IsNobody());
        Assert.True(ActorRefs.Nobody.IsNobody());
        Assert.False(TestActor.IsNobody());
    }

    [Fact]
    public void Any_actor_answers_Identify()
    {
        var actor = Sys.ActorOf(Props.Empty);

        actor.Tell(new Identify(7), TestActor);

        ExpectMsg(new ActorIdentity(7, actor));
    }

    private sealed class Forwarder : ReceiveActor
    {
        public Forwarder(IActorRef target)
        {
            Receive<PassOn>(message => target.Forward(message.Message));
            ReceiveAny(message => target.Tell(message));
        }

        public sealed record PassOn(object Message);
    }

    private sealed class SenderPath : UntypedActor
    {
        private readonly IActorRef _target;

        public SenderPath(IActorRef target) => _target = target;

        protected override void OnReceive(object message) => _target.Tell(Sender.Path.ToString()!);
    }

    private sealed class OrderCheck : ReceiveActor
    {
        public OrderCheck(int senders, int messages, IActorRef report)
        {
            var next = new int[senders];
            Receive<(int Sender, int Number)>(message =>
            {
                if (next[message.Sender]++ != message.Number)
                {
                    report.Tell($"sender {message.Sender}: {message.Number} came as number {next[message.Sender] - 1}");
                }
                else if (next.All(count => count == messages))
                {
                    report.Tell("all in order");
                }
            });
        }
    }
}
