using Akka.Actor;
using BenchmarkDotNet.Attributes;

namespace Benchmarks.Actors;

/// <summary>
/// How fast two actors send messages to and fro. An operation is one message from one actor to the other; the message is
/// allocated beforehand.
/// </summary>
public class PingPong
{
    private const int Messages = 2_000_000;

    private ActorSystem _system = null!;
    private IActorRef[] _players = null!;

    /// <summary>How many pairs play at the same time, and how many messages each of them has under way.</summary>
    [ParamsSource(nameof(Games))]
    public Game Played { get; set; } = null!;

    /// <summary>What is played.</summary>
    public static IEnumerable<Game> Games => [new(Pairs: 1, InFlight: 1), new(Pairs: 2, InFlight: 100)];

    [GlobalSetup]
    public void Start()
    {
        _system = QuietSystem.Create();
        _players = [.. Enumerable.Range(0, Played.Pairs).Select(_ =>
        {
            var pong = _system.ActorOf(Props.Create(() => new Pong()));
            return _system.ActorOf(Props.Create(() => new Ping(pong)));
        })];
    }

    [GlobalCleanup]
    public Task Stop() => _system.Terminate();

    [Benchmark(OperationsPerInvoke = Messages)]
    public async Task Play()
    {
        var trips = Messages / 2 / Played.Pairs;
        var games = _players.Select(player => player.Ask<int>(new Ping.Start(trips, Played.InFlight)));
        var played = await Task.WhenAll(games).ConfigureAwait(false);
        if (played.Any(count => count != trips))
            throw new InvalidOperationException("messages were lost or told twice");
    }

    /// <summary>A number of pairs and of messages under way in each.</summary>
    public sealed record Game(int Pairs, int InFlight)
    {
        public override string ToString() => $"{Pairs} x {InFlight}";
    }

    private sealed class Ball
    {
        public static readonly Ball Instance = new();
    }

    private sealed class Pong : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message, Self);
    }

    private sealed class Ping(IActorRef pong) : UntypedActor
    {
        private IActorRef _asker = ActorRefs.Nobody;
        private int _toServe;
        private int _toReturn;
        private int _returned;

        protected override void OnReceive(object message)
        {
            if (message is Ball)
            {
                _returned++;
                if (_toServe > 0)
                    Serve();
                else if (_returned == _toReturn)
                    _asker.Tell(_returned);
            }
            else if (message is Start start)
            {
                _asker = Sender;
                _toServe = _toReturn = start.Trips;
                _returned = 0;
                for (var i = 0; i < start.InFlight; i++)
                    Serve();
            }
        }

        private void Serve()
        {
            _toServe--;
            pong.Tell(Ball.Instance, Self);
        }

        public sealed record Start(int Trips, int InFlight);
    }
}
