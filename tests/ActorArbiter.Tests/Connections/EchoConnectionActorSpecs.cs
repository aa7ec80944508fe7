using ActorArbiter.Connections;
using ActorArbiter.Server;
using ActorArbiter.Tests.Transports;
using ActorArbiter.Transports;
using Akka.Actor;

namespace ActorArbiter.Tests.Connections;

public sealed class EchoConnectionActorSpecs : ConnectionActorSpecs
{
    [Fact]
    public void The_next_bytes_are_read_when_the_last_ones_were_sent()
    {
        var actor = StartReading();
        Owe(actor, "hello");
        Connection.ExpectNoMsg(AMoment);

        Connection.Send(actor, SocketProtocol.Sent.Instance);

        Connection.ExpectMsg<SocketCalls.ReadOn>();
    }

    [Fact]
    public void The_next_bytes_are_read_at_once_if_the_last_ones_were_sent_at_once()
    {
        var actor = StartReading();

        Receive(actor, "hello");

        Connection.ExpectMsg(new SocketCalls.Send("hello"));
        Connection.ExpectMsg<SocketCalls.ReadOn>();
    }

    [Fact]
    public void A_half_close_is_answered_when_the_last_bytes_were_sent()
    {
        var actor = StartReading();
        Owe(actor, "hello");
        Connection.Send(actor, SocketProtocol.PeerClosed.Instance);
        Connection.ExpectNoMsg(AMoment);

        Connection.Send(actor, SocketProtocol.Sent.Instance);

        Connection.ExpectMsg<SocketCalls.EndSending>();
        Connection.ExpectMsg<SocketCalls.ReadOn>();
        Connection.ExpectMsg<SocketCalls.Close>();
        ExpectTerminated(actor);
    }

    [Fact]
    public void A_client_that_sends_nothing_is_closed_without_a_byte()
    {
        StartReading();

        Advance(Options.IdleTimeout);

        Connection.ExpectMsg<SocketCalls.EndSending>();
    }

    [Fact]
    public void A_client_that_does_not_read_is_cut_when_its_idle_time_is_over()
    {
        var actor = StartReading();
        Owe(actor, "hello");

        Advance(Options.IdleTimeout);

        Connection.ExpectMsg<SocketCalls.Close>();
        ExpectTerminated(actor);
    }

    [Fact]
    public void Every_byte_that_is_taken_begins_the_idle_time_anew()
    {
        var actor = StartReading();
        Owe(actor, "hello");
        Advance(Options.IdleTimeout / 2);
        Connection.Send(actor, SocketProtocol.Sent.Instance);
        Connection.ExpectMsg<SocketCalls.ReadOn>();

        Advance(Options.IdleTimeout / 2);
        Connection.ExpectNoMsg(AMoment);

        Advance(Options.IdleTimeout / 2);
        Connection.ExpectMsg<SocketCalls.EndSending>();
    }

    [Fact]
    public void A_shutdown_closes_behind_the_bytes_that_are_owed_and_learns_when_the_client_has_closed()
    {
        var actor = StartReading();
        Owe(actor, "hello");
        actor.Tell(new ConnectionProtocol.Shutdown());
        Connection.ExpectNoMsg(AMoment);

        Connection.Send(actor, SocketProtocol.Sent.Instance);

        Connection.ExpectMsg<SocketCalls.EndSending>();
        Connection.ExpectMsg<SocketCalls.ReadOn>();
    }

    private IActorRef StartReading()
    {
        var actor = Start(ListenerProfile.Echo);
        Connection.ExpectMsg<SocketCalls.ReadOn>();
        return actor;
    }

    /// <summary>The client sent <paramref name="text"/> and has not read it yet.</summary>
    private void Owe(IActorRef actor, string text)
    {
        Socket.HasRoom = false;
        Receive(actor, text);
        Connection.ExpectMsg(new SocketCalls.Send(text));
    }
}
