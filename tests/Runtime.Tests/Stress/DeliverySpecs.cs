using Akka.Actor;

namespace Runtime.Tests.Stress;

public sealed class DeliverySpecs : StressSpecs
{
    private const int Receivers = 4;
    private const int MessagesPerPair = 50_000;
    private const int MessagesPerBoundedPair = 10_000;

    private const string Settings = """
        one-thread { type = ForkJoinDispatcher, dedicated-thread-pool { thread-count = 1 } }
        two-threads { type = ForkJoinDispatcher, dedicated-thread-pool { thread-count = 2 } }
        pinned { type = PinnedDispatcher, executor = fork-join-executor }
        short-turns { type = Dispatcher, throughput = 1 }
        long-turns { type = Dispatcher, throughput = 1000 }
        full { mailbox-type = "Akka.Dispatch.BoundedMailbox", mailbox-capacity = 10, mailbox-push-timeout-time = 0s }
        """;

    public DeliverySpecs()
        : base(Settings)
    {
    }

    [Theory]
    [InlineData("akka.actor.default-dispatcher")]
    [InlineData("one-thread")]
    [InlineData("two-threads")]
    [InlineData("pinned")]
    [InlineData("short-turns")]
    [InlineData("long-turns")]
    public async Task Every_message_arrives_once_and_in_order(string dispatcher)
    {
        var props = Props.Create(() => new Receiver()).WithDispatcher(dispatcher);

        await new Traffic(Sys, Spawn(props), MessagesPerPair).RunAsync();
    }

    [Fact]
    public async Task What_a_full_mailbox_cannot_take_is_a_dead_letter_and_the_rest_arrives_in_order()
    {
        var props = Props.Create(() => new Receiver()).WithMailbox("full");

        await new Traffic(Sys, Spawn(props), MessagesPerBoundedPair).RunAsync();
    }

    private IActorRef[] Spawn(Props props) => [.. Enumerable.Range(0, Receivers).Select(_ => Sys.ActorOf(props))];

    private sealed class Receiver : ReceiveActor
    {
        public Receiver() => Receive<Lane.Numbered>(message => message.Deliver());
    }
}
