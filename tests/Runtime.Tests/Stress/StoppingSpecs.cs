using Akka.Actor;
using TestSupport;

namespace Runtime.Tests.Stress;

/// <summary>Receivers that are stopped at random while they are told messages.</summary>
public sealed class StoppingSpecs : StressSpecs
{
    private const int Receivers = 1_000;
    private const int MessagesPerPair = 100;
    private const int LongestLife = 50;
    private const int Seed = 3;

    private const string LosesSome =
        "a message told in the very moment its receiver stops can vanish without a dead letter";

    private enum Way
    {
        None,
        StopsItself,
        Kills,
        Poisons,
        StoppedByOthers,
    }

    [BundledOnlyFact(LosesSome)]
    public async Task Every_message_to_an_actor_that_stops_is_received_or_a_dead_letter_and_never_both()
    {
        var random = new Random(Seed);
        var receivers = Enumerable.Range(0, Receivers)
            .Select(number => (Way)(number % 5))
            .Select(way => Sys.ActorOf(Props.Create(() => new Stopping(way, random.Next(LongestLife)))))
            .ToArray();

        await new Traffic(Sys, receivers, MessagesPerPair).RunAsync();
    }

    [BundledOnlyFact(LosesSome)]
    public async Task Every_message_to_a_child_is_received_or_a_dead_letter_when_its_parent_stops()
    {
        var parents = Enumerable.Range(0, Receivers / 10)
            .Select(seed => Sys.ActorOf(Props.Create(() => new Parent(seed))))
            .ToArray();
        var children = await Task.WhenAll(parents.Select(parent => parent.Ask<IActorRef[]>(10, Patience)));

        await new Traffic(Sys, [.. children.SelectMany(child => child), .. parents], MessagesPerPair).RunAsync();
    }

    private sealed class Stopping : ReceiveActor
    {
        public Stopping(Way way, int lifetime)
        {
            var received = 0;
            Receive<Lane.Numbered>(message =>
            {
                message.Deliver();
                if (received++ == lifetime)
                {
                    Stop(way);
                }
            });
        }

        private static void Stop(Way way)
        {
            var (self, system) = (Context.Self, Context.System);
            switch (way)
            {
                case Way.StopsItself:
                    Context.Stop(self);
                    break;
                case Way.Kills:
                    self.Tell(Kill.Instance);
                    break;
                case Way.Poisons:
                    self.Tell(PoisonPill.Instance);
                    break;
                case Way.StoppedByOthers:
                    _ = Task.Run(() => system.Stop(self));
                    break;
            }
        }
    }

    private sealed class Parent : ReceiveActor
    {
        public Parent(int seed)
        {
            var left = new Random(seed).Next(LongestLife);
            Receive<int>(count => Sender.Tell(
                Enumerable.Range(0, count)
                    .Select(_ => Context.ActorOf(Props.Create(() => new Stopping(Way.None, 0))))
                    .ToArray()));
            Receive<Lane.Numbered>(message =>
            {
                message.Deliver();
                if (left-- == 0)
                {
                    Context.Stop(Self);
                }
            });
        }
    }
}
