using ActorArbiter.Connections;
using ActorArbiter.Ordering;
using ActorArbiter.Server;
using ActorArbiter.Tests.Transports;
using ActorArbiter.Transports;
using Akka.Actor;
using Akka.Event;
using TestSupport;

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
        ReceiveAndReadOn(actor, "Client X: Al", new ReceiveStamp(StampSource.Kernel, 1000));
        ReceiveAndReadOn(actor, "ice", new ReceiveStamp(StampSource.Kernel, 2000));

        Advance(Options.QuietTime);

        Assert.Equal(new ReceiveStamp(StampSource.Kernel, 2000), Ordering.ExpectMsg<OrderingProtocol.Submit>().Stamp);
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

        ExpectReplyAndEnd("ERROR too-slow the line was not finished within 10s of its first byte\n");
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

        ExpectReplyAndEnd("ERROR idle nothing was received for 10m\n");
    }

    [Fact]
    public void A_client_is_idle_until_its_message_and_not_after_it()
    {
        var silent = StartReading();
        Advance(Options.IdleTimeout);
        ExpectReplyAndEnd("ERROR idle nothing was received for 10m\n");

        var waiting = StartReading();
        ReceiveAndReadOn(waiting, "Client X: Alice\n");
        Ordering.ExpectMsg<OrderingProtocol.Submit>();
        Advance(TimeSpan.FromHours(5));
        Connection.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void The_acknowledgment_is_sent_in_one_piece_and_the_sending_side_ends_behind_it()
    {
        var actor = StartWaiting("Client X: Alice\r\n");

        Ordering.Send(actor, Verdict("X: Alice"));

        ExpectReplyAndEnd("X: Alice\r\n");
        Connection.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void A_refusal_of_the_ordering_actor_is_passed_on()
    {
        var actor = StartWaiting("Client X: Alice\r\n");

        Ordering.Send(actor, Refusal("round-timeout", "too late"));

        ExpectReplyAndEnd("ERROR round-timeout too late\n");
    }

    [Fact]
    public void The_actor_ends_when_both_sides_are_closed()
    {
        var actor = StartWaiting("Client X: Alice\n");
        Ordering.Send(actor, Verdict("X: Alice"));
        ExpectReplyAndEnd("X: Alice\n");

        Connection.Send(actor, SocketProtocol.Closed.Instance);

        Connection.ExpectMsg<SocketCalls.Close>();
        ExpectTerminated(actor);
        Ordering.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void The_actor_ends_with_the_reply_if_the_client_has_closed_its_side_before()
    {
        var actor = StartWaiting("Client X: Alice\n");
        Connection.Send(actor, SocketProtocol.PeerClosed.Instance);
        Ordering.ExpectMsg<OrderingProtocol.HalfClosed>();

        Ordering.Send(actor, Verdict("X: Alice"));

        ExpectReplyAndEnd("X: Alice\n");
        Connection.ExpectMsg<SocketCalls.Close>();
        ExpectTerminated(actor);
        Ordering.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void A_client_that_closes_without_a_byte_is_closed_without_a_byte()
    {
        var actor = StartReading();

        Connection.Send(actor, SocketProtocol.PeerClosed.Instance);

        Connection.ExpectMsg<SocketCalls.EndSending>();
        Connection.ExpectMsg<SocketCalls.Close>();
        ExpectTerminated(actor);
        Ordering.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void The_actor_ends_when_the_client_does_not_close_in_time()
    {
        var actor = StartWaiting("Client X: Alice\n");
        Ordering.Send(actor, Verdict("X: Alice"));
        ExpectReplyAndEnd("X: Alice\n");

        Advance(Options.Linger);

        Connection.ExpectMsg<SocketCalls.Close>();
        ExpectTerminated(actor);
    }

    [Fact]
    public void The_actor_ends_when_the_reply_cannot_be_sent_in_time()
    {
        var actor = StartWaiting("Client X: Alice\n");
        Socket.HasRoom = false;
        Ordering.Send(actor, Verdict("X: Alice"));
        ExpectReplyAndEnd("X: Alice\n");

        Advance(Options.Linger);

        Connection.ExpectMsg<SocketCalls.Close>();
        ExpectTerminated(actor);
    }

    [Fact]
    public void The_time_to_close_begins_when_the_reply_was_sent()
    {
        var actor = StartWaiting("Client X: Alice\n");
        Socket.HasRoom = false;
        Ordering.Send(actor, Verdict("X: Alice"));
        ExpectReplyAndEnd("X: Alice\n");
        Advance(Options.Linger / 2);

        Connection.Send(actor, SocketProtocol.Sent.Instance);

        Advance(Options.Linger / 2);
        Connection.ExpectNoMsg(AMoment);
        Advance(Options.Linger / 2);
        ExpectTerminated(actor);
    }

    [Fact]
    public void After_the_reply_64_KiB_are_read_and_thrown_away()
    {
        var actor = StartWaiting("Client X: Alice\n");
        Ordering.Send(actor, Verdict("X: Alice"));
        ExpectReplyAndEnd("X: Alice\n");

        for (var i = 0; i < 4; i++)
            ReceiveAndReadOn(actor, new string('x', 16 * 1024));
        Receive(actor, "x");

        Connection.ExpectNoMsg(AMoment);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_ordering_actor_is_told_of_a_contender_that_is_lost_or_gone(bool isLost)
    {
        var actor = StartWaiting("Client X: Alice\n");

        Connection.Send(actor, isLost ? new SocketProtocol.Lost("reset by peer") : SocketProtocol.Closed.Instance);

        Connection.ExpectMsg<SocketCalls.Close>();
        Assert.Equal(Id, Ordering.ExpectMsg<OrderingProtocol.Disconnected>().Connection);
        ExpectTerminated(actor);
    }

    [Fact]
    public void The_ordering_actor_is_not_told_of_a_client_that_it_never_heard_of()
    {
        var actor = StartReading();
        ReceiveAndReadOn(actor, "Client X: half a messa");

        Connection.Send(actor, new SocketProtocol.Lost("reset by peer"));

        ExpectTerminated(actor);
        Ordering.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void The_ordering_actor_is_told_of_a_half_close_after_the_message()
    {
        var actor = StartWaiting("Client X: Alice\n");

        Connection.Send(actor, SocketProtocol.PeerClosed.Instance);

        Assert.Equal(Id, Ordering.ExpectMsg<OrderingProtocol.HalfClosed>().Connection);
    }

    [Fact]
    public void A_half_close_that_ends_the_message_is_told_behind_it()
    {
        var actor = StartReading();
        ReceiveAndReadOn(actor, "Client X: Alice");

        Connection.Send(actor, SocketProtocol.PeerClosed.Instance);

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

        ExpectReplyAndEnd("ERROR shutting-down the server is stopping\n");
    }

    [Fact]
    public void A_shutdown_does_not_disturb_an_answer_on_its_way()
    {
        var actor = StartWaiting("Client X: Alice\n");
        Ordering.Send(actor, Verdict("X: Alice"));
        actor.Tell(new ConnectionProtocol.Shutdown());

        ExpectReplyAndEnd("X: Alice\n");

        Connection.ExpectNoMsg(AMoment);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Client X: half a messa")]
    [InlineData("Client X: Alice\n")]
    [InlineData("too late\n")]
    public void No_timer_outlives_its_actor(string received)
    {
        var actor = StartReading();
        if (received.Length > 0)
            ReceiveAndReadOn(actor, received);
        if (received == "too late\n")
            Ordering.Send(actor, Refusal("round-timeout", "too late"));
        AwaitAllDone();
        Connection.Send(actor, new SocketProtocol.Lost("reset by peer"));
        ExpectTerminated(actor);
        var undelivered = CreateTestProbe();
        Sys.EventStream.Subscribe(undelivered.Ref, typeof(AllDeadLetters));

        ((Akka.TestKit.TestScheduler)Sys.Scheduler).Advance(TimeSpan.FromHours(1));

        undelivered.ExpectNoMsg(AMoment);
    }

    [Theory]
    [InlineData("Client X: Alice\n")]
    [InlineData("PING\n")]
    public void A_time_limit_that_was_told_before_it_was_lifted_has_no_effect(string line)
    {
        var actor = StartReading();
        ReceiveAndReadOn(actor, line[..^1]);
        Receive(actor, "\n");
        Ordering.ExpectMsg<object>();
        AwaitAllDone();
        while (Connection.HasMessages)
            Connection.ExpectMsg<SocketCalls.ReadOn>();

        actor.Tell(MessageIntake.WentQuiet.Instance);
        actor.Tell(MessageIntake.LineOverdue.Instance);

        AwaitAllDone();
        Ordering.ExpectNoMsg(AMoment);
        Connection.ExpectNoMsg(AMoment);
    }

    private IActorRef StartReading(ConnectionOptions? options = null)
    {
        var actor = Start(ListenerProfile.Classic, options);
        Connection.ExpectMsg<SocketCalls.ReadOn>();
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
