using System.Net;
using System.Net.Sockets;
using ActorArbiter.Connections;
using ActorArbiter.Server;
using ActorArbiter.Tests.RawTcp;
using ActorArbiter.Tests.Transports;
using ActorArbiter.Transports;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace ActorArbiter.Tests.Server;

/// <summary>A listener's actor between a listening socket and the arbiter, both played by the test.</summary>
public sealed class TcpServerActorSpecs : TestKit
{
    private const int MaxRefusals = 100;

    private static readonly ListenerOptions Listener = new(3, new IPEndPoint(IPAddress.Loopback, 0), ListenerProfile.Classic);
    private static readonly IPEndPoint BoundTo = new(IPAddress.Loopback, 12000);
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(100);

    private readonly TestProbe _arbiter;
    private readonly TestProbe _ordering;
    private readonly TestProbe _listener;
    private ListenerCalls.Bind _bind = null!;

    public TcpServerActorSpecs()
        : base("akka.loglevel = OFF")
    {
        _arbiter = CreateTestProbe("arbiter");
        _ordering = CreateTestProbe("ordering");
        _listener = CreateTestProbe("listener");
    }

    private static LimitOptions OneConnection => new() { MaxConnections = 1, MaxConnectionsPerAddress = null };

    [Fact]
    public void A_listener_is_bound_to_its_address_by_its_actor()
    {
        var server = Start();

        Assert.Equal(server, _bind.Owner);
        Assert.Equal(Listener.EndPoint, _bind.Address);
    }

    [Fact]
    public void Nobody_is_accepted_before_the_arbiter_says_so()
    {
        var server = Start();
        _listener.Send(server, new ListenerProtocol.Bound(BoundTo, WhyRead: null));
        _arbiter.ExpectMsg<TcpServerProtocol.Listening>();
        Assert.False(_listener.HasMessages);

        server.Tell(new TcpServerProtocol.StartAccepting());

        _listener.ExpectMsg<ListenerCalls.AcceptOn>();
    }

    [Fact]
    public void Of_many_clients_the_next_are_accepted_when_others_had_their_turn()
    {
        StartAccepting();
        var clients = Enumerable.Range(0, 17).Select(_ => CreateTestProbe()).ToArray();

        _bind.Socket.Connect([.. clients.Select(client => new PlayedClientSocket(client))]);

        Assert.All(clients[..16], ExpectServed);
        _listener.ExpectMsg<ListenerCalls.AcceptOn>();
        clients[16].ExpectNoMsg(AMoment);
        _bind.Socket.Connect();
        ExpectServed(clients[16]);
        _listener.ExpectMsg<ListenerCalls.AcceptOn>();
    }

    [Fact]
    public void Of_too_many_clients_that_are_refused_at_once_some_are_cut_without_a_word()
    {
        StartAccepting(OneConnection);
        ExpectServed(Connect());
        for (var refused = 0; refused < MaxRefusals; refused++)
            ExpectRefused(Connect(), "busy");

        var cut = Connect();

        cut.ExpectMsg<SocketCalls.Close>();
        Assert.False(cut.HasMessages);
    }

    [Fact]
    public void There_is_a_word_again_when_one_of_too_many_that_were_refused_has_gone()
    {
        StartAccepting(OneConnection);
        ExpectServed(Connect());
        for (var refused = 1; refused < MaxRefusals; refused++)
            ExpectRefused(Connect(), "busy");
        var leaving = Connect();
        ExpectRefused(leaving, "busy");
        Connect().ExpectMsg<SocketCalls.Close>();

        leaving.Send(leaving.LastSender, SocketProtocol.Closed.Instance);

        // The listener is told in its own time.
        AwaitAssert(() => ExpectRefused(Connect(), "busy"));
    }

    [Fact]
    public void The_arbiter_is_told_where_it_listens()
    {
        var server = Start();

        _listener.Send(server, new ListenerProtocol.Bound(BoundTo, WhyRead: null));

        Assert.Equal(new TcpServerProtocol.Listening(Listener, BoundTo), _arbiter.ExpectMsg<TcpServerProtocol.Listening>());
    }

    [Fact]
    public void The_arbiter_is_told_why_it_cannot_be_bound()
    {
        var server = Start();
        var cause = new SocketException((int)SocketError.AddressAlreadyInUse);

        _listener.Send(server, new ListenerProtocol.BindFailed(cause));

        Assert.Equal(new TcpServerProtocol.BindFailed(Listener, cause), _arbiter.ExpectMsg<TcpServerProtocol.BindFailed>());
    }

    [Fact]
    public void Every_connection_gets_an_actor_of_its_own()
    {
        var server = StartAccepting();

        var first = Connect().ExpectMsg<SocketCalls.Open>().Owner;
        var second = Connect().ExpectMsg<SocketCalls.Open>().Owner;

        Assert.Equal(server.Path / "connection-1", first.Path);
        Assert.Equal(server.Path / "connection-2", second.Path);
    }

    [Fact]
    public void A_connection_that_fails_is_closed_and_its_place_is_free_again()
    {
        StartAccepting(OneConnection);
        var client = Connect();
        ExpectServed(client);

        client.LastSender.Tell(Kill.Instance);

        client.ExpectMsg<SocketCalls.Close>();
        ExpectPlace();
    }

    [Fact]
    public void A_connection_that_cannot_be_opened_is_closed_and_its_place_is_free_again()
    {
        StartAccepting(OneConnection);

        var client = Connect(openFailure: new InvalidOperationException("no"));

        client.ExpectMsg<SocketCalls.Open>();
        client.ExpectMsg<SocketCalls.Close>();
        ExpectPlace();
    }

    [Fact]
    public void A_connection_whose_actor_cannot_be_made_is_closed_and_its_place_is_free_again()
    {
        // Without options there is no actor of a client that is served.
        StartAccepting(StartWith(null!, OneConnection));

        for (var client = 0; client < 3; client++)
            AwaitAssert(() => Connect().ExpectMsg<SocketCalls.Close>());
    }

    [Fact]
    public void A_connection_whose_actor_cannot_start_is_closed_and_its_place_is_free_again()
    {
        // Without a clock no timer can be started.
        StartAccepting(StartWith(ArbiterFixture.Defaults.Connections with { Time = null! }, OneConnection));

        for (var client = 0; client < 3; client++)
        {
            AwaitAssert(() =>
            {
                var next = Connect();
                next.ExpectMsg<SocketCalls.Open>();
                next.ExpectMsg<SocketCalls.Close>();
            });
        }
    }

    [Fact]
    public void A_client_that_was_lost_before_its_address_was_known_has_a_place_all_the_same()
    {
        StartAccepting(new LimitOptions { MaxConnections = 1, MaxConnectionsPerAddress = 1 });
        var lost = CreateTestProbe();
        _bind.Socket.Connect(new PlayedClientSocket(lost) { Peer = null });
        ExpectServed(lost);
        ExpectRefused(Connect(), "busy");

        lost.Send(lost.LastSender, new SocketProtocol.Lost("reset by peer"));

        ExpectPlace();
    }

    [Fact]
    public void A_listener_is_drained_when_its_last_connection_has_closed_and_its_port_is_free()
    {
        var server = StartAccepting();
        var client = Connect();
        ExpectServed(client);
        _listener.ExpectMsg<ListenerCalls.AcceptOn>();

        _arbiter.Send(server, new TcpServerProtocol.StopAccepting());
        _arbiter.Send(server, new TcpServerProtocol.Drain());
        _listener.ExpectMsg<ListenerCalls.StopAccepting>();
        ExpectEnd(client, "shutting-down");
        _listener.ExpectNoMsg(AMoment);
        client.Send(client.LastSender, SocketProtocol.Closed.Instance);

        _listener.ExpectMsg<ListenerCalls.Close>();
        _arbiter.ExpectNoMsg(AMoment);
        _listener.Send(server, ListenerProtocol.Closed.Instance);
        _arbiter.ExpectMsg<TcpServerProtocol.Drained>();
    }

    [Fact]
    public void A_connection_that_fails_while_it_is_made_is_not_waited_for_at_the_end()
    {
        var server = StartAccepting();
        Connect(openFailure: new InvalidOperationException("no")).ExpectMsg<SocketCalls.Open>();
        _listener.ExpectMsg<ListenerCalls.AcceptOn>();

        _arbiter.Send(server, new TcpServerProtocol.StopAccepting());
        _arbiter.Send(server, new TcpServerProtocol.Drain());

        _listener.ExpectMsg<ListenerCalls.StopAccepting>();
        _listener.ExpectMsg<ListenerCalls.Close>();
    }

    [Fact]
    public void Whoever_is_accepted_while_the_server_stops_is_told()
    {
        var server = StartAccepting();
        _arbiter.Send(server, new TcpServerProtocol.StopAccepting());

        ExpectRefused(Connect(), "shutting-down");
    }

    [Fact]
    public void A_listener_that_fails_closes_its_connections_and_its_port()
    {
        var server = Watch(StartAccepting());
        var client = Connect();
        ExpectServed(client);
        _listener.ExpectMsg<ListenerCalls.AcceptOn>();

        server.Tell(Kill.Instance);

        client.ExpectMsg<SocketCalls.Close>();
        _listener.ExpectMsg<ListenerCalls.Close>();
        ExpectTerminated(server);
    }

    [Fact]
    public void A_listener_that_is_not_bound_is_drained_at_once_and_closes_what_is_bound_later()
    {
        var server = Start();
        _arbiter.Send(server, new TcpServerProtocol.StopAccepting());
        _arbiter.Send(server, new TcpServerProtocol.Drain());
        _arbiter.ExpectMsg<TcpServerProtocol.Drained>();
        _listener.ExpectMsg<ListenerCalls.StopAccepting>();

        _listener.Send(server, new ListenerProtocol.Bound(BoundTo, WhyRead: null));

        _listener.ExpectMsg<ListenerCalls.Close>();
    }

    private IActorRef Start(LimitOptions? limits = null, ConnectionOptions? connections = null) => StartWith(
        connections ?? ArbiterFixture.Defaults.Connections, limits ?? ArbiterFixture.Defaults.Limits);

    private IActorRef StartWith(ConnectionOptions connections, LimitOptions limits)
    {
        var server = _arbiter.ChildActorOf(
            TcpServerActor.PropsFor(Listener, connections, limits, _ordering, new PlayedTransport(_listener)));
        _bind = _listener.ExpectMsg<ListenerCalls.Bind>();
        return server;
    }

    private IActorRef StartAccepting(LimitOptions? limits = null) => StartAccepting(Start(limits));

    private IActorRef StartAccepting(IActorRef server)
    {
        _listener.Send(server, new ListenerProtocol.Bound(BoundTo, WhyRead: null));
        _arbiter.ExpectMsg<TcpServerProtocol.Listening>();
        _arbiter.Send(server, new TcpServerProtocol.StartAccepting());
        _listener.ExpectMsg<ListenerCalls.AcceptOn>();
        return server;
    }

    /// <summary>A client connects and is accepted.</summary>
    private TestProbe Connect(Exception? openFailure = null)
    {
        var client = CreateTestProbe();
        _bind.Socket.Connect(new PlayedClientSocket(client) { OpenFailure = openFailure });
        return client;
    }

    private static void ExpectServed(TestProbe client)
    {
        client.ExpectMsg<SocketCalls.Open>();
        client.ExpectMsg<SocketCalls.ReadOn>();
    }

    private static void ExpectRefused(TestProbe client, string code)
    {
        client.ExpectMsg<SocketCalls.Open>();
        ExpectEnd(client, code);
        client.ExpectMsg<SocketCalls.ReadOn>();
    }

    private static void ExpectEnd(TestProbe client, string code)
    {
        Assert.StartsWith($"ERROR {code} ", client.ExpectMsg<SocketCalls.Send>().Text, StringComparison.Ordinal);
        client.ExpectMsg<SocketCalls.EndSending>();
    }

    /// <summary>Of clients that connect, one is served: the listener is told in its own time that another has gone.</summary>
    private void ExpectPlace() => AwaitAssert(() =>
    {
        var client = Connect();
        client.ExpectMsg<SocketCalls.Open>();
        client.ExpectMsg<SocketCalls.ReadOn>();
    });
}
