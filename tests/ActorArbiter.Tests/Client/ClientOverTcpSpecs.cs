using System.Net;
using System.Net.Sockets;
using System.Text;
using ActorArbiter.Protocol;
using ActorClient;
using ActorClient.Conversation;
using Akka.IO;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace ActorArbiter.Tests.Client;

/// <summary>The conversation over real TCP, with a raw socket for a server.</summary>
public sealed class ClientOverTcpSpecs : TestKit
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TestProbe _observer;

    public ClientOverTcpSpecs() => _observer = CreateTestProbe("observer");

    [Fact]
    public async Task A_reply_in_single_bytes_is_one_reply_and_the_client_closes()
    {
        using var server = await Accept(Start());
        Assert.Equal("Client X: Alice\n", await ReadLine(server));

        foreach (var value in "X: Alice received before Y: Bob\n"u8.ToArray())
            await server.SendAsync(new[] { value });

        ExpectOutcome(new ClientOutcome.Replied("X: Alice received before Y: Bob"));
        Assert.Equal(0, await server.ReceiveAsync(new byte[1]).WaitAsync(Patience));
    }

    [Fact]
    public async Task A_reply_without_a_line_end_is_ended_by_the_close()
    {
        using (var server = await Accept(Start()))
        {
            await ReadLine(server);
            await server.SendAsync("X: Alice received before Y: Bob"u8.ToArray());
            server.Shutdown(SocketShutdown.Both);
        }

        ExpectOutcome(new ClientOutcome.Replied("X: Alice received before Y: Bob"));
    }

    [Fact]
    public async Task A_sentence_of_32_KiB_arrives_whole()
    {
        var sentence = new string('x', ProtocolLimits.MaxSentenceBytes);
        using var server = await Accept(Start());
        await ReadLine(server);

        await server.SendAsync(Encoding.UTF8.GetBytes(sentence + "\r\n"));

        ExpectOutcome(new ClientOutcome.Replied(sentence));
    }

    [Fact]
    public async Task An_error_line_is_a_refusal()
    {
        using var server = await Accept(Start());
        await server.SendAsync("ERROR busy try later\n"u8.ToArray());

        ExpectOutcome(new ClientOutcome.Refused(new ErrorReply("busy", "try later")));
    }

    [Fact]
    public async Task A_connection_closed_before_the_reply_is_lost()
    {
        using (var server = await Accept(Start()))
            await ReadLine(server);

        ExpectOutcome(new ClientOutcome.ConnectionLost("the server closed the connection"));
    }

    [Fact]
    public async Task A_reset_connection_is_lost()
    {
        using (var server = await Accept(Start()))
        {
            await ReadLine(server);
            server.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        Assert.IsType<ClientOutcome.ConnectionLost>(Outcome());
    }

    [Fact]
    public async Task A_greeting_in_pieces_is_awaited_and_its_letter_used()
    {
        using var server = await Accept(Start(options => options with { Greeting = true }));
        _observer.ExpectMsg<ClientProtocol.Connected>(Patience);

        foreach (var piece in new[] { "Client", " Y", " connected" })
            await server.SendAsync(Encoding.UTF8.GetBytes(piece));

        Assert.Equal(ContenderId.Parse("Y"), _observer.ExpectMsg<ClientProtocol.Greeted>(Patience).Letter);
        Assert.Equal("Client Y: Alice\n", await ReadLine(server));
    }

    [Fact]
    public async Task A_server_that_comes_up_later_is_found()
    {
        var port = FreePort();
        Sys.ActorOf(ClientActor.PropsFor(Conversations.WithServer(port), _observer, Sys.Tcp()));
        _observer.ExpectMsg<ClientProtocol.ServerAwaited>(Patience);

        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        using var server = await listener.AcceptSocketAsync().WaitAsync(Patience);

        Assert.Equal("Client X: Alice\n", await ReadLine(server));
    }

    [Fact]
    public void A_server_that_never_comes_up_is_given_up()
    {
        var options = Conversations.WithServer(FreePort()) with { ConnectWait = TimeSpan.FromMilliseconds(150) };
        Sys.ActorOf(ClientActor.PropsFor(options, _observer, Sys.Tcp()));

        Assert.IsType<ClientOutcome.CannotConnect>(Outcome());
    }

    [Fact]
    public void A_server_that_there_is_no_way_to_is_given_up_at_once()
    {
        var options = Conversations.WithServer() with
        {
            Host = IPAddress.Broadcast.ToString(),
            ConnectWait = TimeSpan.FromHours(1),
            Timeout = TimeSpan.FromHours(1),
        };
        Sys.ActorOf(ClientActor.PropsFor(options, _observer, Sys.Tcp()));

        var outcome = Assert.IsType<ClientOutcome.CannotConnect>(Outcome());
        Assert.NotEqual("nothing listens there", outcome.Reason);
        Assert.DoesNotContain(options.Host, outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_localhost_is_resolved()
    {
        using var server = await Accept(Start(options => options with { Host = "localhost" }));

        Assert.Equal("Client X: Alice\n", await ReadLine(server));
    }

    [Fact]
    public async Task A_silent_server_is_left_when_the_time_is_over()
    {
        using var server = await Accept(Start(options => options with { Timeout = TimeSpan.FromSeconds(1) }));

        Assert.Equal(new ClientOutcome.TimedOut(AwaitedStep.Reply), Outcome());
        Assert.Equal("Client X: Alice\n", await ReadLine(server));
        Assert.Equal(0, await server.ReceiveAsync(new byte[1]).WaitAsync(Patience));
    }

    protected override void AfterAll()
    {
        base.AfterAll();
        _listener.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<string> ReadLine(Socket server)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (line is not [.., (byte)'\n'] && await server.ReceiveAsync(one).WaitAsync(Patience) > 0)
            line.Add(one[0]);
        return Encoding.UTF8.GetString([.. line]);
    }

    private TcpListener Start(Func<ClientOptions, ClientOptions>? change = null)
    {
        _listener.Start();
        var options = Conversations.WithServer(((IPEndPoint)_listener.LocalEndpoint).Port);
        Sys.ActorOf(ClientActor.PropsFor(change is null ? options : change(options), _observer, Sys.Tcp()));
        return _listener;
    }

    private static async Task<Socket> Accept(TcpListener listener) =>
        await listener.AcceptSocketAsync().WaitAsync(Patience);

    private void ExpectOutcome(ClientOutcome outcome) => Assert.Equal(outcome, Outcome());

    private ClientOutcome Outcome() => _observer
        .FishForMessage<ClientProtocol.Finished>(_ => true, Patience)
        .Outcome;
}
