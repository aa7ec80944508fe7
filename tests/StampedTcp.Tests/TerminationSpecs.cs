using ActorArbiter.StampedTcp;
using Akka.Actor;
using Akka.Configuration;
using StampedTcp.Tests.Docs;
using StampedTcp.Tests.Support;

namespace StampedTcp.Tests;

/// <summary>What a terminated actor system leaves behind: nothing.</summary>
[Collection(RunsAlone.Name)]
public sealed class TerminationSpecs
{
    private const int Systems = 60;

    private const string Quiet = """
        akka.loglevel = OFF
        akka.stdout-loglevel = OFF
        akka.log-dead-letters = off
        akka.log-dead-letters-during-shutdown = off
        second-loop.type = "ActorArbiter.StampedTcp.EventLoopDispatcherConfigurator, ActorArbiter.StampedTcp"
        """;

    private const string Default = "";

    private const string OneLoopForAll = """
        akka.actor.default-dispatcher.type = "ActorArbiter.StampedTcp.EventLoopDispatcherConfigurator, ActorArbiter.StampedTcp"
        akka.actor.default-mailbox.mailbox-type = "ActorArbiter.StampedTcp.LightMailbox, ActorArbiter.StampedTcp"
        akka.scheduler.implementation = "ActorArbiter.StampedTcp.QuietScheduler, ActorArbiter.StampedTcp"
        """;

    private const string QuietScheduler = """akka.scheduler.implementation = "ActorArbiter.StampedTcp.QuietScheduler, ActorArbiter.StampedTcp" """;

    private const string TestScheduler = """akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit" """;

    // Those of loops, of their assistants, and of schedulers.
    private static readonly string[] Threads =
    [
        StampedTcpExtension.DispatcherId, "akka.actor.default-dispatcher", "second-loop", "scheduler",
    ];

    [Theory]
    [InlineData(Default)]
    [InlineData(QuietScheduler)]
    [InlineData(OneLoopForAll)]
    [InlineData(TestScheduler)]
    public async Task Of_systems_that_start_and_end_no_thread_no_descriptor_and_no_object_is_left(string settings)
    {
        await UseAsync(settings);
        var before = Counts();
        var systems = new List<WeakReference>();

        for (var number = 0; number < Systems; number++)
            systems.Add(await UseAsync(settings));

        await Patience.UntilAsync(() => Counts() is var now && now.Zip(before).All(pair => pair.First.Count <= pair.Second.Count), Difference);

        // The last ones may be on the stack of a thread that has nothing else to do.
        await Patience.UntilAsync(() => Alive(systems) <= 3, () => $"{Alive(systems)} of {Systems} systems are still referred to");

        string Difference() => string.Join(", ", Counts().Zip(before, (now, then) => $"{now.What}: {then.Count} -> {now.Count}"));
    }

    [Fact]
    public async Task What_owners_never_closed_is_closed_when_the_system_ends()
    {
        var before = Footprint.Sockets();
        var system = NewSystem(Default);
        var server = await TestServer.StartAsync(system);
        var peers = new List<RawPeer>();
        for (var number = 0; number < 10; number++)
            peers.Add((number % 2 == 0 ? await server.ConnectAsync() : await server.AcceptAsync()).Peer);

        await system.Terminate().Bounded();

        foreach (var peer in peers)
        {
            await peer.ExpectResetAsync();
            peer.Dispose();
        }

        await Footprint.BackToAsync(before, Footprint.Sockets, "sockets");
    }

    [Fact]
    public async Task Loops_whose_actors_never_did_anything_leave_no_descriptor()
    {
        var before = (Footprint.Polls(), Footprint.Events());
        for (var number = 0; number < 20; number++)
        {
            var system = NewSystem(Default);
            Assert.IsType<EventLoopDispatcher>(system.Dispatchers.Lookup("second-loop"));
            await system.Terminate().Bounded();
        }

        await Footprint.BackToAsync(before.Item1, Footprint.Polls, "polls");
        await Footprint.BackToAsync(before.Item2, Footprint.Events, "events");
    }

    [Fact]
    public async Task Nothing_that_was_scheduled_is_done_after_the_end()
    {
        var done = 0;
        var isDone = new TaskCompletionSource();
        var system = NewSystem(OneLoopForAll);
        system.Scheduler.Advanced.ScheduleRepeatedly(TimeSpan.Zero, TimeSpan.FromMilliseconds(1), () =>
        {
            Interlocked.Increment(ref done);
            isDone.TrySetResult();
        });
        await isDone.Task.Bounded();

        await system.Terminate().Bounded();

        await Footprint.BackToAsync(0, () => Footprint.ThreadsNamed("scheduler"), "schedulers");
        var atEnd = Volatile.Read(ref done);
        var other = NewSystem(QuietScheduler);
        var later = new TaskCompletionSource();
        other.Scheduler.Advanced.ScheduleOnce(TimeSpan.FromMilliseconds(50), later.SetResult);
        await later.Task.Bounded();
        Assert.Equal(atEnd, Volatile.Read(ref done));
        await other.Terminate().Bounded();
    }

    private static ActorSystem NewSystem(string settings) => ActorSystem.Create(
        "ending", ConfigurationFactory.ParseString($"{settings}\n{Quiet}").WithFallback(StampedTcpExtension.DefaultConfiguration()));

    /// <summary>A system with two loops, a listener, a conversation, an open connection, a client that waits, timers, and what is scheduled.</summary>
    private static async Task<WeakReference> UseAsync(string settings)
    {
        var system = NewSystem(settings);
        var probe = LoopActor.On(system, "second-loop");
        await probe.InTurnAsync(context =>
        {
            ActorTimer.Of(context, "late").Start(TimeSpan.FromHours(1));
            context.System.Scheduler.ScheduleTellOnce(TimeSpan.FromHours(1), context.Self, "late", context.Self);
        });
        var elsewhere = LoopActor.Elsewhere(system);
        await elsewhere.InTurnAsync(context => ActorTimer.Of(context, "late").Start(TimeSpan.FromHours(1)));
        var address = Addresses.Free();
        system.ActorOf(Props.Create(() => new EchoExample.EchoListener(address)).WithDispatcher(StampedTcpExtension.DispatcherId));
        using var peer = await Addresses.ConnectAsync(address);
        await peer.SendAsync("hello");
        Assert.Equal("hello", await peer.ReceiveTextAsync(5));
        using var waiting = await RawPeer.ConnectAsync(address);

        await system.Terminate().Bounded();

        await peer.ExpectResetAsync();
        return new WeakReference(system);
    }

    private static (string What, int Count)[] Counts() =>
    [
        ("sockets", Footprint.Sockets()),
        ("polls", Footprint.Polls()),
        ("events", Footprint.Events()),
        .. Threads.Select(name => (name, Footprint.ThreadsNamed(name))),
    ];

    private static int Alive(IEnumerable<WeakReference> systems)
    {
        _ = Footprint.Memory();
        return systems.Count(system => system.IsAlive);
    }
}
