using ActorArbiter.Connections;
using ActorArbiter.Ordering;
using Akka.Actor;
using TestSupport;
using TcpIo = Akka.IO.Tcp;

namespace ActorArbiter.Tests.Connections;

public sealed class ClassicConnectionActorSpecs : ConnectionActorSpecs
{
    [Fact]
    public void A_complete_line_is_submitted_once_and_what_follows_is_read_and_ignored()
    {
        var actor = StartReading();

        ReceiveAndReadOn(actor, "Client X: Alice\nClient Y: Bob\n");

        var submit = Ordering.ExpectMsg<OrderingProtocol.Submit>();
        Assert.Equal(Id, submit.Connection);
        Assert.Equal("X", submit.Message.Id?.Value);
        Assert.Equal("Alice", submit.Message.Text);
        ReceiveAndReadOn(actor, "Client Z: Carol\n");
        Ordering.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void Every_byte_begins_the_quiet_time_anew()
    {
        var actor = StartReading();
        ReceiveAndReadOn(actor, "Client X: Al");
        Advance(Options.QuietTime / 2);
        ReceiveAndReadOn(actor, "ice");
        Advance(Options.QuietTime / 2);
        Ordering.ExpectNoMsg(AMoment);

        Advance(Options.QuietTime / 2);

        Assert.Equal("Alice", Ordering.ExpectMsg<OrderingProtocol.Submit>().Message.Text);
    }

    [Fact]
    public void A_message_is_stamped_with_its_last_byte_and_not_with_the_end_of_the_quiet_time()
    {
        var actor = StartReading();
        ReceiveAndReadOn(actor, "Client X: Alice");
        var afterLastByte = ActorRuntime.StampOf(new TcpIo.Received(Akka.IO.ByteString.Empty));

        Advance(Options.QuietTime);

        var submit = Ordering.ExpectMsg<OrderingProtocol.Submit>();
        Assert.True(submit.Stamp.Nanoseconds <= afterLastByte.Nanoseconds);
    }

    [Fact]
    public void A_trickle_of_bytes_does_not_extend_the_time_for_a_line()
    {
        var actor = StartReading();
        for (var passed = TimeSpan.Zero; passed < Options.LineTimeout; passed += TimeSpan.FromMilliseconds(125))
        {
            ReceiveAndReadOn(actor, "x");
            Advance(TimeSpan.FromMilliseconds(125));
        }

        ExpectReplyAndClose(actor, "ERROR too-slow the line was not finished within 10s of its first byte\n");
        Ordering.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void A_pause_of_the_process_cuts_no_message_in_two()
    {
        var time = new ManualTime();
        var actor = StartReading(OptionsWith(time));
        ReceiveAndReadOn(actor, "Client X: Al");

        time.Advance(TimeSpan.FromSeconds(5));
        Advance(Options.QuietTime);
        ReceiveAndReadOn(actor, "ice\n");

        Assert.Equal("Alice", Ordering.ExpectMsg<OrderingProtocol.Submit>().Message.Text);
    }

    [Fact]
    public void After_a_pause_of_the_process_every_time_limit_runs_once_more()
    {
        var time = new ManualTime();
        var actor = StartReading(OptionsWith(time));
        time.Advance(TimeSpan.FromHours(1));
        Advance(Options.IdleTimeout);
        Connection.ExpectNoMsg(AMoment);

        time.Advance(Options.IdleTimeout);
        Advance(Options.IdleTimeout);

        ExpectReplyAndClose(actor, "ERROR idle nothing was received for 10m\n");
    }

    [Fact]
    public void A_client_is_idle_until_its_message_and_not_after_it()
    {
        var silent = StartReading();
        Advance(Options.IdleTimeout);
        ExpectReplyAndClose(silent, "ERROR idle nothing was received for 10m\n");

        var waiting = StartReading();
        ReceiveAndReadOn(waiting, "Client X: Alice\n");
        Ordering.ExpectMsg<OrderingProtocol.Submit>();
        Advance(TimeSpan.FromHours(5));
        Connection.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void The_acknowledgment_is_one_write_and_the_close_waits_until_it_was_sent()
    {
        var actor = StartWaiting("Client X: Alice\r\n");
        Ordering.Send(actor, Verdict("X: Alice"));

        var sent = ExpectWrite("X: Alice\r\n");
        Connection.ExpectNoMsg(AMoment);

        Connection.Send(actor, sent);
        Connection.ExpectMsg<TcpIo.ConfirmedClose>();
    }

    [Fact]
    public void A_refusal_of_the_ordering_actor_is_passed_on()
    {
        var actor = StartWaiting("Client X: Alice\r\n");

        Ordering.Send(actor, Refusal("round-timeout", "too late"));

        ExpectReplyAndClose(actor, "ERROR round-timeout too late\n");
    }

    [Fact]
    public void The_actor_ends_when_both_sides_are_closed()
    {
        var actor = StartWaiting("Client X: Alice\n");
        Ordering.Send(actor, Verdict("X: Alice"));
        ExpectReplyAndClose(actor, "X: Alice\n");

        Connection.Send(actor, TcpIo.ConfirmedClosed.Instance);

        ExpectTerminated(actor);
        Ordering.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void The_actor_ends_when_the_client_does_not_close_in_time()
    {
        var actor = StartWaiting("Client X: Alice\n");
        Ordering.Send(actor, Verdict("X: Alice"));
        ExpectReplyAndClose(actor, "X: Alice\n");

        Advance(Options.Linger);

        ExpectTerminated(actor);
    }

    [Fact]
    public void The_actor_ends_when_the_reply_cannot_be_sent_in_time()
    {
        var actor = StartWaiting("Client X: Alice\n");
        Ordering.Send(actor, Verdict("X: Alice"));
        ExpectWrite("X: Alice\n");

        Advance(Options.Linger);

        ExpectTerminated(actor);
    }

    [Fact]
    public void After_the_reply_64_KiB_are_read_and_thrown_away()
    {
        var actor = StartWaiting("Client X: Alice\n");
        Ordering.Send(actor, Verdict("X: Alice"));
        ExpectReplyAndClose(actor, "X: Alice\n");

        for (var i = 0; i < 4; i++)
            ReceiveAndReadOn(actor, new string('x', 16 * 1024));
        Receive(actor, "x");

        Connection.ExpectNoMsg(AMoment);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("write failed")]
    [InlineData("connection actor stopped")]
    public void The_ordering_actor_is_told_of_a_contender_that_is_lost(string how)
    {
        var actor = StartWaiting("Client X: Alice\n");

        switch (how)
        {
            case "reset":
                Connection.Send(actor, new TcpIo.ErrorClosed("reset by peer"));
                break;
            case "write failed":
                Connection.Send(actor, new TcpIo.CommandFailed(TcpIo.Write.Empty));
                break;
            default:
                Sys.Stop(Connection.Ref);
                break;
        }

        Assert.Equal(Id, Ordering.ExpectMsg<OrderingProtocol.Disconnected>().Connection);
        ExpectTerminated(actor);
    }

    [Fact]
    public void The_ordering_actor_is_not_told_of_a_client_that_it_never_heard_of()
    {
        var actor = StartReading();
        ReceiveAndReadOn(actor, "Client X: half a messa");

        Connection.Send(actor, new TcpIo.ErrorClosed("reset by peer"));

        ExpectTerminated(actor);
        Ordering.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void The_ordering_actor_is_told_of_a_half_close_after_the_message()
    {
        var actor = StartWaiting("Client X: Alice\n");

        Connection.Send(actor, TcpIo.PeerClosed.Instance);

        Assert.Equal(Id, Ordering.ExpectMsg<OrderingProtocol.HalfClosed>().Connection);
    }

    [Fact]
    public void A_half_close_that_ends_the_message_is_told_behind_it()
    {
        var actor = StartReading();
        ReceiveAndReadOn(actor, "Client X: Alice");

        Connection.Send(actor, TcpIo.PeerClosed.Instance);

        Ordering.ExpectMsg<OrderingProtocol.Submit>();
        Ordering.ExpectMsg<OrderingProtocol.HalfClosed>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Client X: half a messa")]
    [InlineData("Client X: Alice\n")]
    public void Whoever_was_not_answered_is_told_of_a_shutdown_even_if_the_ordering_actor_is_dead(string received)
    {
        var actor = StartReading();
        if (received.Length > 0)
            ReceiveAndReadOn(actor, received);

        actor.Tell(new ConnectionProtocol.Shutdown());

        ExpectReplyAndClose(actor, "ERROR shutting-down the server is stopping\n");
    }

    [Fact]
    public void A_shutdown_does_not_disturb_an_answer_on_its_way()
    {
        var actor = StartWaiting("Client X: Alice\n");
        Ordering.Send(actor, Verdict("X: Alice"));
        actor.Tell(new ConnectionProtocol.Shutdown());

        ExpectReplyAndClose(actor, "X: Alice\n");

        Connection.ExpectNoMsg(AMoment);
    }

    private IActorRef StartReading(ConnectionOptions? options = null)
    {
        var actor = Start(ClassicConnectionActor.PropsFor(Id, Connection.Ref, Ordering.Ref, options ?? Options));
        Connection.ExpectMsg<TcpIo.ResumeReading>();
        return actor;
    }

    private IActorRef StartWaiting(string message)
    {
        var actor = StartReading();
        ReceiveAndReadOn(actor, message);
        Ordering.ExpectMsg<OrderingProtocol.Submit>();
        return actor;
    }
}
