using ActorArbiter.Tests.Transports;
using TestSupport;

namespace ActorArbiter.Tests.Connections.Sessions;

/// <summary>How long a session's client may take for a line, and how long it may be silent.</summary>
public sealed class SessionTimeLimitSpecs : SessionSpecs
{
    [Fact]
    public void A_trickle_of_bytes_does_not_extend_the_time_for_a_line()
    {
        var actor = StartSession(isOwed: true);
        for (var passed = TimeSpan.Zero; passed < Options.LineTimeout; passed += TimeSpan.FromMilliseconds(125))
        {
            ReceiveAndReadOn(actor, "x");
            Advance(TimeSpan.FromMilliseconds(125));
        }

        ExpectOver(isLost: true);
        ExpectReplyAndEnd("ERROR too-slow the line was not finished within 10s of its first byte\n");
    }

    [Fact]
    public void A_line_has_no_time_limit_while_its_client_is_not_read_from()
    {
        var actor = StartSession();
        Receive(actor, "PING a\nPING ");
        ExpectLines("Ping a");

        Advance(2 * Options.LineTimeout);
        Answer(actor, "");

        Connection.ExpectMsg<SocketCalls.ReadOn>();
        Advance(Options.LineTimeout);
        ExpectReplyAndEnd("ERROR too-slow the line was not finished within 10s of its first byte\n");
    }

    [Fact]
    public void Every_line_has_a_time_limit_of_its_own()
    {
        var actor = StartSession(isOwed: true);
        for (var i = 0; i < 3; i++)
        {
            ReceiveAndReadOn(actor, "PI");
            Advance(TimeSpan.FromSeconds(6));
            Receive(actor, "NG\nPI");
            ExpectLines("Ping");
            Answer(actor, "", isOwed: true);
            Connection.ExpectMsg<SocketCalls.ReadOn>();
            Advance(TimeSpan.FromSeconds(6));
            Receive(actor, "NG\n");
            ExpectLines("Ping");
            Answer(actor, "", isOwed: true);
            Connection.ExpectMsg<SocketCalls.ReadOn>();
        }
    }

    [Fact]
    public void A_client_is_idle_that_is_owed_nothing_and_says_nothing()
    {
        var actor = StartSession();

        Advance(Options.IdleTimeout);

        ExpectOver(isLost: true);
        ExpectReplyAndEnd("ERROR idle nothing was received for 10m\n");
    }

    [Fact]
    public void Every_line_begins_the_idle_time_anew()
    {
        var actor = StartSession();
        for (var i = 0; i < 3; i++)
        {
            Advance(Options.IdleTimeout / 2);
            Receive(actor, "PING\n");
            ExpectLines("Ping");
            Answer(actor, "");
            Connection.ExpectMsg<SocketCalls.ReadOn>();
        }

        Advance(Options.IdleTimeout / 2);
        Connection.ExpectNoMsg(AMoment);

        Advance(Options.IdleTimeout / 2);
        ExpectReplyAndEnd("ERROR idle nothing was received for 10m\n");
    }

    [Fact]
    public void A_client_that_waits_when_its_idle_time_would_be_over_is_idle_when_it_was_silent_as_long_after_that()
    {
        var actor = StartSession();
        Advance(Options.IdleTimeout / 2);
        Receive(actor, "RESULT final\n");
        ExpectLines("Result");
        Advance(Options.IdleTimeout / 2);
        Answer(actor, "");
        Connection.ExpectMsg<SocketCalls.ReadOn>();

        Advance(Options.IdleTimeout - TimeSpan.FromMilliseconds(1));
        Connection.ExpectNoMsg(AMoment);

        Advance(TimeSpan.FromMilliseconds(1));
        ExpectReplyAndEnd("ERROR idle nothing was received for 10m\n");
    }

    [Fact]
    public void A_client_that_waits_for_an_answer_is_not_idle()
    {
        var actor = StartSession();
        Receive(actor, "RESULT final\n");
        ExpectLines("Result");

        Advance(TimeSpan.FromHours(5));

        Connection.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void A_client_that_waits_for_a_verdict_is_not_idle_until_it_has_it()
    {
        var actor = StartSession(isOwed: true);
        Advance(TimeSpan.FromHours(5));
        Connection.ExpectNoMsg(AMoment);
        Deliver(actor, "VERDICT final 1 X: Alice\n");
        ExpectSend("VERDICT final 1 X: Alice\n");

        Advance(Options.IdleTimeout);

        ExpectReplyAndEnd("ERROR idle nothing was received for 10m\n");
    }

    [Fact]
    public void After_a_pause_of_the_process_every_time_limit_runs_once_more()
    {
        var time = new ManualTime();
        var actor = StartSession(OptionsWith(time));
        time.Advance(TimeSpan.FromHours(1));
        Advance(Options.IdleTimeout);
        Connection.ExpectNoMsg(AMoment);
        ReceiveAndReadOn(actor, "PI");
        time.Advance(TimeSpan.FromHours(1));
        Advance(Options.LineTimeout);
        Connection.ExpectNoMsg(AMoment);

        Receive(actor, "NG\n");

        ExpectLines("Ping");
    }
}
