using ActorArbiter.Tests.Transports;
using ActorArbiter.Transports;

namespace ActorArbiter.Tests.Connections.Sessions;

/// <summary>How a session's client is told what the ordering actor says, and what happens to one that does not read.</summary>
public sealed class SessionWritingSpecs : SessionSpecs
{
    [Fact]
    public void What_is_delivered_while_a_write_is_under_way_is_joined_to_the_next()
    {
        var actor = StartSession();
        Socket.HasRoom = false;
        Deliver(actor, "a\n");
        ExpectSend("a\n");
        Deliver(actor, "b\n");
        Deliver(actor, "");
        Deliver(actor, "c\n");
        Connection.ExpectNoMsg(AMoment);

        Connection.Send(actor, SocketProtocol.Sent.Instance);

        ExpectSend("b\nc\n");
        Connection.Send(actor, SocketProtocol.Sent.Instance);
        Connection.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void A_client_that_leaves_too_much_unread_is_cut_and_taken_for_lost_once()
    {
        var actor = StartSession();
        Socket.HasRoom = false;
        for (var unread = 0; unread <= Options.MaxUnreadOutput + 1024; unread += 1024)
            Deliver(actor, Line(1024));

        ExpectOver(isLost: true);
        ExpectTerminated(actor);
        Connection.ExpectMsg(new SocketCalls.Send(Line(1024)));
        Connection.ExpectMsg<SocketCalls.Close>();
        Ordering.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void A_client_that_reads_in_time_is_never_cut()
    {
        var actor = StartSession();
        Socket.HasRoom = false;
        for (var i = 0; i < 100; i++)
        {
            Deliver(actor, Line(4096));
            ExpectSend(Line(4096));
            Connection.Send(actor, SocketProtocol.Sent.Instance);
        }

        Receive(actor, "PING\n");

        ExpectLines("Ping");
    }

    [Fact]
    public void What_the_kernel_takes_at_once_does_not_count_as_unread()
    {
        var actor = StartSession();
        for (var i = 0; i < 100; i++)
        {
            Deliver(actor, Line(4096));
            ExpectSend(Line(4096));
        }

        Receive(actor, "PING\n");

        ExpectLines("Ping");
    }

    [Fact]
    public void A_delivery_longer_than_the_limit_that_the_kernel_takes_at_once_holds_no_reading_up()
    {
        var actor = StartSession();
        Receive(actor, "RESULT final\n");
        ExpectLines("Result");

        Answer(actor, Line(2 * Options.MaxUnreadOutput));

        Connection.ExpectMsg(new SocketCalls.Send(Line(2 * Options.MaxUnreadOutput)));
        Connection.ExpectMsg<SocketCalls.ReadOn>();
    }

    [Fact]
    public void Behind_a_delivery_that_the_kernel_did_not_take_at_once_the_next_that_it_takes_is_the_last_to_wait()
    {
        var actor = StartSession();
        Socket.HasRoom = false;
        Deliver(actor, "a\n");
        ExpectSend("a\n");
        Deliver(actor, "b\n");
        Connection.ExpectNoMsg(AMoment);
        Socket.HasRoom = true;
        Connection.Send(actor, SocketProtocol.Sent.Instance);
        ExpectSend("b\n");

        Deliver(actor, "c\n");

        ExpectSend("c\n");
    }

    [Fact]
    public void A_delivery_longer_than_the_limit_passes_and_nothing_is_read_until_the_client_took_it()
    {
        var actor = StartSession();
        Receive(actor, "RESULT final\n");
        ExpectLines("Result");
        Socket.HasRoom = false;
        var result = Line(2 * Options.MaxUnreadOutput);
        Answer(actor, result);
        Deliver(actor, "SEATED final X 1/2\n");
        ExpectSend(result);
        Connection.ExpectNoMsg(AMoment);

        Connection.Send(actor, SocketProtocol.Sent.Instance);

        ExpectSend("SEATED final X 1/2\n");
        Connection.ExpectMsg<SocketCalls.ReadOn>();
    }

    [Fact]
    public void A_client_that_sends_without_end_and_does_not_read_is_not_read_from_and_not_cut()
    {
        var actor = StartSession();
        Socket.HasRoom = false;
        Receive(actor, "PING\n");
        ExpectLines("Ping");
        Answer(actor, Line(Options.MaxUnreadOutput));
        ExpectSend(Line(Options.MaxUnreadOutput));
        Connection.ExpectMsg<SocketCalls.ReadOn>();
        Receive(actor, "PING\nPING\n");
        ExpectLines("Ping", "Ping");
        Answer(actor, Line(Options.MaxUnreadOutput));
        Connection.ExpectNoMsg(AMoment);

        Connection.Send(actor, SocketProtocol.Sent.Instance);

        ExpectSend(Line(Options.MaxUnreadOutput));
        Connection.ExpectMsg<SocketCalls.ReadOn>();
    }

    [Fact]
    public void A_client_that_is_owed_nothing_and_reads_nothing_is_cut_when_its_idle_time_is_over()
    {
        var actor = StartSession();
        Socket.HasRoom = false;
        Receive(actor, "RESULT final\n");
        ExpectLines("Result");
        Answer(actor, Line(2 * Options.MaxUnreadOutput));

        Advance(Options.IdleTimeout);

        ExpectOver(isLost: true);
        ExpectTerminated(actor);
    }

    private static string Line(int length) => new string('x', length - 1) + "\n";
}
