using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit.Xunit2;
using TestSupport;

namespace Runtime.Tests.Dispatching;

public sealed class DispatcherSpecs : TestKit
{
    private const string Settings = """
        pool { type = Dispatcher, throughput = 7 }
        dedicated { type = ForkJoinDispatcher, dedicated-thread-pool { thread-count = 2 } }
        single { type = ForkJoinDispatcher, throughput = 1, dedicated-thread-pool { thread-count = 1 } }
        pinned { type = PinnedDispatcher, executor = fork-join-executor }
        wrong-type { type = NoSuchDispatcher }
        """;

    public DispatcherSpecs()
        : base(Settings)
    {
    }

    [Fact]
    public void An_actor_runs_on_the_dispatcher_of_its_props()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Where()).WithDispatcher("pool"));

        actor.Tell("where?", TestActor);

        Assert.Equal("pool", ExpectMsg<Where.Place>().Dispatcher);
    }

    [Fact]
    public void Throughput_is_read_from_the_dispatchers_section()
    {
        Assert.Equal(7, Sys.Dispatchers.Lookup("pool").Throughput);
        Assert.Equal(30, Sys.Dispatchers.Lookup("akka.actor.default-dispatcher").Throughput);
    }

    [Fact]
    public void A_shared_dispatcher_is_one_for_all()
    {
        Assert.Same(Sys.Dispatchers.Lookup("dedicated"), Sys.Dispatchers.Lookup("dedicated"));
        Assert.True(Sys.Dispatchers.HasDispatcher("dedicated"));
        Assert.False(Sys.Dispatchers.HasDispatcher("none"));
    }

    [Fact]
    public void A_dedicated_pool_runs_its_actors_on_its_own_threads()
    {
        var threads = Enumerable.Range(0, 20).Select(_ => ThreadOf("dedicated")).Distinct().ToArray();

        Assert.InRange(threads.Length, 1, 2);
        Assert.DoesNotContain(Environment.CurrentManagedThreadId, threads);
    }

    [Fact]
    public void Two_actors_on_a_pool_of_two_threads_run_at_the_same_time()
    {
        using var both = new Barrier(2);
        for (var i = 0; i < 2; i++)
        {
            Sys.ActorOf(Props.Create(() => new Meeting(TestActor)).WithDispatcher("dedicated")).Tell(both);
        }

        ExpectMsg("met");
        ExpectMsg("met");
    }

    [Fact]
    public void A_single_thread_runs_actors_in_the_order_their_mailboxes_became_non_empty()
    {
        var order = new ConcurrentQueue<int>();
        var hold = new ManualResetEventSlim();
        var blocker = Sys.ActorOf(Props.Create(() => new Meeting(TestActor)).WithDispatcher("single"));
        var actors = Enumerable.Range(0, 100)
            .Select(number => Sys.ActorOf(Props.Create(() => new Notes(order, number)).WithDispatcher("single")))
            .ToArray();
        actors[^1].Tell(new Identify(1), TestActor);
        ExpectMsg<ActorIdentity>();

        blocker.Tell(hold);
        ExpectMsg("holding");
        foreach (var actor in actors.Reverse())
        {
            actor.Tell("note");
        }

        hold.Set();
        ExpectMsg("let go");
        AwaitCondition(() => order.Count == actors.Length, TimeSpan.FromSeconds(10));
        Assert.Equal(Enumerable.Range(0, 100).Reverse(), order);
    }

    [Fact]
    public void Throughput_makes_busy_actors_take_turns()
    {
        var order = new ConcurrentQueue<int>();
        var hold = new ManualResetEventSlim();
        var blocker = Sys.ActorOf(Props.Create(() => new Meeting(TestActor)).WithDispatcher("single"));
        var actors = Enumerable.Range(0, 2)
            .Select(number => Sys.ActorOf(Props.Create(() => new Notes(order, number)).WithDispatcher("single")))
            .ToArray();
        blocker.Tell(hold);
        ExpectMsg("holding");

        for (var i = 0; i < 20; i++)
        {
            actors[i / 10].Tell("note");
        }

        hold.Set();
        AwaitCondition(() => order.Count == 20, TimeSpan.FromSeconds(10));
        Assert.True(order.TakeWhile(number => number == 0).Count() < 10, $"the first had it all: {string.Join(' ', order)}");
    }

    [Fact]
    public void Pinned_actors_have_a_thread_each_and_keep_it()
    {
        var first = Sys.ActorOf(Props.Create(() => new Where()).WithDispatcher("pinned"));
        var second = Sys.ActorOf(Props.Create(() => new Where()).WithDispatcher("pinned"));

        var firstThread = ThreadOf(first);

        Assert.NotEqual(firstThread, ThreadOf(second));
        Assert.Equal(firstThread, ThreadOf(first));
    }

    [BundledOnlyFact("The threads end some time after the system.")]
    public async Task A_terminated_system_leaves_no_thread_behind()
    {
        Thread? thread = null;
        var system = ActorSystem.Create("leaving", Settings);
        system.Dispatchers.Lookup("single").Schedule(() => thread = Thread.CurrentThread);
        AwaitCondition(() => Volatile.Read(ref thread) is not null, TimeSpan.FromSeconds(10));

        await system.Terminate();

        Assert.False(thread!.IsAlive);
    }

    [Fact]
    public void A_single_thread_that_has_nothing_to_do_is_woken_by_work()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Where()).WithDispatcher("single"));
        for (var i = 0; i < 1_000; i++)
        {
            ThreadOf(actor);
        }
    }

    [Fact]
    public void A_dispatcher_runs_delegates()
    {
        Sys.Dispatchers.Lookup("dedicated").Schedule(() => TestActor.Tell("ran"));

        ExpectMsg("ran");
    }

    [Fact]
    public void A_dispatcher_that_is_not_configured_is_an_error() =>
        Assert.Throws<ConfigurationException>(() => Sys.ActorOf(Props.Empty.WithDispatcher("none")));

    [Fact]
    public void A_type_that_does_not_exist_is_an_error() =>
        Assert.Throws<ConfigurationException>(() => Sys.ActorOf(Props.Empty.WithDispatcher("wrong-type")));

    [Fact]
    public void A_name_stays_free_when_the_dispatcher_was_wrong()
    {
        Assert.Throws<ConfigurationException>(() => Sys.ActorOf(Props.Empty.WithDispatcher("none"), "name"));

        Sys.ActorOf(Props.Empty, "name");
    }

    private int ThreadOf(string dispatcher) =>
        ThreadOf(Sys.ActorOf(Props.Create(() => new Where()).WithDispatcher(dispatcher)));

    private int ThreadOf(IActorRef actor)
    {
        actor.Tell("where?", TestActor);
        return ExpectMsg<Where.Place>().Thread;
    }

    private sealed class Where : UntypedActor
    {
        protected override void OnReceive(object message) =>
            Sender.Tell(new Place(Context.Dispatcher.Id, Environment.CurrentManagedThreadId));

        public sealed record Place(string Dispatcher, int Thread);
    }

    private sealed class Meeting : ReceiveActor
    {
        public Meeting(IActorRef report)
        {
            Receive<Barrier>(barrier => report.Tell(barrier.SignalAndWait(TimeSpan.FromSeconds(10)) ? "met" : "alone"));
            Receive<ManualResetEventSlim>(hold =>
            {
                report.Tell("holding");
                hold.Wait(TimeSpan.FromSeconds(10));
                report.Tell("let go");
            });
        }
    }

    private sealed class Notes : UntypedActor
    {
        private readonly ConcurrentQueue<int> _notes;
        private readonly int _number;

        public Notes(ConcurrentQueue<int> notes, int number)
        {
            _notes = notes;
            _number = number;
        }

        protected override void OnReceive(object message) => _notes.Enqueue(_number);
    }
}
