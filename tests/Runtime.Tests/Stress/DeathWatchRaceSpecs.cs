using Akka.Actor;

namespace Runtime.Tests.Stress;

/// <summary>Thousands of actors, stopped at any moment while others begin or cease to watch them.</summary>
public sealed class DeathWatchRaceSpecs : StressSpecs
{
    private const int Subjects = 3_000;
    private const int Watchers = 3;
    private const int Reuses = 3_000;
    private const int Seed = 11;

    [Fact]
    public async Task Every_watcher_is_told_once_of_each_actor_that_stops()
    {
        var subjects = SpawnSubjects();
        var watchers = SpawnWatchers(seed => Props.Create(() => new Watcher(subjects)));

        StopAll(subjects);

        await AssertToldOnceEachAsync(watchers);
    }

    [Fact]
    public async Task An_actor_that_watches_and_unwatches_is_told_once_of_what_it_watches_at_last()
    {
        var subjects = SpawnSubjects();
        var watchers = SpawnWatchers(seed => Props.Create(() => new Fickle(subjects, seed)));

        StopAll(subjects);

        await AssertToldOnceEachAsync(watchers);
    }

    [Fact]
    public async Task A_name_can_be_used_again_as_soon_as_the_parent_is_told_Terminated()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Reuser(Reuses)));

        Assert.Equal("done", await parent.Ask<string>("go", Patience));
    }

    private IActorRef[] SpawnSubjects() =>
        [.. Enumerable.Range(0, Subjects).Select(_ => Sys.ActorOf(Props.Create(() => new Subject())))];

    private IActorRef[] SpawnWatchers(Func<int, Props> propsOf)
    {
        var watchers = Enumerable.Range(0, Watchers).Select(seed => Sys.ActorOf(propsOf(seed))).ToArray();
        foreach (var watcher in watchers)
        {
            watcher.Tell(Next.Instance);
        }

        return watchers;
    }

    /// <summary>While the watchers are at work.</summary>
    private void StopAll(IActorRef[] subjects)
    {
        new Random(Seed).Shuffle(subjects);
        for (var i = 0; i < subjects.Length; i++)
        {
            if (i % 2 == 0)
            {
                Sys.Stop(subjects[i]);
            }
            else
            {
                subjects[i].Tell(PoisonPill.Instance);
            }
        }
    }

    private static async Task AssertToldOnceEachAsync(IActorRef[] watchers)
    {
        foreach (var watcher in watchers)
        {
            Assert.Equal("as it should be", await watcher.Ask<string>("how was it?", Patience));
        }
    }

    private sealed class Next
    {
        public static readonly Next Instance = new();
    }

    private sealed class Subject : ReceiveActor;

    /// <summary>Watches one subject after the other, and answers when it has heard of all of them.</summary>
    private class Watcher : ReceiveActor, IWithUnboundedStash
    {
        private readonly IActorRef[] _subjects;
        private readonly Dictionary<IActorRef, bool> _watching = [];
        private string? _fault;
        private int _next;
        private int _expected;

        public Watcher(IActorRef[] subjects)
        {
            // The array of the test is shuffled meanwhile.
            _subjects = [.. subjects];
            Receive<Next>(_ =>
            {
                TurnTo(_subjects[_next++]);
                if (_next < _subjects.Length)
                {
                    Self.Tell(Next.Instance);
                }

                Answer();
            });
            Receive<Terminated>(terminated =>
            {
                if (!_watching.Remove(terminated.ActorRef))
                {
                    _fault ??= $"told of {terminated.ActorRef}, which is not watched or was told before";
                }

                Answer();
            });
            Receive<string>(_ =>
            {
                Stash.Stash();
                Answer();
            });
        }

        public IStash Stash { get; set; } = null!;

        protected virtual void TurnTo(IActorRef subject) => Watch(subject);

        protected void Watch(IActorRef subject)
        {
            _watching[subject] = true;
            Context.Watch(subject);
        }

        protected void Unwatch(IActorRef subject)
        {
            _watching.Remove(subject);
            Context.Unwatch(subject);
        }

        private void Answer()
        {
            if (_next == _subjects.Length && _watching.Count == 0)
            {
                _expected++;
            }
        }
    }

    private sealed class Fickle : Watcher
    {
        public Fickle(IActorRef[] subjects, int seed)
            : base(subjects)
        {
        }
    }

    private sealed class Reuser : ReceiveActor
    {
        public Reuser(int times)
        {
        }
    }
}
