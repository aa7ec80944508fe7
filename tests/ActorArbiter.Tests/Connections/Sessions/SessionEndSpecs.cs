using ActorArbiter.Connections;
using ActorArbiter.Tests.Transports;
using ActorArbiter.Transports;
using Akka.Actor;

namespace ActorArbiter.Tests.Connections.Sessions;

/// <summary>How sessions end: by their client, by the ordering actor, by the connection.</summary>
public sealed class SessionEndSpecs : SessionSpecs
{
    [Fact]
    public void The_last_lines_are_sent_and_then_the_connection_is_closed()
    {
        var actor = StartReading();
        Receive(actor, "QUIT\n");
        ExpectLines("Quit");

        Deliver(actor, "BYE\n", isAnswer: true, isLast: true);

        ExpectReplyAndEnd("BYE\n");
        Connection.ExpectMsg<SocketCalls.ReadOn>();
        Connection.ExpectNoMsg(AMoment);
        Connection.Send(actor, SocketProtocol.Closed.Instance);
        Connection.ExpectMsg<SocketCalls.Close>();
        ExpectTerminated(actor);
        ExpectOver(isLost: true);
        Ordering.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void The_last_lines_are_sent_behind_all_that_waits_without_waiting_for_it()
    {
        var actor = StartSession();
        Socket.HasRoom = false;
        Deliver(actor, "a\n");
        ExpectSend("a\n");
        Deliver(actor, "b\n");

        Deliver(actor, "BYE\n", isLast: true);

        ExpectReplyAndEnd("b\nBYE\n");
        Connection.Send(actor, SocketProtocol.Sent.Instance);
        Connection.ExpectNoMsg(AMoment);
        Connection.Send(actor, SocketProtocol.Closed.Instance);
        ExpectTerminated(actor);
    }

    [Fact]
    public void An_end_without_a_line_is_behind_what_waits()
    {
        var idle = StartSession();
        Deliver(idle, "", isLast: true);
        Connection.ExpectMsg<SocketCalls.EndSending>();

        var actor = StartSession();
        Socket.HasRoom = false;
        Deliver(actor, "a\n");
        ExpectSend("a\n");
        Deliver(actor, "b\n");
        Deliver(actor, "", isLast: true);
        ExpectReplyAndEnd("b\n");
    }

    [Fact]
    public void What_is_delivered_after_the_end_is_ignored()
    {
        var actor = StartSession();
        Deliver(actor, "BYE\n", isLast: true);
        ExpectReplyAndEnd("BYE\n");

        Deliver(actor, "SEATED final X 1/2\n");

        Connection.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void A_client_that_does_not_take_the_last_lines_is_cut_in_time()
    {
        var actor = StartSession();
        Socket.HasRoom = false;
        Deliver(actor, "a\n");
        Deliver(actor, "BYE\n", isLast: true);
        ExpectSend("a\n");
        ExpectReplyAndEnd("BYE\n");

        Advance(Options.Linger);

        Connection.ExpectMsg<SocketCalls.Close>();
        ExpectTerminated(actor);
    }

    [Fact]
    public void After_a_half_close_a_client_is_told_what_it_is_owed_until_the_end()
    {
        var actor = StartSession(isOwed: true);
        ReceiveAndReadOn(actor, "PING unfinished");

        Connection.Send(actor, SocketProtocol.PeerClosed.Instance);

        ExpectOver(isLost: false);
        Advance(TimeSpan.FromHours(5));
        Deliver(actor, "PLACE final 1/1 X +0ns kernel\n");
        ExpectSend("PLACE final 1/1 X +0ns kernel\n");
        Connection.ExpectNoMsg(AMoment);
        Deliver(actor, "VERDICT final 1 X: Alice\n", isLast: true);
        ExpectReplyAndEnd("VERDICT final 1 X: Alice\n");
        ExpectTerminated(actor);
        ExpectOver(isLost: true);
        Ordering.ExpectNoMsg(AMoment);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_ordering_actor_is_told_once_of_a_session_that_is_lost_or_gone(bool isLost)
    {
        var actor = StartSession();

        Connection.Send(actor, isLost ? new SocketProtocol.Lost("reset by peer") : SocketProtocol.Closed.Instance);

        Connection.ExpectMsg<SocketCalls.Close>();
        ExpectOver(isLost: true);
        ExpectTerminated(actor);
        Ordering.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void A_session_that_half_closed_is_told_of_again_when_it_is_lost()
    {
        var actor = StartSession();
        Connection.Send(actor, SocketProtocol.PeerClosed.Instance);
        ExpectOver(isLost: false);

        Connection.Send(actor, new SocketProtocol.Lost("reset by peer"));

        ExpectTerminated(actor);
        ExpectOver(isLost: true);
        Ordering.ExpectNoMsg(AMoment);
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(20)]
    public void A_line_that_is_too_long_ends_the_session_however_it_is_cut(int chunk)
    {
        var actor = StartSession();
        var line = new string('x', 1025);
        for (var at = 0; at < line.Length - chunk; at += chunk)
            ReceiveAndReadOn(actor, line.Substring(at, chunk));

        Receive(actor, new string('x', chunk));

        ExpectOver(isLost: true);
        ExpectReplyAndEnd("ERROR too-long a line has at most 1024 bytes\n");
    }

    [Fact]
    public void Lines_in_front_of_one_that_is_too_long_are_answered_first()
    {
        var actor = StartReading();
        Receive(actor, $"JOIN final X\nClient X: Alice\n{new string('x', 1025)}\nPING\n");
        ExpectLines("Join", "X: Alice");
        Socket.HasRoom = false;
        Deliver(actor, "JOINED final X 1/2\n");
        ExpectSend("JOINED final X 1/2\n");

        Answer(actor, "RECEIVED final X: Alice\n");

        ExpectOver(isLost: true);
        ExpectReplyAndEnd("RECEIVED final X: Alice\nERROR too-long a line has at most 1024 bytes\n");
        Ordering.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void A_session_is_told_of_a_shutdown_behind_what_it_is_owed()
    {
        var actor = StartSession();
        Socket.HasRoom = false;
        Deliver(actor, "a\n");
        ExpectSend("a\n");
        Deliver(actor, "b\n");

        actor.Tell(new ConnectionProtocol.Shutdown());

        ExpectReplyAndEnd("b\nERROR shutting-down the server is stopping\n");
        Connection.Send(actor, SocketProtocol.Closed.Instance);
        ExpectTerminated(actor);
        ExpectOver(isLost: true);
        Ordering.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void A_shutdown_does_not_disturb_the_end_of_a_session()
    {
        var actor = StartSession();
        Deliver(actor, "BYE\n", isLast: true);

        actor.Tell(new ConnectionProtocol.Shutdown());

        ExpectReplyAndEnd("BYE\n");
        Connection.ExpectNoMsg(AMoment);
    }
}
