using Akka.Actor;

namespace Runtime.Tests.Stress;

/// <summary>Whatever comes and goes by the hundred thousand leaves no memory behind.</summary>
public sealed class GrowthSpecs : StressSpecs
{
    private const int Batches = 100;
    private const int BatchSize = 1_000;
    private const int WarmUpBatches = 5;
    private const int WatchBatches = 20;

    // One forgotten object for each that came and went would be several times as much.
    private const long Bound = 512 * 1024;

    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    [Fact]
    public Task Actors_that_were_spawned_and_stopped() =>
        AssertNoGrowthAsync(Props.Create(() => new Spawner(Props.Create(() => new Silent()))), Batches);

    [Fact]
    public Task Actors_that_were_asked()
    {
        var echo = Sys.ActorOf(Props.Create(() => new Echo()));

        return AssertNoGrowthAsync(
            async () =>
            {
                var numbers = Enumerable.Range(0, BatchSize);
                Assert.Equal(numbers, await Task.WhenAll(numbers.Select(number => echo.Ask<int>(number, Long))));
            },
            Batches);
    }

    [Fact]
    public Task Questions_that_were_given_up()
    {
        var silent = Sys.ActorOf(Props.Create(() => new Silent()));

        return AssertNoGrowthAsync(
            async () =>
            {
                using var givenUp = new CancellationTokenSource();
                var answers = Enumerable.Range(0, BatchSize)
                    .Select(_ => silent.Ask("?", Long, givenUp.Token))
                    .ToArray();
                await givenUp.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(answers));
            },
            WatchBatches);
    }

    [Fact]
    public Task Timers_that_were_started_and_cancelled() =>
        AssertNoGrowthAsync(Props.Create(() => new TimerOwner()), Batches / 2);

    [Fact]
    public Task Scheduled_messages_that_were_cancelled() =>
        AssertNoGrowthAsync(
            () =>
            {
                var scheduled = Enumerable.Range(0, BatchSize)
                    .Select(_ => Sys.Scheduler.ScheduleTellOnceCancelable(
                        Long, Sys.DeadLetters, "late", ActorRefs.NoSender))
                    .ToArray();
                foreach (var late in scheduled)
                {
                    late.Cancel();
                }

                return Task.CompletedTask;
            },
            Batches / 2);

    [Fact]
    public Task Actors_that_were_watched_and_unwatched() =>
        AssertNoGrowthAsync(Props.Create(() => new Observer()), WatchBatches);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Watchers_that_stopped_after_they_had_unwatched_or_not(bool unwatches)
    {
        var subject = Sys.ActorOf(Props.Create(() => new Silent()));
        var watcher = Props.Create(() => new Watcher(subject, unwatches));

        return AssertNoGrowthAsync(Props.Create(() => new Spawner(watcher)), WatchBatches);
    }

    private Task AssertNoGrowthAsync(Props worker, int batches)
    {
        var actor = Sys.ActorOf(worker);

        return AssertNoGrowthAsync(
            async () => Assert.Equal(0, await actor.Ask<int>(BatchSize, Patience)),
            batches);
    }

    private static async Task AssertNoGrowthAsync(Func<Task> batch, int batches)
    {
        await RepeatAsync(batch, WarmUpBatches);
        var before = Footprint.Memory();

        await RepeatAsync(batch, batches);

        var growth = 0L;
        var isSmall = Eventually(() => (growth = Footprint.Memory() - before) < Bound);
        Assert.True(isSmall, $"{batches * BatchSize} left {growth} bytes");
    }

    private static async Task RepeatAsync(Func<Task> batch, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await batch();
        }
    }

    private sealed class Silent : ReceiveActor
    {
        public Silent() => ReceiveAny(_ => { });
    }

    private sealed class Echo : ReceiveActor
    {
        public Echo() => Receive<int>(number => Sender.Tell(number));
    }

    private sealed class Watcher : ReceiveActor
    {
        public Watcher(IActorRef subject, bool unwatches)
        {
            Context.Watch(subject);
            if (unwatches)
            {
                Context.Unwatch(subject);
            }
        }
    }

    /// <summary>Spawns and stops as many children as it is told; answers with the number of those left.</summary>
    private sealed class Spawner : ReceiveActor
    {
        public Spawner(Props child)
        {
            IActorRef asker = ActorRefs.Nobody;
            var alive = 0;
            Receive<int>(count =>
            {
                asker = Sender;
                alive = count;
                for (var i = 0; i < count; i++)
                {
                    Context.Stop(Context.Watch(Context.ActorOf(child)));
                }
            });
            Receive<Terminated>(_ =>
            {
                if (--alive == 0)
                {
                    asker.Tell(Context.GetChildren().Count());
                }
            });
        }
    }

    /// <summary>Starts as many timers as it is told, and cancels them; answers with the number of those left.</summary>
    private sealed class TimerOwner : ReceiveActor, IWithTimers
    {
        public TimerOwner() =>
            Receive<int>(count =>
            {
                for (var key = 0; key < count; key++)
                {
                    Timers.StartSingleTimer(key, "late", Long);
                    Timers.StartPeriodicTimer(key / 2, "often", Long);
                }

                for (var key = 0; key < count; key++)
                {
                    Timers.Cancel(key);
                }

                Sender.Tell(Enumerable.Range(0, count).Count(key => Timers.IsTimerActive(key)));
            });

        public ITimerScheduler Timers { get; set; } = null!;
    }

    /// <summary>Watches and unwatches as many new actors as it is told; answers when they have stopped.</summary>
    private sealed class Observer : ReceiveActor
    {
        public Observer()
        {
            IActorRef asker = ActorRefs.Nobody;
            var alive = 0;
            var subject = Props.Create(() => new TellsItsParentOfItsEnd());
            Receive<int>(count =>
            {
                asker = Sender;
                alive = count;
                for (var i = 0; i < count; i++)
                {
                    Context.Stop(Context.Unwatch(Context.Watch(Context.ActorOf(subject))));
                }
            });
            Receive<TellsItsParentOfItsEnd.Stopped>(_ =>
            {
                if (--alive == 0)
                {
                    asker.Tell(0);
                }
            });
        }
    }

    private sealed class TellsItsParentOfItsEnd : ReceiveActor
    {
        protected override void PostStop() => Context.Parent.Tell(Stopped.Instance);

        public sealed class Stopped
        {
            public static readonly Stopped Instance = new();
        }
    }
}
