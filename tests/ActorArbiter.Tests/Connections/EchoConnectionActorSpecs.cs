using ActorArbiter.Connections;
using Akka.Actor;
using TcpIo = Akka.IO.Tcp;

namespace ActorArbiter.Tests.Connections;

public sealed class EchoConnectionActorSpecs : ConnectionActorSpecs
{
    [Fact]
    public void The_next_bytes_are_read_when_the_last_ones_were_sent()
    {
        var actor = StartReading();
        Receive(actor, "hello");
        var sent = ExpectWrite("hello");
        Connection.ExpectNoMsg(AMoment);

        Connection.Send(actor, sent);

        Connection.ExpectMsg<TcpIo.ResumeReading>();
    }

    [Fact]
    public void A_half_close_is_answered_when_the_last_bytes_were_sent()
    {
        var actor = StartReading();
        Receive(actor, "hello");
        var sent = ExpectWrite("hello");
        Connection.Send(actor, TcpIo.PeerClosed.Instance);
        Connection.ExpectNoMsg(AMoment);

        Connection.Send(actor, sent);

        Connection.ExpectMsg<TcpIo.ConfirmedClose>();
    }

    [Fact]
    public void A_client_that_sends_nothing_is_closed_without_a_byte()
    {
        StartReading();

        Advance(Options.IdleTimeout);

        Connection.ExpectMsg<TcpIo.ConfirmedClose>();
    }

    [Fact]
    public void A_client_that_is_owed_bytes_is_not_idle()
    {
        var actor = StartReading();
        Receive(actor, "hello");
        ExpectWrite("hello");

        Advance(Options.IdleTimeout);

        Connection.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void A_shutdown_closes_behind_the_bytes_that_are_owed()
    {
        var actor = StartReading();
        Receive(actor, "hello");
        var sent = ExpectWrite("hello");
        actor.Tell(new ConnectionProtocol.Shutdown());
        Connection.ExpectNoMsg(AMoment);

        Connection.Send(actor, sent);

        Connection.ExpectMsg<TcpIo.ConfirmedClose>();
    }

    private IActorRef StartReading()
    {
        var actor = Start(EchoConnectionActor.PropsFor(Id, Connection.Ref, Options));
        Connection.ExpectMsg<TcpIo.ResumeReading>();
        return actor;
    }
}
