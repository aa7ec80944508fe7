using Akka.Actor;
using BenchmarkDotNet.Attributes;

namespace Benchmarks.Actors;

/// <summary>How fast a parent spawns children. The time ends when the last one's PreStart has run; stopping is not in it.</summary>
public class Spawning
{
    private const int Actors = 100_000;

    private ActorSystem _system = null!;
    private IActorRef _parent = null!;

    [GlobalSetup]
    public void Start() => _system = QuietSystem.Create();

    [GlobalCleanup]
    public Task Stop() => _system.Terminate();

    [IterationSetup]
    public void CreateParent() => _parent = _system.ActorOf(Props.Create(() => new Parent()));

    [IterationCleanup]
    public void StopFamily() => _parent.GracefulStop(TimeSpan.FromMinutes(1)).GetAwaiter().GetResult();

    [Benchmark(OperationsPerInvoke = Actors)]
    public void Spawn()
    {
        using var started = new CountdownEvent(Actors);
        _parent.Tell(started);
        if (!started.Wait(TimeSpan.FromMinutes(1)))
            throw new InvalidOperationException($"{started.CurrentCount} actors did not start");
    }

    private sealed class Parent : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            var props = Props.Create(() => new Child((CountdownEvent)message));
            for (var i = 0; i < Actors; i++)
                Context.ActorOf(props);
        }
    }

    private sealed class Child(CountdownEvent started) : UntypedActor
    {
        protected override void PreStart() => started.Signal();

        protected override void OnReceive(object message)
        {
        }
    }
}
