using System.Net;
using System.Net.Sockets;
using System.Text;
using ActorArbiter.Ordering;
using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Server;
using ActorArbiter.Tests.RawTcp;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace ActorArbiter.Tests.Connections.Sessions;

/// <summary>Sessions over sockets, with an ordering actor that answers every PING and ends at every QUIT.</summary>
public sealed class SessionOverTcpSpecs : TestKit
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TestProbe _arbiter;

    public SessionOverTcpSpecs()
        : base(ServerSystem.ConfigFor(ServerSystem.Transport)) => _arbiter = CreateTestProbe("arbiter");

    [Fact]
    public async Task Every_line_of_a_client_that_does_not_wait_for_answers_is_answered_in_order()
    {
        const int Pings = 200_000;
        using var client = await ConnectAsync();
        var sending = Task.Run(async () =>
        {
            var pings = new StringBuilder();
            for (var i = 0; i < Pings; i++)
                pings.Append("PING ").Append(i).Append('\n');
            await client.SendAsync(Encoding.ASCII.GetBytes(pings + "QUIT\n"));
        });

        using var reader = new StreamReader(new NetworkStream(client));
        for (var i = 0; i < Pings; i++)
            Assert.Equal($"PONG {i}", await reader.ReadLineAsync().WaitAsync(Patience));
        Assert.Equal("BYE", await reader.ReadLineAsync().WaitAsync(Patience));
        Assert.Null(await reader.ReadLineAsync().WaitAsync(Patience));
        await sending;
    }

    [Fact]
    public async Task A_half_close_is_answered_by_the_end_of_the_session()
    {
        using var client = await ConnectAsync();
        await client.SendAsync("PING a\nPING b\nPING unfinished"u8.ToArray());
        using var reader = new StreamReader(new NetworkStream(client));

        client.Shutdown(SocketShutdown.Send);

        Assert.Equal("PONG a\nPONG b\nBYE\n", await reader.ReadToEndAsync().WaitAsync(Patience));
    }

    private async Task<Socket> ConnectAsync()
    {
        var ordering = Sys.ActorOf(Props.Create(() => new PingActor()));
        var server = _arbiter.ChildActorOf(TcpServerActor.PropsFor(
            new ListenerOptions(1, new IPEndPoint(IPAddress.Loopback, 0), ListenerProfile.Classic),
            ArbiterFixture.Defaults.Connections,
            ArbiterFixture.Defaults.Limits,
            ordering,
            ServerSystem.Transport.Create(Sys)));
        var listening = _arbiter.ExpectMsg<TcpServerProtocol.Listening>(Patience);
        server.Tell(new TcpServerProtocol.StartAccepting(), ActorRefs.NoSender);

        var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(listening.BoundTo);
        return client;
    }

    private sealed class PingActor : ReceiveActor
    {
        public PingActor()
        {
            Receive<OrderingProtocol.SessionLines>(said =>
            {
                var answers = new StringBuilder();
                foreach (var line in said.Lines)
                    answers.Append(line.Command is { Kind: SessionCommandKind.Ping } ping ? $"PONG {ping.Text}\n" : "BYE\n");
                Sender.Tell(new OrderingProtocol.Deliver(
                    Encoding.UTF8.GetBytes(answers.ToString()),
                    IsAnswer: true,
                    IsLast: said.Lines.Any(line => line.Command.Kind == SessionCommandKind.Quit)));
            });
            Receive<OrderingProtocol.SessionOver>(over =>
            {
                if (!over.IsLost)
                    Sender.Tell(new OrderingProtocol.Deliver("BYE\n"u8.ToArray(), IsAnswer: false, IsLast: true));
            });
        }
    }
}
