#if !AKKA_PACKAGES // There no thread waits for sockets where it waits for work.
using System.Net;
using System.Text;
using Akka.Actor;
using Akka.IO;
using Xunit.Abstractions;

namespace Runtime.Tests.IO;

/// <summary>What is said of sends that an event loop leaves to another thread, as there is more to do than it gets done.</summary>
public class AssistantSpecs(ITestOutputHelper output) : CrowdSpecs(output)
{
    [Fact]
    public async Task Each_peer_gets_its_own_bytes_whole_and_in_order()
    {
        using var crowd = await GatherAsync(Props.Create(() => new Echo()));
        for (var round = 0; round < 20; round++)
        {
            // Several chunks each, so that a write comes while the one before is sent.
            var said = Enumerable.Range(0, Crowd)
                .Select(peer => string.Concat(Enumerable.Range(0, 700).Select(part => $"{round}.{peer}.{part};")))
                .ToArray();
            await SendAtOnceAsync(crowd, peer => said[peer]);
            for (var peer = 0; peer < Crowd; peer++)
                Assert.Equal(said[peer], await crowd.Peers[peer].ReceiveTextAsync(said[peer].Length));
        }
    }

    [Fact]
    public async Task Each_write_is_acknowledged_once_and_in_order()
    {
        const int Writes = 5;
        using var crowd = await GatherAsync(Props.Create(() => new Acknowledged(Writes, TestActor)));

        await SendAtOnceAsync(crowd, _ => "go");

        for (var peer = 0; peer < Crowd; peer++)
            Assert.Equal("01234", await ExpectMsgAsync<string>());
        foreach (var peer in crowd.Peers)
            Assert.Equal("01234", await peer.ReceiveTextAsync(Writes));
    }

    [Fact]
    public async Task A_close_waits_for_what_is_being_sent()
    {
        using var crowd = await GatherAsync(Props.Create(() => new Replying(Tcp.Close.Instance, TestActor)));

        await SendAtOnceAsync(crowd, _ => "?");

        foreach (var peer in crowd.Peers)
            Assert.Equal("!", Encoding.UTF8.GetString(await peer.ReceiveToEndAsync()));
        for (var peer = 0; peer < Crowd; peer++)
            await ExpectMsgAsync<Tcp.Closed>();
    }

    [Fact]
    public async Task A_close_of_who_never_registers_waits_for_what_is_being_sent()
    {
        using var crowd = await GatherAsync(Props.Create(() => new Echo()));
        var full = Sys.ActorOf(Props.Create(() => new Full(TestActor)));
        Manager.Tell(new Tcp.Bind(full, AnyPort), full);
        var address = (await ExpectMsgAsync<Tcp.Bound>()).LocalAddress;
        var refused = new List<RawPeer>();

        await SendAtOnceAsync(crowd, _ => "?", beforeEach: async number =>
        {
            if (number == 0) await ConnectAsync(address, refused);
        });

        foreach (var peer in refused)
            Assert.Equal("full", Encoding.UTF8.GetString(await peer.ReceiveToEndAsync()));
        foreach (var _ in refused)
            await ExpectMsgAsync<Tcp.Closed>();
        refused.ForEach(peer => peer.Dispose());
    }

    [Fact]
    public async Task What_is_not_sent_at_an_abort_does_not_reach_who_connected_meanwhile()
    {
        // The loop is behind for so short a time that it leaves less to be sent than it hands over at once. Before it sends that
        // itself it closes the first ten connections, and accepts new ones, which get their descriptors.
        using var aborted = await GatherAsync(Props.Create(() => new Replying(Tcp.Abort.Instance, TestActor)), 60);
        var next = new List<RawPeer>();
        await SendAtOnceAsync(aborted, _ => "?", beforeEach: async number =>
        {
            if (number == 10) await ConnectAsync(aborted.Server.Address, next);
        });
        foreach (var _ in aborted.Peers)
            await ExpectMsgAsync<Tcp.Aborted>();

        var echo = Sys.ActorOf(Props.Create(() => new Echo()));
        foreach (var peer in next)
        {
            await aborted.Server.Handler.ExpectMsgAsync<Tcp.Connected>();
            aborted.Server.Handler.Reply(new Tcp.Register(echo));
            await peer.SendAsync("mine");
            peer.EndSending();
        }

        foreach (var peer in next)
            Assert.Equal("mine", Encoding.UTF8.GetString(await peer.ReceiveToEndAsync()));
        next.ForEach(peer => peer.Dispose());
    }

    [Fact]
    public async Task Peers_that_do_not_read_hold_up_nobody_and_miss_nothing()
    {
        // More than the kernel has room for.
        var much = Pattern(8_000_000);
        using var crowd = await GatherAsync(Props.Create(() => new Generous(ByteString.FromBytes(much), TestActor)), Crowd - 6);
        using var others = await GatherAsync(Props.Create(() => new Echo()), 6, crowd.Server);

        await SendAtOnceAsync(crowd, _ => "?");
        foreach (var other in others.Peers)
        {
            await other.SendAsync("and I?");
            Assert.Equal("and I?", await other.ReceiveTextAsync(6));
        }

        foreach (var peer in crowd.Peers.Take(10))
        {
            Assert.Equal(much, await peer.ReceiveAsync(much.Length));
            await ExpectMsgAsync("sent");
        }
    }

    [Fact]
    public async Task Peers_that_pause_get_everything_when_they_go_on()
    {
        const int Rounds = 40;
        var reply = ByteString.FromBytes(Pattern(8_000));
        var server = await BindAsync(pullMode: false, new Inet.SO.SendBufferSize(16_384));
        using var crowd = await GatherAsync(Props.Create(() => new ReplyingToEachByte(reply)), server: server);

        for (var round = 0; round < Rounds; round++)
            await SendAtOnceAsync(crowd, _ => "?");

        foreach (var peer in crowd.Peers)
        {
            var all = await peer.ReceiveAsync(Rounds * reply.Count);
            Assert.All(all.Chunk(reply.Count), each => Assert.Equal(reply.ToArray(), each));
        }
    }

    [Fact]
    public async Task A_peer_that_is_lost_is_told_once_however_it_is_found_out()
    {
        using var crowd = await GatherAsync(Props.Create(() => new Replying(null, TestActor)));
        await SendAtOnceAsync(crowd, _ => "?", after: () => crowd.Peers.ForEach(peer => peer.Reset()));

        for (var peer = 0; peer < Crowd; peer++)
            await ExpectMsgAsync<Tcp.ErrorClosed>();
        await ExpectNoMsgAsync(AWhile);
    }

    private static async Task ConnectAsync(EndPoint address, List<RawPeer> peers)
    {
        for (var peer = 0; peer < 30; peer++)
            peers.Add(await RawPeer.ConnectAsync(address));
    }

    /// <summary>Writes the numbers from 0, each in its own write, and tells which were acknowledged.</summary>
    private sealed class Acknowledged : ReceiveActor
    {
        public Acknowledged(int writes, IActorRef witness)
        {
            var acknowledged = "";
            Receive<Tcp.Received>(_ =>
            {
                for (var number = 0; number < writes; number++)
                    Sender.Tell(Text($"{number}", new Ack(number)));
            });
            Receive<Ack>(ack =>
            {
                acknowledged += ack.Number;
                if (acknowledged.Length == writes) witness.Tell(acknowledged);
            });
        }
    }

    /// <summary>Replies, and closes when the connection had its turn to send; tells how it ended.</summary>
    private sealed class Replying : ReceiveActor
    {
        public Replying(Tcp.CloseCommand? close, IActorRef witness)
        {
            Receive<Tcp.Received>(_ =>
            {
                Sender.Tell(Text("!"));
                if (close is not null) Self.Forward(close);
            });
            Receive<Tcp.CloseCommand>(command => Sender.Tell(command));
            Receive<Tcp.ConnectionClosed>(witness.Tell);
        }
    }

    /// <summary>Says so to each client, which it does not register; tells what it is told.</summary>
    private sealed class Full : ReceiveActor
    {
        public Full(IActorRef witness)
        {
            Receive<Tcp.Connected>(_ =>
            {
                Sender.Tell(Text("full"));
                Sender.Tell(Tcp.Close.Instance);
            });
            ReceiveAny(witness.Tell);
        }
    }

    private sealed class ReplyingToEachByte : ReceiveActor
    {
        public ReplyingToEachByte(ByteString reply) => Receive<Tcp.Received>(received =>
        {
            for (var left = received.Data.Count; left > 0; left--)
                Sender.Tell(Tcp.Write.Create(reply));
        });
    }

    /// <summary>Replies with much; tells when it is sent.</summary>
    private sealed class Generous : ReceiveActor
    {
        public Generous(ByteString much, IActorRef witness)
        {
            Receive<Tcp.Received>(_ => Sender.Tell(Tcp.Write.Create(much, new Ack(0))));
            Receive<Ack>(_ => witness.Tell("sent"));
            Receive<Tcp.ConnectionClosed>(_ => { });
        }
    }
}
#endif
