using Akka.Actor;
using BenchmarkDotNet.Attributes;

namespace Benchmarks.Actors;

/// <summary>
/// How fast one actor takes messages that several threads tell it at the same time. The messages are allocated
/// beforehand; the time ends when the actor has counted the last one.
/// </summary>
public class MailboxFanIn
{
    private const int Messages = 2_000_000;

    private static readonly object Message = new();

    private ActorSystem _system = null!;
    private IActorRef _counter = null!;

    /// <summary>How many threads tell.</summary>
    [Params(1, 2, 4)]
    public int Senders { get; set; }

    [GlobalSetup]
    public void Start()
    {
        _system = QuietSystem.Create();
        _counter = _system.ActorOf(Props.Create(() => new Counter()));
    }

    [GlobalCleanup]
    public Task Stop() => _system.Terminate();

    [Benchmark(OperationsPerInvoke = Messages)]
    public async Task Tell()
    {
        var counted = _counter.Ask<int>(new Counter.Expect(Messages));
        var threads = Enumerable.Range(0, Senders).Select(_ => new Thread(TellShare)).ToArray();
        foreach (var thread in threads)
            thread.Start();
        if (await counted.ConfigureAwait(false) != Messages)
            throw new InvalidOperationException("messages were lost or told twice");
    }

    private void TellShare()
    {
        for (var i = 0; i < Messages / Senders; i++)
            _counter.Tell(Message, ActorRefs.NoSender);
    }

    private sealed class Counter : UntypedActor
    {
        private IActorRef _asker = ActorRefs.Nobody;
        private int _expected;
        private int _count;

        protected override void OnReceive(object message)
        {
            if (ReferenceEquals(message, Message))
            {
                if (++_count == _expected)
                    _asker.Tell(_count);
            }
            else if (message is Expect expect)
            {
                _asker = Sender;
                _expected = expect.Messages;
                _count = 0;
            }
        }

        public sealed record Expect(int Messages);
    }
}
