using System.Net;
using System.Net.Sockets;
using ActorArbiter.Server;
using ActorArbiter.Tests.RawTcp;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using TcpIo = Akka.IO.Tcp;

namespace ActorArbiter.Tests.Server;

/// <summary>A listener's actor between Akka.IO and the arbiter, both played by the test.</summary>
public sealed class TcpServerActorSpecs : TestKit
{
    private static readonly ListenerOptions Listener = new(3, new IPEndPoint(IPAddress.Loopback, 0), ListenerProfile.Classic);
    private static readonly IPEndPoint BoundTo = new(IPAddress.Loopback, 12000);
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(100);

    private readonly TestProbe _arbiter;
    private readonly TestProbe _ordering;
    private readonly TestProbe _socket;
    private readonly TestProbe _tcp;

    public TcpServerActorSpecs()
        : base("akka.loglevel = OFF")
    {
        _arbiter = CreateTestProbe("arbiter");
        _ordering = CreateTestProbe("ordering");
        _socket = CreateTestProbe("socket");
        _tcp = CreateTestProbe("tcp");
    }

    [Fact]
    public void Binding_is_asked_for_in_pull_mode_and_with_a_long_backlog()
    {
        var server = Start();

        var bind = _tcp.ExpectMsg<TcpIo.Bind>();
        Assert.Equal(server, bind.Handler);
        Assert.Equal(Listener.EndPoint, bind.LocalAddress);
        Assert.True(bind.PullMode);
        Assert.True(bind.Backlog >= 1024);
    }

    [Fact]
    public void Nobody_is_accepted_before_the_arbiter_says_so()
    {
        var server = Start();
        _tcp.ExpectMsg<TcpIo.Bind>();
        _socket.Send(server, new TcpIo.Bound(BoundTo));
        _arbiter.ExpectMsg<TcpServerProtocol.Listening>();
        Assert.False(_socket.HasMessages);

        server.Tell(new TcpServerProtocol.StartAccepting());

        _socket.ExpectMsg<TcpIo.ResumeAccepting>();
    }

    [Fact]
    public void The_next_clients_are_accepted_when_all_that_were_asked_for_are_taken_care_of()
    {
        var server = StartAccepting();
        for (var accepted = 1; accepted < ActorRuntime.AcceptBatch; accepted++)
            Connect(server).ExpectMsg<TcpIo.Register>();
        Assert.False(_socket.HasMessages);

        Connect(server).ExpectMsg<TcpIo.Register>();

        if (ActorRuntime.AcceptsOneBatch)
            Assert.Equal(ActorRuntime.AcceptBatch, _socket.ExpectMsg<TcpIo.ResumeAccepting>().BatchSize);
        else
            _socket.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void Of_too_many_clients_that_are_refused_at_once_some_are_cut_without_a_word()
    {
        var server = StartAccepting(ArbiterFixture.Defaults.Limits with { MaxConnections = 1 });
        Connect(server).ExpectMsg<TcpIo.Register>();
        for (var refused = 0; refused < 100; refused++)
            Connect(server).ExpectMsg<TcpIo.Register>();

        Connect(server).ExpectMsg<TcpIo.Abort>();
    }

    [Fact]
    public void Binding_is_asked_for_with_keep_alive()
    {
        Start();

        Assert.Same(KeepAlive.Option, Assert.Single(_tcp.ExpectMsg<TcpIo.Bind>().Options));
    }

    [Fact]
    public void The_arbiter_is_told_where_it_listens()
    {
        StartAccepting();

        var listening = _arbiter.ExpectMsg<TcpServerProtocol.Listening>();
        Assert.Equal(Listener, listening.Listener);
        Assert.Equal(BoundTo, listening.BoundTo);
    }

    [Fact]
    public void The_arbiter_is_told_why_it_cannot_be_bound()
    {
        var server = Start();
        var cause = new SocketException((int)SocketError.AddressAlreadyInUse);

        var bind = _tcp.ExpectMsg<TcpIo.Bind>();
        _tcp.Send(server, new TcpIo.CommandFailed(bind).WithCause(cause));

        Assert.Equal(new TcpServerProtocol.BindFailed(Listener, cause), _arbiter.ExpectMsg<TcpServerProtocol.BindFailed>());
    }

    [Fact]
    public void Every_connection_gets_an_actor_of_its_own()
    {
        var server = StartAccepting();

        var first = Connect(server).ExpectMsg<TcpIo.Register>().Handler;
        var second = Connect(server).ExpectMsg<TcpIo.Register>().Handler;

        Assert.Equal(server.Path / "connection-1", first.Path);
        Assert.Equal(server.Path / "connection-2", second.Path);
    }

    [Fact]
    public void A_connection_that_fails_is_closed_and_forgotten_and_the_listener_goes_on()
    {
        var server = StartAccepting(new LimitOptions { MaxConnections = 1, MaxConnectionsPerAddress = null });
        var failing = Connect(server).ExpectMsg<TcpIo.Register>().Handler;
        Watch(failing);

        failing.Tell(Kill.Instance);
        ExpectTerminated(failing);

        // The listener is told of the end in its own time.
        AwaitAssert(() =>
        {
            var next = Connect(server);
            next.ExpectMsg<TcpIo.Register>();
            next.ExpectMsg<TcpIo.ResumeReading>();
        });
    }

    [Fact]
    public void A_listening_socket_that_ends_by_itself_ends_the_listener()
    {
        var server = Watch(StartAccepting());

        Sys.Stop(_socket);

        ExpectTerminated(server);
    }

    [Fact]
    public void A_listener_is_drained_when_its_last_connection_has_closed_and_its_port_is_free()
    {
        var server = StartAccepting();
        _arbiter.ExpectMsg<TcpServerProtocol.Listening>();
        var client = Connect(server);
        client.ExpectMsg<TcpIo.Register>();
        client.ExpectMsg<TcpIo.ResumeReading>();

        _arbiter.Send(server, new TcpServerProtocol.StopAccepting());
        _arbiter.Send(server, new TcpServerProtocol.Drain());
        client.ExpectMsg<TcpIo.Write>(write => write.Data.ToString().StartsWith("ERROR shutting-down ", StringComparison.Ordinal));
        client.Send(client.LastSender, TcpIo.ConfirmedClosed.Instance);

        _socket.ExpectMsg<TcpIo.Unbind>();
        _arbiter.ExpectNoMsg(AMoment);
        Sys.Stop(_socket);
        _arbiter.ExpectMsg<TcpServerProtocol.Drained>();
    }

    [Fact]
    public void A_listener_whose_end_would_reset_its_connections_is_unbound_behind_them()
    {
        var server = StartAccepting();
        var client = Connect(server);
        client.ExpectMsg<TcpIo.Register>();

        _arbiter.Send(server, new TcpServerProtocol.StopAccepting());

        if (ActorRuntime.ConnectionsOutliveListener)
            _socket.ExpectMsg<TcpIo.Unbind>();
        else
            _socket.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void Whoever_connects_while_the_server_stops_is_told()
    {
        var server = StartAccepting();
        _arbiter.Send(server, new TcpServerProtocol.StopAccepting());

        var late = Connect(server);

        late.ExpectMsg<TcpIo.Register>();
        late.ExpectMsg<TcpIo.Write>(write => write.Data.ToString().StartsWith("ERROR shutting-down ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_listener_that_is_not_bound_is_drained_at_once_and_unbinds_what_is_bound_later()
    {
        var server = Start();
        _tcp.ExpectMsg<TcpIo.Bind>();
        _arbiter.Send(server, new TcpServerProtocol.StopAccepting());
        _arbiter.Send(server, new TcpServerProtocol.Drain());
        _arbiter.ExpectMsg<TcpServerProtocol.Drained>();

        _socket.Send(server, new TcpIo.Bound(BoundTo));

        _socket.ExpectMsg<TcpIo.Unbind>();
    }

    private IActorRef Start(LimitOptions? limits = null) => _arbiter.ChildActorOf(TcpServerActor.PropsFor(
        Listener, ArbiterFixture.Defaults.Connections, limits ?? ArbiterFixture.Defaults.Limits, _ordering, _tcp));

    private IActorRef StartAccepting(LimitOptions? limits = null)
    {
        var server = Start(limits);
        _tcp.ExpectMsg<TcpIo.Bind>();
        _socket.Send(server, new TcpIo.Bound(BoundTo));
        server.Tell(new TcpServerProtocol.StartAccepting());
        _socket.ExpectMsg<TcpIo.ResumeAccepting>();
        return server;
    }

    private TestProbe Connect(IActorRef server)
    {
        var connection = CreateTestProbe();
        connection.Send(server, new TcpIo.Connected(new IPEndPoint(IPAddress.Loopback, 50000), BoundTo));
        return connection;
    }
}
