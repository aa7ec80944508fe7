using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.IO;

namespace Runtime.Tests.Stress;

/// <summary>What a terminated actor system leaves behind: nothing.</summary>
public sealed class TerminationSpecs : StressSpecs
{
    private const int Actors = 5;
    private const int Connections = 50;
    private const int Systems = 100;

    // A few of the test runner's own may come and go.
    private const int OthersSockets = 5;

    private const string Settings = """
        pool { type = ForkJoinDispatcher, dedicated-thread-pool { thread-count = 3 } }
        pinned { type = PinnedDispatcher, executor = fork-join-executor }
        """;

    [Fact]
    public async Task A_terminated_system_leaves_no_thread_and_no_socket()
    {
        var (threadsBefore, socketsBefore) = (Footprint.Threads(), Footprint.Sockets());
        var system = NewSystem(Settings);
        await UseDispatchersAsync(system);
        system.Scheduler.Advanced.ScheduleRepeatedly(TimeSpan.Zero, TimeSpan.FromMilliseconds(1), () => { });
        using var clients = await ConnectAsync(system);
        if (OperatingSystem.IsLinux())
        {
            Assert.InRange(Footprint.Threads().Except(threadsBefore).Count(), Actors + 1, int.MaxValue);
            Assert.InRange(Footprint.Sockets(), socketsBefore + (2 * Connections), int.MaxValue);
        }

        await system.Terminate().WaitAsync(Patience);

        AssertThreadsEnd(threadsBefore);
        clients.Dispose();
        AssertSocketsClosed(socketsBefore);
    }

    [Fact]
    public async Task Nothing_that_was_scheduled_runs_after_the_end()
    {
        var runs = 0;
        var system = NewSystem("");
        var hasRun = new TaskCompletionSource();
        system.Scheduler.Advanced.ScheduleRepeatedly(TimeSpan.Zero, TimeSpan.FromMilliseconds(1), () =>
        {
            Interlocked.Increment(ref runs);
            hasRun.TrySetResult();
        });
        await hasRun.Task.WaitAsync(Patience);

        await system.Terminate().WaitAsync(Patience);

        var runsUntilTheEnd = Volatile.Read(ref runs);
        var later = new TaskCompletionSource();
        Sys.Scheduler.Advanced.ScheduleOnce(TimeSpan.FromMilliseconds(100), later.SetResult);
        await later.Task.WaitAsync(Patience);
        Assert.Equal(runsUntilTheEnd, Volatile.Read(ref runs));
    }

    [Fact]
    public async Task A_hundred_systems_one_after_the_other_leave_nothing()
    {
        await UseAndTerminateAsync();
        var (threadsBefore, socketsBefore) = (Footprint.Threads(), Footprint.Sockets());
        var systems = new List<WeakReference>();

        for (var i = 0; i < Systems; i++)
        {
            systems.Add(await UseAndTerminateAsync());
        }

        AssertThreadsEnd(threadsBefore);
        AssertSocketsClosed(socketsBefore);

        // The last one may be on the stack of a thread that has nothing else to do.
        var forgotten = Eventually(() => Alive(systems) <= 1);
        Assert.True(forgotten, $"{Alive(systems)} of {Systems} systems are still referred to");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> UseAndTerminateAsync()
    {
        var system = NewSystem(Settings);
        await UseDispatchersAsync(system);
        system.Scheduler.Advanced.ScheduleRepeatedly(TimeSpan.Zero, TimeSpan.FromMilliseconds(1), () => { });
        await BindAsync(system);
        await system.Terminate().WaitAsync(Patience);
        return new WeakReference(system);
    }

    private static Task<string[]> UseDispatchersAsync(ActorSystem system) =>
        Task.WhenAll(
            Enumerable.Range(0, 2 * Actors)
                .Select(number => Props.Create(() => new Echo()).WithDispatcher(number % 2 == 0 ? "pool" : "pinned"))
                .Select(props => system.ActorOf(props).Ask<string>("are you there?", Patience)));

    private static async Task<EndPoint> BindAsync(ActorSystem system)
    {
        var acceptor = system.ActorOf(Props.Create(() => new Acceptor()));
        return (await acceptor.Ask<Tcp.Bound>("bind", Patience)).LocalAddress;
    }

    private static async Task<Clients> ConnectAsync(ActorSystem system)
    {
        var server = await BindAsync(system);
        var clients = new Clients();
        for (var i = 0; i < Connections; i++)
        {
            await clients.ConnectAsync(server);
        }

        return clients;
    }

    private static void AssertThreadsEnd(HashSet<string> before)
    {
        var left = Enumerable.Empty<string>();
        var ended = Eventually(() => !(left = Footprint.Threads().Except(before)).Any());
        Assert.True(ended, $"threads are left: {string.Join(", ", left)}");
    }

    private static void AssertSocketsClosed(int before)
    {
        var left = 0;
        var closed = Eventually(() => (left = Footprint.Sockets() - before) <= OthersSockets);
        Assert.True(closed, $"{left} sockets are left");
    }

    private static int Alive(IEnumerable<WeakReference> systems)
    {
        _ = Footprint.Memory();
        return systems.Count(system => system.IsAlive);
    }

    private sealed class Echo : ReceiveActor
    {
        public Echo() => ReceiveAny(message => Sender.Tell(message));
    }

    /// <summary>Tells each connection what it received from it.</summary>
    private sealed class Acceptor : ReceiveActor
    {
        public Acceptor()
        {
            IActorRef asker = ActorRefs.Nobody;
            Receive<string>(_ =>
            {
                asker = Sender;
                Context.System.Tcp().Tell(new Tcp.Bind(Self, new IPEndPoint(IPAddress.Loopback, 0)));
            });
            Receive<Tcp.Bound>(bound => asker.Tell(bound));
            Receive<Tcp.Connected>(_ => Sender.Tell(new Tcp.Register(Self)));
            Receive<Tcp.Received>(received => Sender.Tell(Tcp.Write.Create(received.Data)));
            ReceiveAny(_ => { });
        }
    }

    private sealed class Clients : IDisposable
    {
        private readonly List<Socket> _sockets = [];

        /// <summary>Connects one more, and waits for its byte to come back: then the server knows it.</summary>
        public async Task ConnectAsync(EndPoint server)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            _sockets.Add(socket);
            await socket.ConnectAsync(server).WaitAsync(Patience);
            await socket.SendAsync(new byte[1]);
            await socket.ReceiveAsync(new byte[1]).WaitAsync(Patience);
        }

        public void Dispose() => _sockets.ForEach(socket => socket.Dispose());
    }
}
