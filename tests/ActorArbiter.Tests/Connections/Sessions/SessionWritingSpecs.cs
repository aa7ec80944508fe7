using TcpIo = Akka.IO.Tcp;

namespace ActorArbiter.Tests.Connections.Sessions;

/// <summary>How a session's client is told what the ordering actor says, and what happens to one that does not read.</summary>
public sealed class SessionWritingSpecs : SessionSpecs
{
    [Fact]
    public void What_is_delivered_while_a_write_is_under_way_is_joined_to_the_next()
    {
        var actor = StartSession();
        Deliver(actor, "a\n");
        var sent = ExpectWrite("a\n");
        Deliver(actor, "b\n");
        Deliver(actor, "");
        Deliver(actor, "c\n");
        Connection.ExpectNoMsg(AMoment);

        Connection.Send(actor, sent);

        Connection.Send(actor, ExpectWrite("b\nc\n"));
        Connection.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void A_client_that_leaves_too_much_unread_is_cut_and_taken_for_lost_once()
    {
        var actor = StartSession();
        for (var unread = 0; unread <= Options.MaxUnreadOutput + 1024; unread += 1024)
            Deliver(actor, Line(1024));

        ExpectOver(isLost: true);
        ExpectTerminated(actor);
        Ordering.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void A_client_that_reads_is_never_cut()
    {
        var actor = StartSession();
        for (var i = 0; i < 100; i++)
        {
            Deliver(actor, Line(4096));
            Connection.Send(actor, ExpectWrite(Line(4096)));
        }

        Receive(actor, "PING\n");

        ExpectLines("Ping");
    }

    [Fact]
    public void A_delivery_longer_than_the_limit_passes_and_nothing_is_read_until_the_client_took_it()
    {
        var actor = StartSession();
        Receive(actor, "RESULT final\n");
        ExpectLines("Result");
        var result = Line(2 * Options.MaxUnreadOutput);
        Answer(actor, result);
        Deliver(actor, "SEATED final X 1/2\n");
        var sent = ExpectWrite(result);
        Connection.ExpectNoMsg(AMoment);

        Connection.Send(actor, sent);

        Connection.ExpectMsg<TcpIo.ResumeReading>();
        ExpectWrite("SEATED final X 1/2\n");
    }

    [Fact]
    public void A_client_that_sends_without_end_and_does_not_read_is_not_read_from_and_not_cut()
    {
        var actor = StartSession();
        Receive(actor, "PING\n");
        ExpectLines("Ping");
        Answer(actor, Line(Options.MaxUnreadOutput));
        Connection.ExpectMsg<TcpIo.ResumeReading>();
        var sent = ExpectWrite(Line(Options.MaxUnreadOutput));
        Receive(actor, "PING\nPING\n");
        ExpectLines("Ping", "Ping");
        Answer(actor, Line(Options.MaxUnreadOutput));
        Connection.ExpectNoMsg(AMoment);

        Connection.Send(actor, sent);

        Connection.ExpectMsg<TcpIo.ResumeReading>();
        ExpectWrite(Line(Options.MaxUnreadOutput));
    }

    [Fact]
    public void A_client_that_is_owed_nothing_and_reads_nothing_is_cut_when_its_idle_time_is_over()
    {
        var actor = StartSession();
        Receive(actor, "RESULT final\n");
        ExpectLines("Result");
        Answer(actor, Line(2 * Options.MaxUnreadOutput));

        Advance(Options.IdleTimeout);

        ExpectOver(isLost: true);
        ExpectTerminated(actor);
    }

    private static string Line(int length) => new string('x', length - 1) + "\n";
}
