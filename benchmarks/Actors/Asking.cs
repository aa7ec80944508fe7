using Akka.Actor;
using BenchmarkDotNet.Attributes;

namespace Benchmarks.Actors;

/// <summary>How long a question from outside takes until its answer is there, one question after the other.</summary>
[MemoryDiagnoser]
public class Asking
{
    private const int Questions = 100_000;

    private static readonly object Question = new();

    private ActorSystem _system = null!;
    private IActorRef _echo = null!;

    [GlobalSetup]
    public void Start()
    {
        _system = QuietSystem.Create();
        _echo = _system.ActorOf(Props.Create(() => new Echo()));
    }

    [GlobalCleanup]
    public Task Stop() => _system.Terminate();

    [Benchmark(OperationsPerInvoke = Questions)]
    public async Task Ask()
    {
        for (var i = 0; i < Questions; i++)
        {
            if (!ReferenceEquals(await _echo.Ask<object>(Question).ConfigureAwait(false), Question))
                throw new InvalidOperationException("the answer is not the question sent back");
        }
    }

    private sealed class Echo : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message);
    }
}
