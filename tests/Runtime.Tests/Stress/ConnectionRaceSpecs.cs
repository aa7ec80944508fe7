using System.Collections.Concurrent;
using System.Net;
using Akka.Actor;
using Akka.IO;
using TestSupport;

namespace Runtime.Tests.Stress;

/// <summary>Connections whose both sides write, suspend, resume, and end in any way at any moment.</summary>
public sealed class ConnectionRaceSpecs : StressSpecs
{
    private const int Connections = 50;

    // A few of the test runner's own may come and go.
    private const int OthersSockets = 5;

    public ConnectionRaceSpecs()
        : base("akka.io.tcp.write-commands-queue-max-size = -1")
    {
    }

    [BundledOnlyFact("SuspendReading loses bytes, and Close drops what is not sent yet")]
    public async Task Each_side_receives_a_prefix_of_what_the_other_wrote_and_one_end()
    {
        var socketsBefore = Footprint.Sockets();
        var ends = new ConcurrentBag<ConnectionEnd>();
        var server = Sys.ActorOf(Props.Create(() => new RacingServer(ends)));
        var bound = await server.Ask<Tcp.Bound>("bind", Patience);

        for (var seed = 0; seed < Connections; seed++)
        {
            var (number, address) = (seed, bound.LocalAddress);
            Sys.ActorOf(Props.Create(() => new RacingClient(address, number, ends)));
        }

        Assert.True(Eventually(() => ends.Count == 2 * Connections), $"only {ends.Count} sides have ended");
        foreach (var sides in ends.GroupBy(side => side.ClientPort).Select(connection => connection.ToArray()))
        {
            Assert.Equal(2, sides.Length);
            AssertReceivedWhatWasWritten(sides[0], by: sides[1]);
            AssertReceivedWhatWasWritten(sides[1], by: sides[0]);
        }

        await server.GracefulStop(Patience);
        var sockets = 0;
        var closed = Eventually(() => (sockets = Footprint.Sockets()) <= socketsBefore + OthersSockets);
        Assert.True(closed, $"{sockets - socketsBefore} sockets are left");
    }

    private static void AssertReceivedWhatWasWritten(ConnectionEnd receiver, ConnectionEnd by)
    {
        Assert.Null(receiver.Fault);
        var closed = Assert.Single(receiver.Closed);
        Assert.InRange(receiver.Received, 0, by.Written);
        if (closed.IsPeerClosed || closed.IsConfirmed)
        {
            Assert.InRange(receiver.Received, by.Promised, by.Written);
        }
    }

    private sealed class RacingServer : ReceiveActor
    {
        public RacingServer(ConcurrentBag<ConnectionEnd> ends)
        {
            IActorRef asker = ActorRefs.Nobody;
            var seed = Connections;
            Receive<string>(_ =>
            {
                asker = Sender;
                Context.System.Tcp().Tell(new Tcp.Bind(Self, new IPEndPoint(IPAddress.Loopback, 0)));
            });
            Receive<Tcp.Bound>(bound => asker.Tell(bound));
            Receive<Tcp.Connected>(connected =>
            {
                var number = seed++;
                Context.ActorOf(Props.Create(() => new RacingPeer(number, ends)))
                    .Tell(new RacingPeer.Begin(Sender, ((IPEndPoint)connected.RemoteAddress).Port, WritesFirst: false));
            });
        }
    }

    private sealed class RacingClient : ReceiveActor
    {
        public RacingClient(EndPoint server, int seed, ConcurrentBag<ConnectionEnd> ends)
        {
            var peer = Context.ActorOf(Props.Create(() => new RacingPeer(seed, ends)));
            Receive<Tcp.Connected>(
                connected => peer.Tell(
                    new RacingPeer.Begin(Sender, ((IPEndPoint)connected.LocalAddress).Port, WritesFirst: true)));
            Context.System.Tcp().Tell(new Tcp.Connect(server));
        }
    }
}
