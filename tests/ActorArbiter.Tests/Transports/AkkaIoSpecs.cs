using System.Net;
using ActorArbiter.Server;
using ActorArbiter.Tests.RawTcp;
using ActorArbiter.Transports;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace ActorArbiter.Tests.Transports;

/// <summary>What is asked of Akka.IO, which the test plays, and made of its answers.</summary>
public sealed class AkkaIoSpecs : TestKit
{
    private static readonly IPEndPoint Address = new(IPAddress.Loopback, 0);
    private static readonly IPEndPoint BoundTo = new(IPAddress.Loopback, 12000);
    private static readonly IPEndPoint Peer = new(IPAddress.Loopback, 50000);
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(100);

    private readonly TestProbe _tcp;
    private readonly TestProbe _told;
    private readonly TestProbe _listener;
    private readonly TestProbe _connection;

    public AkkaIoSpecs()
        : base("akka.loglevel = OFF")
    {
        _tcp = CreateTestProbe("tcp");
        _told = CreateTestProbe("told");
        _listener = CreateTestProbe("listener");
        _connection = CreateTestProbe("connection");
    }

    [Fact]
    public void Binding_is_asked_for_in_pull_mode_with_a_long_backlog_and_with_keep_alive()
    {
        var owner = StartListener();

        var bind = _tcp.ExpectMsg<Tcp.Bind>();
        Assert.Equal(owner, bind.Handler);
        Assert.Equal(Address, bind.LocalAddress);
        Assert.True(bind.PullMode);
        Assert.True(bind.Backlog >= 1024);
        Assert.Same(AkkaIoSocketOptions.Instance, Assert.Single(bind.Options));
    }

    [Fact]
    public void Accepting_is_asked_for_once()
    {
        var owner = StartBound();

        AcceptOn(owner);
        AcceptOn(owner);

        _listener.ExpectMsg<Tcp.ResumeAccepting>();
        _listener.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void Whoever_is_accepted_unasked_waits_until_somebody_asks()
    {
        var owner = StartBound();
        _connection.Send(owner, new Tcp.Connected(Peer, BoundTo));
        _told.ExpectNoMsg(AMoment);

        AcceptOn(owner);

        _told.ExpectMsg<ListenerProtocol.Acceptable>();
        AcceptOn(owner);
        _told.ExpectMsg<ListenerProtocol.Acceptable>();
    }

    [Fact]
    public void Whoever_is_accepted_when_nobody_should_be_is_told_of_unasked()
    {
        var owner = StartBound();
        _connection.Send(owner, new Tcp.Connected(Peer, BoundTo));
        owner.Tell(new OwnerProtocol.CallListener(socket =>
        {
            socket.StopAccepting();
            return null;
        }));
        _told.ExpectMsg<ListenerProtocol.Acceptable>();

        _connection.Send(owner, new Tcp.Connected(Peer, BoundTo));

        _told.ExpectMsg<ListenerProtocol.Acceptable>();
        _listener.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void A_listening_socket_that_ends_by_itself_ends_the_listener()
    {
        var options = ArbiterFixture.Defaults;
        var server = Watch(_told.ChildActorOf(TcpServerActor.PropsFor(
            options.Listeners[0], options.Connections, options.Limits, ActorRefs.Nobody, new AkkaIoTransport(_tcp, StampSetting.Kernel))));
        _listener.Send(server, new Tcp.Bound(BoundTo));
        _told.ExpectMsg<TcpServerProtocol.Listening>();

        Sys.Stop(_listener);

        ExpectTerminated(server);
    }

    [Fact]
    public void The_connection_is_told_who_owns_it_and_that_it_outlives_its_clients_side()
    {
        var owner = Open();

        var register = _connection.ExpectMsg<Tcp.Register>();
        Assert.Equal(owner, register.Handler);
        Assert.True(register.KeepOpenOnPeerClosed);
    }

    [Fact]
    public void All_is_sent_when_every_write_was_acknowledged()
    {
        var owner = Open();
        _connection.ExpectMsg<Tcp.Register>();
        Call(owner, socket => socket.Send("a"u8.ToArray()));
        Call(owner, socket => socket.Send("b"u8.ToArray()));
        var writer = Acknowledge();
        _told.ExpectNoMsg(AMoment);

        Assert.Equal(writer, Acknowledge());

        _told.ExpectMsg<SocketProtocol.Sent>();
    }

    [Fact]
    public void A_write_that_fails_is_a_loss()
    {
        var owner = Open();
        _connection.ExpectMsg<Tcp.Register>();
        Call(owner, socket => socket.Send("a"u8.ToArray()));
        var write = _connection.ExpectMsg<Tcp.Write>();

        _connection.Reply(new Tcp.CommandFailed(write).WithCause(new IOException("the moon is full")));

        Assert.Contains("the moon is full", _told.ExpectMsg<SocketProtocol.Lost>().Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reset by peer")]
    [InlineData(null)]
    public void An_error_is_a_loss_with_its_reason(string? cause)
    {
        var owner = Open();

        _connection.Send(owner, new Tcp.ErrorClosed(cause));

        Assert.Equal(cause ?? "no reason is known", _told.ExpectMsg<SocketProtocol.Lost>().Reason);
    }

    [Fact]
    public void A_connection_whose_actor_stops_is_closed()
    {
        Open();

        Sys.Stop(_connection);

        _told.ExpectMsg<SocketProtocol.Closed>();
    }

    [Fact]
    public void An_owner_that_ends_aborts_the_connection_unless_that_is_closed()
    {
        var owner = Open();
        _connection.ExpectMsg<Tcp.Register>();
        Sys.Stop(owner);
        _connection.ExpectMsg<Tcp.Abort>();

        owner = Open();
        _connection.ExpectMsg<Tcp.Register>();
        _connection.Send(owner, Tcp.ConfirmedClosed.Instance);
        _told.ExpectMsg<SocketProtocol.Closed>();
        Watch(owner);
        Sys.Stop(owner);
        ExpectTerminated(owner);
        _connection.ExpectNoMsg(AMoment);
    }

    private IActorRef StartListener() =>
        Sys.ActorOf(ListenerOwner.PropsFor(new AkkaIoTransport(_tcp, StampSetting.Kernel), Address, _told.Ref));

    private IActorRef StartBound()
    {
        var owner = StartListener();
        _listener.Send(owner, new Tcp.Bound(BoundTo));
        Assert.Equal(BoundTo, _told.ExpectMsg<ListenerProtocol.Bound>().Address);
        return owner;
    }

    private static void AcceptOn(IActorRef owner) => owner.Tell(new OwnerProtocol.CallListener(socket =>
    {
        socket.AcceptOn();
        return null;
    }));

    private IActorRef Open() =>
        Sys.ActorOf(SocketOwner.PropsFor(new AkkaIoClientSocket(_connection, Peer, StampSetting.Kernel), _told.Ref));

    private static void Call(IActorRef owner, Func<IClientSocket, object?> use) => owner.Tell(new OwnerProtocol.Call(use));

    /// <summary>The connection has made the next write.</summary>
    private IActorRef Acknowledge()
    {
        _connection.Reply(_connection.ExpectMsg<Tcp.Write>().Ack);
        return _connection.LastSender;
    }
}
