using ActorArbiter.StampedTcp;
using Akka.Actor;
using StampedTcp.Tests.Support;
using Xunit.Abstractions;

namespace StampedTcp.Tests;

/// <summary>What is said of actors on an event loop, and of their sockets.</summary>
public sealed class EventLoopDispatcherSpecs(ITestOutputHelper output) : StampedTcpSpecs(output, $$"""
    other-loop.type = "{{LoopType}}"
    third-loop { type = "{{LoopType}}", throughput = 17 }
    """)
{
    [Fact]
    public async Task Actors_have_their_turns_in_the_order_in_which_they_were_told_something()
    {
        const int Actors = 100;
        var order = new List<int>();
        var actors = Enumerable.Range(0, Actors).Select(number =>
        {
            var actor = LoopActor.On(Sys);
            actor.Reaction = _ => order.Add(number);
            return actor;
        }).ToArray();
        foreach (var actor in actors)
            await actor.InTurnAsync(_ => { });

        await LoopActor.On(Sys).InTurnAsync(_ =>
        {
            for (var number = Actors - 1; number >= 0; number--)
                actors[number].Ref.Tell("go", ActorRefs.NoSender);
        });
        foreach (var actor in actors)
            await actor.ExpectAsync("go");

        Assert.Equal(Enumerable.Range(0, Actors).Reverse(), order);
    }

    [Fact]
    public async Task What_many_threads_tell_arrives_in_the_order_of_each()
    {
        const int Threads = 4;
        const int Each = 2_000;
        var actor = LoopActor.On(Sys);

        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(() =>
        {
            for (var number = 0; number < Each; number++)
                actor.Ref.Tell((thread, number), ActorRefs.NoSender);
        })));

        var next = new int[Threads];
        for (var message = 0; message < Threads * Each; message++)
        {
            var (thread, number) = ((int, int))await actor.ToldAsync();
            Assert.Equal(next[thread]++, number);
        }
    }

    [Fact]
    public async Task Actors_on_it_and_actors_elsewhere_talk_to_each_other()
    {
        const int Rounds = 2_000;
        var here = LoopActor.On(Sys);
        var there = LoopActor.Elsewhere(Sys);
        var done = new TaskCompletionSource();
        here.Reaction = round => there.Ref.Tell(round, ActorRefs.NoSender);
        there.Reaction = round =>
        {
            if ((int)round == Rounds)
                done.SetResult();
            else
                here.Ref.Tell((int)round + 1, ActorRefs.NoSender);
        };

        here.Ref.Tell(0, ActorRefs.NoSender);

        await done.Task.Bounded();
    }

    [Fact]
    public async Task Actors_can_come_after_the_last_one_went()
    {
        for (var round = 0; round < 50; round++)
        {
            var actor = LoopActor.On(Sys);
            await actor.InTurnAsync(_ => { });
            actor.Ref.Tell(PoisonPill.Instance);
            await actor.StoppedAsync(Sys);
        }
    }

    [Fact]
    public async Task Sockets_are_read_however_busy_the_actors_are()
    {
        using var link = await ConnectAsync();
        var busy = LoopActor.On(Sys);
        busy.Reaction = again => busy.Ref.Tell(again, ActorRefs.NoSender);
        busy.Ref.Tell("again", ActorRefs.NoSender);

        for (var round = 0; round < 50; round++)
        {
            await link.Peer.SendAsync("in between");
            Assert.Equal("in between", await link.ReadTextAsync(10));
        }

        busy.Reaction = null;
    }

    [Fact]
    public async Task Actors_get_on_however_much_the_sockets_bring()
    {
        using var link = await ConnectAsync();
        var received = 0L;
        link.Owner.Reaction = _ =>
        {
            if (link.Socket.Receive(out var bytes, out var _) == ReceiveStatus.Bytes)
                received += bytes.Length;
            link.Socket.AwaitReadable();
        };
        await link.AwaitReadableAsync();
        using var stop = new CancellationTokenSource();
        var flooding = Task.Run(() =>
        {
            var much = new byte[100_000];
            while (!stop.IsCancellationRequested)
                link.Peer.Socket.Send(much);
        });

        var actor = LoopActor.On(Sys);
        for (var round = 0; round < 200; round++)
            await actor.InTurnAsync(_ => { });

        await stop.CancelAsync();
        await flooding.Bounded();
        Assert.NotEqual(0, await link.Owner.InTurnAsync(_ => received));
    }

    [Fact]
    public async Task An_actor_that_blocks_its_loop_holds_up_no_sockets_of_another()
    {
        using var link = await ConnectAsync();
        var other = LoopActor.On(Sys, "other-loop");

        using (await other.BlockAsync())
        {
            await link.Peer.SendAsync("meanwhile");
            Assert.Equal("meanwhile", await link.ReadTextAsync(9));
        }
    }

    [Fact]
    public async Task Several_loops_of_one_system_have_sockets_each()
    {
        foreach (var dispatcher in (string[])[StampedTcpExtension.DispatcherId, "other-loop", "third-loop"])
        {
            var server = await TestServer.StartAsync(Sys, dispatcher: dispatcher);
            using var link = await server.ConnectAsync();
            await link.Peer.SendAsync(dispatcher);

            Assert.Equal(dispatcher, await link.ReadTextAsync(dispatcher.Length));
            Assert.Equal(dispatcher, await link.Owner.InTurnAsync(_ => Thread.CurrentThread.Name));
        }
    }

    [Fact]
    public async Task What_came_while_the_thread_was_blocked_is_read_after_it()
    {
        var server = await ListenAsync();
        using var link = await server.ConnectAsync();
        using (await server.Owner.BlockAsync())
        {
            await link.Peer.SendAsync("late");
            link.Peer.EndSending();
        }

        Assert.Equal("late", await link.ReadTextAsync(4));
        await link.ExpectAsync(ReceiveStatus.End);
    }

    [Fact]
    public async Task More_sockets_than_are_told_of_at_once_are_all_read()
    {
        const int Count = 600;
        var server = await ListenAsync(new StampedListenerOptions { KernelTimestamps = false });
        var links = new List<Link>();
        for (var number = 0; number < Count; number++)
        {
            var link = await server.ConnectAsync();
            await link.AwaitReadableAsync();
            links.Add(link);
        }

        using (await server.Owner.BlockAsync())
        {
            foreach (var link in links)
                link.Peer.Socket.Send("x"u8);
        }

        foreach (var link in links)
        {
            await link.ExpectAsync(SocketEvent.Readable);
            Assert.Equal("x", (await link.ReceiveAsync()).Text);
        }

        links.ForEach(link => link.Dispose());
    }

    [Fact]
    public async Task Work_that_throws_is_logged_and_the_loop_goes_on()
    {
        using var link = await ConnectAsync();
        var loop = Sys.Dispatchers.Lookup(StampedTcpExtension.DispatcherId);

        await EventFilter.Exception<TimeoutException>("It was to fail.").ExpectOneAsync(() =>
        {
            loop.Schedule(() => throw new TimeoutException("It was to fail."));
            return Task.CompletedTask;
        });

        await link.Peer.SendAsync("still here");
        Assert.Equal("still here", await link.ReadTextAsync(10));
    }

    [Fact]
    public async Task An_actor_that_throws_is_restarted_as_everywhere()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Failing()).WithDispatcher(StampedTcpExtension.DispatcherId));

        await EventFilter.Exception<TimeoutException>().ExpectOneAsync(() =>
        {
            actor.Tell("fail");
            return Task.CompletedTask;
        });

        actor.Tell("?");
        await ExpectMsgAsync("?");
    }

    [Fact]
    public void An_actor_takes_as_many_messages_in_a_turn_as_the_settings_say()
    {
        Assert.Equal(1, Sys.Dispatchers.Lookup(StampedTcpExtension.DispatcherId).Throughput);
        Assert.Equal(17, Sys.Dispatchers.Lookup("third-loop").Throughput);
    }

    [Fact]
    public async Task An_actor_that_takes_many_messages_in_a_turn_takes_them_before_the_next_actors()
    {
        var first = LoopActor.On(Sys, "third-loop");
        var second = LoopActor.On(Sys, "third-loop");
        var order = new List<string>();
        first.Reaction = _ => order.Add("first");
        second.Reaction = _ => order.Add("second");
        await second.InTurnAsync(_ => { });

        await first.InTurnAsync(_ =>
        {
            second.Ref.Tell("go", ActorRefs.NoSender);
            for (var message = 0; message < 10; message++)
                first.Ref.Tell("go", ActorRefs.NoSender);
        });
        await second.ExpectAsync("go");

        // Still its turn when it is told them.
        Assert.Equal([.. Enumerable.Repeat("first", 10), "second"], order);
    }

    private sealed class Failing : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is "fail")
                throw new TimeoutException("It was to fail.");
            Sender.Tell(message);
        }
    }
}
