using Akka.Actor;
using Akka.Event;

namespace Runtime.Tests.Stress;

/// <summary>Threads and actors that tell numbered messages to the same receivers, all at the same time.</summary>
internal sealed class Traffic
{
    private const int SenderThreads = 2;
    private const int SenderActors = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ActorSystem _system;
    private readonly IReadOnlyList<Route[]> _routesOfSenders;

    /// <param name="system">Where the sender actors live.</param>
    /// <param name="receivers">Who is told.</param>
    /// <param name="messagesPerPair">How many messages each sender tells each receiver.</param>
    public Traffic(ActorSystem system, IReadOnlyList<IActorRef> receivers, int messagesPerPair)
    {
        _system = system;
        _routesOfSenders =
        [
            .. Enumerable.Range(0, SenderThreads + SenderActors)
                .Select(_ => receivers.Select(receiver => new Route(new Lane(messagesPerPair), receiver)).ToArray()),
        ];
        system.EventStream.Subscribe(
            system.ActorOf(Props.Create(() => new DeadLetterClerk())), typeof(DeadLetter));
    }

    /// <summary>Sends everything; checks that each message was received in order, or became a dead letter, and once.</summary>
    public async Task RunAsync()
    {
        foreach (var routes in _routesOfSenders.Take(SenderActors))
        {
            _system.ActorOf(Props.Create(() => new SenderActor(routes))).Tell(SenderActor.Burst.Instance);
        }

        await Task.WhenAll(
            _routesOfSenders.Skip(SenderActors).Select(
                routes => Task.Factory.StartNew(
                    () => SendAll(routes),
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default)))
            .WaitAsync(Patience);

        var lanes = _routesOfSenders.SelectMany(routes => routes).Select(route => route.Lane).ToArray();
        SpinWait.SpinUntil(() => lanes.All(lane => lane.Settled >= lane.Length), Patience);
        Assert.All(lanes, lane => Assert.Null(lane.Fault()));
    }

    private static void SendAll(Route[] routes)
    {
        for (var number = 0; number < routes[0].Lane.Length; number++)
        {
            foreach (var route in routes)
            {
                route.Send(number, ActorRefs.NoSender);
            }
        }
    }

    private sealed record Route(Lane Lane, IActorRef Receiver)
    {
        public void Send(int number, IActorRef? sender) => Receiver.Tell(Lane.Message(number), sender);
    }

    private sealed class SenderActor : UntypedActor
    {
        private const int BurstLength = 100;

        private readonly Route[] _routes;
        private int _next;

        public SenderActor(Route[] routes) => _routes = routes;

        protected override void OnReceive(object message)
        {
            var end = Math.Min(_next + BurstLength, _routes[0].Lane.Length);
            for (; _next < end; _next++)
            {
                foreach (var route in _routes)
                {
                    route.Send(_next, Self);
                }
            }

            if (_next < _routes[0].Lane.Length)
            {
                Self.Tell(message);
            }
        }

        public sealed class Burst
        {
            public static readonly Burst Instance = new();
        }
    }

    private sealed class DeadLetterClerk : ReceiveActor
    {
        public DeadLetterClerk() =>
            Receive<DeadLetter>(
                letter => letter.Message is Lane.Numbered,
                letter =>
                {
                    var message = (Lane.Numbered)letter.Message;
                    message.Lane.Bury(message.Number);
                });
    }
}
