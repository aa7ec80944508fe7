using System.Globalization;
using Akka.Actor;

namespace Benchmarks.Actors;

/// <summary>
/// What an actor that has handled a message and waits for the next one weighs: its reference, cell, mailbox, name, path
/// and place among its siblings, in managed bytes after a full collection.
/// </summary>
internal static class IdleActors
{
    private const int Actors = 100_000;

    public static int Run(TextWriter output)
    {
        using var system = QuietSystem.Create();
        var parent = system.ActorOf(Props.Create(() => new Parent()));
        Spawn(parent);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Spawn(parent);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{(after - before) / (double)Actors:f0} bytes per idle actor ({Actors} actors)"));
        return 0;
    }

    private static void Spawn(IActorRef parent)
    {
        using var handled = new CountdownEvent(Actors);
        parent.Tell(handled);
        handled.Wait();
    }

    private sealed class Parent : UntypedActor
    {
        private readonly Props _child = Props.Create(() => new Child());

        protected override void OnReceive(object message)
        {
            for (var i = 0; i < Actors; i++)
                Context.ActorOf(_child).Tell(message);
        }
    }

    private sealed class Child : UntypedActor
    {
        protected override void OnReceive(object message) => ((CountdownEvent)message).Signal();
    }
}
