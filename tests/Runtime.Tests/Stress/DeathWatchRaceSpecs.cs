using Akka.Actor;

namespace Runtime.Tests.Stress;

/// <summary>Thousands of actors, stopped at any moment while others begin or cease to watch them.</summary>
public sealed class DeathWatchRaceSpecs : StressSpecs
{
    private const int Subjects = 10_000;
    private const int Watchers = 3;
    private const int Reuses = 10_000;
    private const int Seed = 11;
    private const string AsItShouldBe = "told once of each";

    [Fact]
    public async Task Every_watcher_is_told_once_of_each_actor_that_stops()
    {
        var subjects = SpawnSubjects();
        var watchers = SpawnWatchers(_ => Props.Create(() => new Watcher(subjects)));

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

        Assert.Equal(0, await parent.Ask<int>("go", Patience));
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
        IActorRef[] shuffled = [.. subjects];
        new Random(Seed).Shuffle(shuffled);
        for (var i = 0; i < shuffled.Length; i++)
        {
            if (i % 2 == 0)
            {
                Sys.Stop(shuffled[i]);
            }
            else
            {
                shuffled[i].Tell(PoisonPill.Instance);
            }
        }
    }

    private static async Task AssertToldOnceEachAsync(IActorRef[] watchers)
    {
        foreach (var watcher in watchers)
        {
            Assert.Equal(AsItShouldBe, await watcher.Ask<string>("how was it?", Patience));
        }
    }

    private sealed class Next
    {
        public static readonly Next Instance = new();
    }

    private sealed class Subject : ReceiveActor;

    /// <summary>Watches one subject after the other; answers when it has been told of all that it watches.</summary>
    private class Watcher : ReceiveActor
    {
        private readonly HashSet<IActorRef> _watching = [];
        private readonly HashSet<IActorRef> _told = [];
        private readonly int _count;
        private string _judgement = AsItShouldBe;
        private IActorRef? _asker;
        private int _done;

        public Watcher(IActorRef[] subjects)
        {
            _count = subjects.Length;
            Receive<Next>(next =>
            {
                if (_done < _count)
                {
                    TurnTo(subjects, _done++);
                    Self.Tell(next);
                }

                AnswerIfDone();
            });
            Receive<Terminated>(terminated =>
            {
                if (!_watching.Remove(terminated.ActorRef))
                {
                    _judgement = $"told of {terminated.ActorRef}, which is not watched or was told before";
                }

                _told.Add(terminated.ActorRef);
                Self.Tell(Next.Instance);
            });
            Receive<string>(_ =>
            {
                _asker = Sender;
                AnswerIfDone();
            });
        }

        protected virtual void TurnTo(IActorRef[] subjects, int index) => Toggle(subjects[index]);

        /// <summary>Begins or ceases to watch; whoever was told of an end and watches again would be told again.</summary>
        protected void Toggle(IActorRef subject)
        {
            if (_told.Contains(subject))
            {
                return;
            }

            if (_watching.Add(subject))
            {
                Context.Watch(subject);
            }
            else
            {
                _watching.Remove(subject);
                Context.Unwatch(subject);
            }
        }

        private void AnswerIfDone()
        {
            if (_done == _count && _watching.Count == 0)
            {
                _asker?.Tell(_judgement);
            }
        }
    }

    private sealed class Fickle : Watcher
    {
        private const int TogglesPerSubject = 4;

        private readonly Random _random;

        public Fickle(IActorRef[] subjects, int seed)
            : base(subjects) => _random = new Random(seed);

        protected override void TurnTo(IActorRef[] subjects, int index)
        {
            base.TurnTo(subjects, index);
            for (var i = 0; i < TogglesPerSubject; i++)
            {
                Toggle(subjects[_random.Next(index + 1)]);
            }
        }
    }

    /// <summary>Gives each child the name of the one before; if that fails, the asker gets no answer.</summary>
    private sealed class Reuser : ReceiveActor
    {
        public Reuser(int times)
        {
            IActorRef asker = ActorRefs.Nobody;
            Receive<string>(_ =>
            {
                asker = Sender;
                Replace();
            });
            Receive<Terminated>(_ =>
            {
                if (--times > 0)
                {
                    Replace();
                }
                else
                {
                    asker.Tell(Context.GetChildren().Count());
                }
            });

            void Replace()
            {
                var child = Context.ActorOf(Props.Create(() => new Subject()), "child");
                Context.Watch(child);
                if (times % 2 == 0)
                {
                    child.Tell(PoisonPill.Instance);
                }
                else
                {
                    Context.Stop(child);
                }
            }
        }
    }
}
