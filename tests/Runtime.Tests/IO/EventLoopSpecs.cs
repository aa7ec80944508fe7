#if !AKKA_PACKAGES // There all sockets are waited for in the same way.
using Akka.Actor;
using Akka.IO;
using Runtime.Tests.Stress;
using Xunit.Abstractions;

namespace Runtime.Tests.IO;

/// <summary>What is said of a thread that runs actors and waits for their sockets, too.</summary>
public class EventLoopSpecs(ITestOutputHelper output)
    : TcpSpecs(output, $"{EventLoop}\n{Settings}")
{
    private const string Settings = """
        other { type = ForkJoinDispatcher, dedicated-thread-pool.thread-count = 1 }
        two { mailbox-type = "Akka.Dispatch.BoundedMailbox", mailbox-capacity = 2, mailbox-push-timeout-time = 10s }
        akka.io.tcp.max-received-message-size = 1000
        """;

    [Fact]
    public async Task Sockets_are_read_however_busy_the_actors_are()
    {
        using var link = await AcceptAsync();
        var busy = Sys.ActorOf(Props.Create(() => new Busy()));
        busy.Tell("go on");

        await link.Peer.SendAsync("in between");

        Assert.Equal("in between", await ReceiveTextAsync(link.Handler, 10));
    }

    [Fact]
    public async Task An_actor_that_blocks_its_thread_holds_up_no_sockets_of_another()
    {
        using var link = await AcceptAsync();
        using var goOn = new ManualResetEventSlim();
        var blocking = Sys.ActorOf(Props.Create(() => new Blocking(TestActor)).WithDispatcher("other"));
        blocking.Tell(goOn);
        await ExpectMsgAsync("blocks");

        await link.Peer.SendAsync("meanwhile");

        Assert.Equal("meanwhile", await ReceiveTextAsync(link.Handler, 9));
        goOn.Set();
    }

    [Fact]
    public async Task What_came_while_the_thread_was_blocked_is_read_after_it()
    {
        using var link = await AcceptAsync();
        using var goOn = new ManualResetEventSlim();
        var blocking = Sys.ActorOf(Props.Create(() => new Blocking(TestActor)));
        blocking.Tell(goOn);
        await ExpectMsgAsync("blocks");
        await link.Peer.SendAsync("late");
        link.Peer.EndSending();

        goOn.Set();

        Assert.Equal("late", await ReceiveTextAsync(link.Handler, 4));
        await link.Handler.ExpectMsgAsync<Tcp.PeerClosed>();
    }

    [Fact]
    public async Task More_sockets_than_are_told_of_at_once_are_all_read()
    {
        const int Count = 600;
        var server = await BindAsync();
        var peers = new List<RawPeer>();
        using var goOn = new ManualResetEventSlim();
        for (var i = 0; i < Count; i++)
        {
            peers.Add(await RawPeer.ConnectAsync(server.Address));
            await server.Handler.ExpectMsgAsync<Tcp.Connected>();
            server.Handler.Reply(new Tcp.Register(server.Handler));
        }

        Sys.ActorOf(Props.Create(() => new Blocking(TestActor))).Tell(goOn);
        await ExpectMsgAsync("blocks");
        foreach (var peer in peers)
            await peer.SendAsync("x");
        goOn.Set();

        await ReceiveAsync(server.Handler, Count);
        peers.ForEach(peer => peer.Dispose());
    }

    [Fact]
    public async Task A_new_connection_gets_what_is_its_own_after_others_have_gone()
    {
        var server = await BindAsync();
        for (var i = 0; i < 50; i++)
        {
            using var peer = await RawPeer.ConnectAsync(server.Address);
            await server.Handler.ExpectMsgAsync<Tcp.Connected>();
            var connection = server.Handler.LastSender;
            var handler = CreateTestProbe();
            server.Handler.Send(connection, new Tcp.Register(handler));
            await peer.SendAsync($"{i:d3}");
            Assert.Equal($"{i:d3}", await ReceiveTextAsync(handler, 3));
            Assert.Equal(connection, handler.LastSender);
            handler.Send(connection, Tcp.Abort.Instance);
            await handler.ExpectMsgAsync<Tcp.Aborted>();
        }
    }

    [Fact]
    public async Task A_handler_whose_mailbox_is_bounded_gets_all_bytes()
    {
        var server = await BindAsync();
        using var peer = await RawPeer.ConnectAsync(server.Address);
        await server.Handler.ExpectMsgAsync<Tcp.Connected>();
        var handler = Sys.ActorOf(Props.Create(() => new Counting(TestActor)).WithMailbox("two"));
        server.Handler.Reply(new Tcp.Register(handler));

        await peer.SendAsync(Pattern(1_000_000));
        peer.EndSending();

        Assert.Equal(1_000_000, await ExpectMsgAsync<int>());
    }

    [Fact]
    public async Task Work_from_outside_comes_before_what_it_led_to()
    {
        var order = new List<string>();
        using var goOn = new ManualResetEventSlim();
        var dispatcher = Sys.Dispatchers.Lookup("other");
        dispatcher.Schedule(() =>
        {
            TestActor.Tell("blocks");
            goOn.Wait(TimeSpan.FromSeconds(20));
            dispatcher.Schedule(() =>
            {
                order.Add("inside");
                TestActor.Tell("done");
            });
        });
        await ExpectMsgAsync("blocks");
        dispatcher.Schedule(() => order.Add("outside"));
        goOn.Set();

        await ExpectMsgAsync("done");
        Assert.Equal(["outside", "inside"], order);
    }

    [Fact]
    public async Task A_client_that_is_lost_before_it_is_accepted_is_passed_over()
    {
        var server = await BindAsync(pullMode: true);
        (await RawPeer.ConnectAsync(server.Address)).Reset();
        using var peer = await RawPeer.ConnectAsync(server.Address);

        server.Listener.Tell(new Tcp.ResumeAccepting(1));

        var connected = await server.Handler.ExpectMsgAsync<Tcp.Connected>();
        Assert.Equal(peer.Socket.LocalEndPoint, connected.RemoteAddress);
    }

    private sealed class Busy : ReceiveActor
    {
        public Busy() => ReceiveAny(message => Self.Tell(message));
    }

    private sealed class Counting : ReceiveActor
    {
        private int _count;

        public Counting(IActorRef witness)
        {
            Receive<Tcp.Received>(received => _count += received.Data.Count);
            Receive<Tcp.PeerClosed>(_ => witness.Tell(_count));
        }
    }

    private sealed class Blocking : ReceiveActor
    {
        public Blocking(IActorRef witness) => Receive<ManualResetEventSlim>(goOn =>
        {
            witness.Tell("blocks");
            goOn.Wait(TimeSpan.FromSeconds(20));
        });
    }
}

[Collection(DescriptorCounting.Name)]
public class EventLoopEndSpecs
{
    [Fact]
    public async Task A_terminated_system_leaves_no_descriptor_of_a_loop()
    {
        var before = Footprint.EventPolls();
        var system = ActorSystem.Create(
            "leaving", "some { type = ForkJoinDispatcher, dedicated-thread-pool.thread-count = 1 }");
        var runs = new TaskCompletionSource<int>();
        system.Dispatchers.Lookup("some").Schedule(() => runs.SetResult(Footprint.EventPolls()));
        Assert.Equal(before + 1, await runs.Task);

        await system.Terminate();

        Assert.Equal(before, Footprint.EventPolls());
    }
}
#endif
