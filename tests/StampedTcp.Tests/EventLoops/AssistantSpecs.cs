using System.Text;
using ActorArbiter.StampedTcp;
using StampedTcp.Tests.Support;
using Xunit.Abstractions;

namespace StampedTcp.Tests.EventLoops;

/// <summary>What is said of sends that a loop leaves to another thread, as there is more to do than it gets done.</summary>
public sealed class AssistantSpecs(ITestOutputHelper output) : StampedTcpSpecs(output)
{
    // A loop is behind by far fewer.
    private const int Many = 128;

    [Fact]
    public async Task Each_peer_gets_its_own_bytes_whole_and_in_order()
    {
        using var crowd = await GatherAsync(Many, Echo);
        for (var round = 0; round < 20; round++)
        {
            var said = Enumerable.Range(0, Many)
                .Select(peer => string.Concat(Enumerable.Range(0, 200).Select(part => $"{round}.{peer}.{part};")))
                .ToArray();
            await crowd.SendAtOnceAsync(peer => said[peer]);
            for (var peer = 0; peer < Many; peer++)
                Assert.Equal(said[peer], await crowd.Links[peer].Peer.ReceiveTextAsync(said[peer].Length));
        }
    }

    [Fact]
    public async Task Sends_behind_one_that_is_left_to_it_come_behind_it_and_Sent_is_told_once()
    {
        using var crowd = await GatherAsync(Many, (link, told) =>
        {
            if (told != SocketEvent.Readable || link.Socket.Receive(out _, out _) != ReceiveStatus.Bytes)
                return;
            var isSent = true;
            for (var number = 0; number < 5; number++)
                isSent = link.Socket.Send(Encoding.UTF8.GetBytes($"{number}"));
            if (isSent)
                link.Owner.Ref.Tell("sent at once", null);
        });

        await crowd.SendAtOnceAsync(_ => "go");

        foreach (var link in crowd.Links)
            Assert.Equal("01234", await link.Peer.ReceiveTextAsync(5));
        await crowd.Server.SettleAsync();
        var delegated = 0;
        foreach (var link in crowd.Links)
        {
            await link.ExpectAsync(SocketEvent.Readable);
            delegated += await link.Owner.ToldAsync() == SocketEvent.Sent ? 1 : 0;
            Assert.False(link.Owner.IsTold);
        }

        // All but those with too few behind them.
        if (Environment.ProcessorCount > 1)
            Assert.InRange(delegated, Many / 2, Many);
    }

    [Fact]
    public async Task The_end_of_the_sending_side_comes_behind_what_is_left_to_it()
    {
        using var crowd = await GatherAsync(Many, (link, told) =>
        {
            if (told != SocketEvent.Readable || link.Socket.Receive(out _, out _) != ReceiveStatus.Bytes)
                return;
            link.Socket.Send("goodbye"u8.ToArray());
            link.Socket.EndSending();
        });

        await crowd.SendAtOnceAsync(_ => "?");

        foreach (var link in crowd.Links)
            Assert.Equal("goodbye"u8.ToArray(), await link.Peer.ReceiveToEndAsync());
    }

    [Fact]
    public async Task A_socket_that_is_closed_meanwhile_is_reset_and_tells_nothing_more()
    {
        for (var round = 0; round < 10; round++)
        {
            // In the same turn, or when others had theirs: the assistant has not begun, or is at it, or is done.
            using var crowd = await GatherAsync(Many, (link, told) =>
            {
                if (told == SocketEvent.Readable && link.Socket.Receive(out _, out _) == ReceiveStatus.Bytes)
                {
                    link.Socket.Send("!"u8.ToArray());
                    if (link.Peer.LocalEndPoint.Port % 3 == 0)
                        link.Socket.Close();
                    else
                        link.Owner.Ref.Tell("close", null);
                }
                else if (told is "close")
                {
                    link.Socket.Close();
                }
            });

            await crowd.SendAtOnceAsync(_ => "?");

            foreach (var link in crowd.Links)
                Assert.InRange(await link.Peer.ExpectResetAsync(), 0, 1);
        }
    }

    [Fact]
    public async Task What_was_not_sent_at_a_close_does_not_reach_who_connected_meanwhile()
    {
        var next = new List<(StampedSocket Socket, LoopActor Owner)>();
        var opening = new Stack<(LoopActor Owner, Akka.Actor.IActorContext Context)>();
        var server = default(TestServer);
        using var crowd = await GatherAsync(Many, (link, told) =>
        {
            if (told != SocketEvent.Readable || link.Socket.Receive(out _, out _) != ReceiveStatus.Bytes)
                return;
            link.Socket.Send("for another"u8.ToArray());
            link.Socket.Close();

            // Gets the descriptor.
            if (server!.Listener.TryAccept() is not { } socket)
                return;
            var (owner, context) = opening.Pop();
            socket.Open(context);
            socket.AwaitReadable();
            next.Add((socket, owner));
        });
        server = crowd.Server;
        for (var number = 0; number < Many; number++)
        {
            var owner = LoopActor.On(Sys);
            opening.Push((owner, await owner.InTurnAsync(context => context)));
        }

        var peers = new List<RawPeer>();
        using (await server.Owner.BlockAsync())
        {
            for (var number = 0; number < Many; number++)
                peers.Add(await RawPeer.ConnectAsync(server.Address));
            foreach (var link in crowd.Links)
                await link.Peer.SendAsync("?");
        }

        foreach (var link in crowd.Links)
            await link.ExpectAsync(SocketEvent.Readable);
        await server.SettleAsync();
        Assert.Equal(Many, next.Count);
        for (var number = 0; number < Many; number++)
        {
            // Accepted in the order in which they came.
            var link = new Link(next[number].Socket, next[number].Owner, peers[number]);
            Assert.False(link.Owner.IsTold);
            await link.Peer.SendAsync("mine");
            await link.ExpectAsync(SocketEvent.Readable);
            Assert.Equal("mine", (await link.ReceiveAsync()).Text);
            await link.EndSendingAsync();
            Assert.Empty(await link.Peer.ReceiveToEndAsync());
            link.Dispose();
        }
    }

    [Fact]
    public async Task Peers_that_do_not_read_hold_up_nobody_and_miss_nothing()
    {
        var much = Pattern(1_000_000);
        using var crowd = await GatherAsync(
            Many,
            (link, told) =>
            {
                if (told == SocketEvent.Readable && link.Socket.Receive(out _, out _) == ReceiveStatus.Bytes)
                    Assert.False(link.Socket.Send(much));
            },
            WithLittleSpace);
        using var other = await crowd.Server.ConnectAsync();

        await crowd.SendAtOnceAsync(_ => "?");
        for (var round = 0; round < 20; round++)
        {
            await other.Peer.SendAsync("and I?");
            Assert.Equal("and I?", await other.ReadTextAsync(6));
        }

        foreach (var link in crowd.Links.Take(10))
        {
            Assert.Equal(much, await link.Peer.ReceiveAsync(much.Length));
            await link.ExpectAsync(SocketEvent.Readable);
            await link.ExpectAsync(SocketEvent.Sent);
        }
    }

    [Fact]
    public async Task Peers_that_pause_get_everything_when_they_go_on()
    {
        const int Rounds = 30;
        var reply = Pattern(8_000);
        using var crowd = await GatherAsync(
            Many / 2,
            (link, told) =>
            {
                if (told == SocketEvent.Readable && link.Socket.Receive(out var bytes, out _) == ReceiveStatus.Bytes)
                {
                    for (var left = bytes.Length; left > 0; left--)
                        link.Socket.Send(reply);
                }

                link.Socket.AwaitReadable();
            },
            WithLittleSpace);

        for (var round = 0; round < Rounds; round++)
            await crowd.SendAtOnceAsync(_ => "?");

        foreach (var link in crowd.Links)
        {
            var all = await link.Peer.ReceiveAsync(Rounds * reply.Length);
            Assert.All(all.Chunk(reply.Length), each => Assert.Equal(reply, each));
        }
    }

    [Fact]
    public async Task Peers_that_are_lost_meanwhile_are_told_of_once()
    {
        using var crowd = await GatherAsync(Many, (link, told) =>
        {
            if (told == SocketEvent.Readable && link.Socket.Receive(out _, out _) == ReceiveStatus.Bytes)
                link.Socket.Send("!"u8.ToArray());
        });
        using (await crowd.Server.Owner.BlockAsync())
        {
            foreach (var link in crowd.Links)
            {
                await link.Peer.SendAsync("?");
                link.Peer.Reset();
            }
        }

        await crowd.Server.SettleAsync();
        foreach (var link in crowd.Links)
        {
            await link.ExpectAsync(SocketEvent.Readable);
            await link.ExpectAsync(SocketEvent.Failed);
            Assert.False(link.Owner.IsTold);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(70)]
    [InlineData(300)]
    public async Task However_many_wait_all_are_answered(int count)
    {
        using var crowd = await GatherAsync(count, Echo);

        await crowd.SendAtOnceAsync(peer => $"{peer:d3}");

        for (var peer = 0; peer < count; peer++)
            Assert.Equal($"{peer:d3}", await crowd.Links[peer].Peer.ReceiveTextAsync(3));
    }

    internal static void Echo(Link link, object told)
    {
        if (told == SocketEvent.Readable && link.Socket.Receive(out var bytes, out _) == ReceiveStatus.Bytes)
            link.Socket.Send(bytes.ToArray());
        link.Socket.AwaitReadable();
    }

    private Task<Crowd> GatherAsync(int count, Action<Link, object> reaction, StampedListenerOptions? options = null) =>
        Crowd.GatherAsync(Sys, count, reaction, options);
}
