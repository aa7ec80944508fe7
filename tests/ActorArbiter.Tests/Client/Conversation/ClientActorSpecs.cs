using System.Net;
using System.Text;
using ActorArbiter.Protocol;
using ActorClient;
using ActorClient.Connecting;
using ActorClient.Conversation;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace ActorArbiter.Tests.Client.Conversation;

/// <summary>The conversation with probes for the network, in virtual time.</summary>
public sealed class ClientActorSpecs : TestKit
{
    private static readonly IPEndPoint Server = new(IPAddress.Loopback, 12000);
    private static readonly IPEndPoint Own = new(IPAddress.Loopback, 40000);

    private readonly TestProbe _tcp;
    private readonly TestProbe _connection;
    private readonly TestProbe _observer;

    public ClientActorSpecs()
        : base("""akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit" """)
    {
        _tcp = CreateTestProbe("tcp");
        _connection = CreateTestProbe("connection");
        _observer = CreateTestProbe("observer");
    }

    private TestScheduler Time => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void The_message_goes_out_in_one_write_and_the_reply_ends_the_conversation()
    {
        var client = Connected(Conversations.WithServer());

        Assert.Equal("Client X: Alice\n", AcknowledgeWrite(client));
        Assert.Equal("Client X: Alice", _observer.ExpectMsg<ClientProtocol.Sent>().Message.ToString());
        Receive(client, "X: Alice received before Y: Bob\n");

        ExpectOutcome(new ClientOutcome.Replied("X: Alice received before Y: Bob"));
        ExpectClosed(client);
    }

    [Fact]
    public void A_reply_in_pieces_is_put_together()
    {
        var client = Sent();

        foreach (var character in "X: Alice received before Y: Zoë\r\n")
            Receive(client, character.ToString());

        ExpectOutcome(new ClientOutcome.Replied("X: Alice received before Y: Zoë"));
    }

    [Fact]
    public void A_reply_may_overtake_the_acknowledgment_of_the_write()
    {
        var client = Connected(Conversations.WithServer());
        _connection.ExpectMsg<Tcp.Write>();

        Receive(client, "X: Alice\n");

        _observer.ExpectMsg<ClientProtocol.Sent>();
        ExpectOutcome(new ClientOutcome.Replied("X: Alice"));
    }

    [Fact]
    public void A_reply_may_end_with_the_connection()
    {
        var client = Sent();

        Receive(client, "X: Alice received before Y: Bob");
        _connection.Send(client, Tcp.PeerClosed.Instance);

        ExpectOutcome(new ClientOutcome.Replied("X: Alice received before Y: Bob"));
    }

    [Theory]
    [InlineData("ERROR bad-message the message is empty\n")]
    [InlineData("ERROR bad-message the message is empty")]
    public void An_error_line_is_a_refusal(string line)
    {
        var client = Sent();

        Receive(client, line);
        _connection.Send(client, Tcp.PeerClosed.Instance);

        ExpectOutcome(new ClientOutcome.Refused(new ErrorReply("bad-message", "the message is empty")));
    }

    [Fact]
    public void A_connection_closed_before_the_reply_is_lost()
    {
        var client = Sent();

        _connection.Send(client, Tcp.PeerClosed.Instance);

        ExpectOutcome(new ClientOutcome.ConnectionLost("the server closed the connection"));
    }

    [Fact]
    public void A_reply_cut_off_by_a_reset_is_none()
    {
        var client = Sent();

        Receive(client, "X: Ali");
        _connection.Send(client, new Tcp.ErrorClosed("Connection reset by peer"));

        ExpectOutcome(new ClientOutcome.ConnectionLost("Connection reset by peer"));
    }

    [Fact]
    public void A_connection_that_dies_without_a_word_is_lost()
    {
        Sent();

        Sys.Stop(_connection);

        ExpectOutcome(new ClientOutcome.ConnectionLost("the connection failed"));
    }

    [Fact]
    public void A_server_that_talks_without_end_is_not_listened_to()
    {
        var client = Sent();

        Receive(client, new string('a', ServerText.Capacity + 1));

        ExpectOutcome(new ClientOutcome.ConnectionLost($"the server sent more than {ServerText.Capacity} bytes"));
    }

    [Fact]
    public void A_write_that_fails_loses_the_connection()
    {
        var client = Connected(Conversations.WithServer());

        _connection.Send(client, new Tcp.CommandFailed(_connection.ExpectMsg<Tcp.Write>()));

        ExpectOutcome(new ClientOutcome.ConnectionLost("the message could not be sent"));
    }

    [Fact]
    public void With_greeting_the_message_waits_for_it_and_takes_the_letter_it_gives()
    {
        var client = Connected(Conversations.WithServer() with { Greeting = true });

        foreach (var piece in new[] { "Cli", "ent Y connect", "ed" })
            Receive(client, piece);

        Assert.Equal(ContenderId.Parse("Y"), _observer.ExpectMsg<ClientProtocol.Greeted>().Letter);
        Assert.Equal("Client Y: Alice\n", AcknowledgeWrite(client));
        Assert.Equal("Client Y: Alice", _observer.ExpectMsg<ClientProtocol.Sent>().Message.ToString());
    }

    [Fact]
    public void A_server_that_refuses_instead_of_greeting_is_heard()
    {
        var client = Connected(Conversations.WithServer() with { Greeting = true });

        Receive(client, "ERROR busy try later\n");

        ExpectOutcome(new ClientOutcome.Refused(new ErrorReply("busy", "try later")));
    }

    [Fact]
    public void An_error_in_the_same_segment_as_the_greeting_is_heard()
    {
        var client = Connected(Conversations.WithServer() with { Greeting = true });

        Receive(client, "Client X connectedERROR contender-left Y left\n");

        _observer.ExpectMsg<ClientProtocol.Greeted>();
        ExpectOutcome(new ClientOutcome.Refused(new ErrorReply("contender-left", "Y left")));
    }

    [Fact]
    public void Something_else_than_a_greeting_ends_the_conversation()
    {
        var client = Connected(Conversations.WithServer() with { Greeting = true });

        Receive(client, "220 mail.example ESMTP\n");

        ExpectOutcome(new ClientOutcome.ConnectionLost(
            "the server said '220 mail.example ESMTP' where its greeting was due"));
    }

    [Fact]
    public void A_greeting_that_was_not_asked_for_is_no_part_of_the_reply()
    {
        var client = Sent();

        Receive(client, "Client Y connected");
        Assert.Equal(ContenderId.Parse("Y"), _observer.ExpectMsg<ClientProtocol.Greeted>().Letter);
        Receive(client, "X: Bob received before Y: Client X: Alice\n");

        ExpectOutcome(new ClientOutcome.Replied("X: Bob received before Y: Client X: Alice"));
    }

    [Fact]
    public void A_server_that_is_not_up_yet_is_tried_again_after_a_pause_and_mentioned_once()
    {
        Start(Conversations.WithServer());

        FailToConnect();
        _observer.ExpectMsg<ClientProtocol.ServerAwaited>();
        Time.Advance(TimeSpan.FromMilliseconds(100));
        FailToConnect();
        Time.Advance(TimeSpan.FromMilliseconds(200));
        _tcp.ExpectMsg<Tcp.Connect>();
        _connection.Send(_tcp.LastSender, new Tcp.Connected(Server, Own));

        _observer.ExpectMsg<ClientProtocol.Connected>();
    }

    [Fact]
    public void A_server_that_never_comes_up_is_given_up_after_the_connect_wait()
    {
        Start(Conversations.WithServer());

        FailToConnect();
        _observer.ExpectMsg<ClientProtocol.ServerAwaited>();
        Time.Advance(TimeSpan.FromSeconds(10));

        ExpectOutcome(new ClientOutcome.CannotConnect("nothing listens there (tried for 10s)"));
    }

    [Fact]
    public void A_connection_to_itself_is_no_connection()
    {
        Start(Conversations.WithServer());

        _tcp.ExpectMsg<Tcp.Connect>();
        _connection.Send(_tcp.LastSender, new Tcp.Connected(Server, Server));

        _connection.ExpectMsg<Tcp.Abort>();
        _observer.ExpectMsg<ClientProtocol.ServerAwaited>();
    }

    [Fact]
    public void All_addresses_of_a_name_are_tried_at_once()
    {
        Start(
            Conversations.WithServer() with { Host = "both" },
            _ => Task.FromResult(new[] { IPAddress.IPv6Loopback, IPAddress.Loopback }));

        Assert.Equal(new IPEndPoint(IPAddress.IPv6Loopback, 12000), FailToConnect().RemoteAddress);
        Assert.Equal(Server, FailToConnect().RemoteAddress);
    }

    [Fact]
    public void A_name_that_does_not_resolve_is_not_waited_for()
    {
        Start(
            Conversations.WithServer() with { Host = "nosuch" },
            _ => Task.FromException<IPAddress[]>(new InvalidOperationException("unknown host")));

        ExpectOutcome(new ClientOutcome.CannotConnect("the name cannot be resolved (unknown host)"));
    }

    [Fact]
    public void A_name_without_addresses_is_not_waited_for()
    {
        Start(Conversations.WithServer() with { Host = "empty" }, _ => Task.FromResult(Array.Empty<IPAddress>()));

        ExpectOutcome(new ClientOutcome.CannotConnect("the name has no address"));
    }

    [Fact]
    public void The_time_for_all_of_it_ends_a_try_to_connect()
    {
        Start(Conversations.WithServer() with { Timeout = TimeSpan.FromSeconds(5) });

        _tcp.ExpectMsg<Tcp.Connect>();
        Time.Advance(TimeSpan.FromSeconds(5));

        ExpectOutcome(new ClientOutcome.TimedOut(AwaitedStep.Connection));
    }

    [Fact]
    public void The_time_for_all_of_it_ends_the_wait_for_a_greeting()
    {
        var client = Connected(Conversations.WithServer() with { Greeting = true });

        Time.Advance(TimeSpan.FromSeconds(30));

        ExpectOutcome(new ClientOutcome.TimedOut(AwaitedStep.Greeting));
        ExpectClosed(client);
    }

    [Fact]
    public void The_time_for_all_of_it_ends_the_wait_for_a_reply()
    {
        var client = Sent();

        Time.Advance(TimeSpan.FromSeconds(30));

        ExpectOutcome(new ClientOutcome.TimedOut(AwaitedStep.Reply));
        ExpectClosed(client);
    }

    [Fact]
    public void A_connection_that_never_closes_does_not_hold_the_client()
    {
        var client = Sent();
        Watch(client);
        Receive(client, "X: Alice\n");
        _connection.ExpectMsg<Tcp.Close>();

        Time.Advance(ClientActor.ClosePatience);

        ExpectTerminated(client);
    }

    private IActorRef Start(ClientOptions options, HostResolver? resolve = null) =>
        Sys.ActorOf(ClientActor.PropsFor(options, _observer, _tcp, resolve));

    private IActorRef Connected(ClientOptions options)
    {
        var client = Start(options);
        Assert.Equal(Server, _tcp.ExpectMsg<Tcp.Connect>().RemoteAddress);
        _connection.Send(_tcp.LastSender, new Tcp.Connected(Server, Own));
        Assert.Equal(client, _connection.ExpectMsg<Tcp.Register>().Handler);
        _observer.ExpectMsg<ClientProtocol.Connected>();
        return client;
    }

    private IActorRef Sent()
    {
        var client = Connected(Conversations.WithServer());
        AcknowledgeWrite(client);
        _observer.ExpectMsg<ClientProtocol.Sent>();
        return client;
    }

    private string AcknowledgeWrite(IActorRef client)
    {
        var write = _connection.ExpectMsg<Tcp.Write>();
        _connection.Send(client, write.Ack);
        return Encoding.UTF8.GetString(write.Data.ToArray());
    }

    private Tcp.Connect FailToConnect()
    {
        var connect = _tcp.ExpectMsg<Tcp.Connect>();
        _tcp.Reply(new Tcp.CommandFailed(connect));

        // Once the connector answers this, it has set its timer.
        _tcp.LastSender.Tell(new Identify(null), TestActor);
        ExpectMsg<ActorIdentity>();
        return connect;
    }

    private void Receive(IActorRef client, string text) =>
        _connection.Send(client, new Tcp.Received(ByteString.FromString(text, Encoding.UTF8)));

    private void ExpectOutcome(ClientOutcome outcome) =>
        Assert.Equal(outcome, _observer.ExpectMsg<ClientProtocol.Finished>().Outcome);

    /// <summary>The client closes the connection and stops once that is done.</summary>
    private void ExpectClosed(IActorRef client)
    {
        Watch(client);
        _connection.ExpectMsg<Tcp.Close>();
        _connection.Send(client, Tcp.Closed.Instance);
        Sys.Stop(_connection);
        ExpectTerminated(client);
    }
}
