using ActorArbiter.Connections;
using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using ActorArbiter.Server;
using ActorArbiter.Tests.Transports;
using ActorArbiter.Transports;
using Akka.Actor;

namespace ActorArbiter.Tests.Connections;

public sealed class GreetingConnectionActorSpecs : ConnectionActorSpecs
{
    [Fact]
    public void Nothing_is_read_before_there_is_a_seat()
    {
        var actor = StartSeating();
        Connection.ExpectNoMsg(AMoment);

        Ordering.Send(actor, new OrderingProtocol.Seated(ContenderId.Parse("Y")));

        Connection.ExpectMsg<SocketCalls.ReadOn>();
    }

    [Fact]
    public void The_greeting_is_sent_in_one_piece_and_closes_nothing()
    {
        var actor = StartReading("Y");

        Ordering.Send(actor, new OrderingProtocol.Greet());

        ExpectSend("Client Y connected");
        Connection.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void The_greeting_reaches_a_client_that_has_spoken_already()
    {
        var actor = StartReading("X");
        ReceiveAndReadOn(actor, "Client X: Alice\n");
        var speak = Ordering.ExpectMsg<OrderingProtocol.Speak>();
        Assert.Equal("X: Alice", $"{speak.Message.Id}: {speak.Message.Text}");

        Ordering.Send(actor, new OrderingProtocol.Greet());
        Ordering.Send(actor, Verdict("X: Alice"));

        ExpectSend("Client X connected");
        ExpectReplyAndEnd("X: Alice\n");
    }

    [Fact]
    public void Nobody_is_idle_who_waits_for_a_seat_mate()
    {
        var actor = StartReading("X");

        Advance(TimeSpan.FromHours(5));
        Ordering.Send(actor, new OrderingProtocol.Greet());

        ExpectSend("Client X connected");
    }

    [Fact]
    public void A_line_that_is_not_finished_in_time_costs_the_seat()
    {
        var actor = StartReading("X");
        for (var passed = TimeSpan.Zero; passed < Options.LineTimeout; passed += TimeSpan.FromMilliseconds(125))
        {
            ReceiveAndReadOn(actor, "x");
            Advance(TimeSpan.FromMilliseconds(125));
        }

        Ordering.ExpectMsg<OrderingProtocol.Disconnected>();
        ExpectReplyAndEnd("ERROR too-slow the line was not finished within 10s of its first byte\n");
    }

    [Theory]
    [InlineData("\n", "ERROR bad-message the message is empty\n")]
    [InlineData("Client X: \n", "ERROR bad-message the message has no text after its id\n")]
    public void A_bad_text_costs_the_seat_and_is_told(string text, string error)
    {
        var actor = StartReading("X");

        Receive(actor, text);

        Assert.Equal(Id, Ordering.ExpectMsg<OrderingProtocol.Disconnected>().Connection);
        ExpectReplyAndEnd(error);
        Connection.Send(actor, SocketProtocol.Closed.Instance);
        ExpectTerminated(actor);
        Ordering.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void A_half_close_without_a_text_gives_the_seat_up_and_closes()
    {
        var actor = StartReading("X");

        Connection.Send(actor, SocketProtocol.PeerClosed.Instance);

        Ordering.ExpectMsg<OrderingProtocol.Disconnected>();
        Connection.ExpectMsg<SocketCalls.EndSending>();
    }

    [Fact]
    public void A_lost_connection_gives_the_seat_up_once()
    {
        var actor = StartReading("X");

        Connection.Send(actor, new SocketProtocol.Lost("reset by peer"));

        Ordering.ExpectMsg<OrderingProtocol.Disconnected>();
        ExpectTerminated(actor);
        Ordering.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void A_client_that_gets_no_seat_is_told_why_and_read_from_until_it_closes()
    {
        var actor = StartSeating();

        Ordering.Send(actor, Refusal("busy", "full"));

        ExpectReplyAndEnd("ERROR busy full\n");
        Connection.ExpectMsg<SocketCalls.ReadOn>();
    }

    [Fact]
    public void A_client_that_was_not_answered_is_told_of_a_shutdown_even_if_the_ordering_actor_is_dead()
    {
        var seating = StartSeating();
        seating.Tell(new ConnectionProtocol.Shutdown());
        ExpectReplyAndEnd("ERROR shutting-down the server is stopping\n");

        var reading = StartReading("X");
        reading.Tell(new ConnectionProtocol.Shutdown());
        ExpectReplyAndEnd("ERROR shutting-down the server is stopping\n");
    }

    private IActorRef StartSeating()
    {
        var actor = Start(ListenerProfile.Greeting);
        Assert.Equal(Id, Ordering.ExpectMsg<OrderingProtocol.TakeSeat>().Connection);
        return actor;
    }

    private IActorRef StartReading(string letter)
    {
        var actor = StartSeating();
        Ordering.Send(actor, new OrderingProtocol.Seated(ContenderId.Parse(letter)));
        Connection.ExpectMsg<SocketCalls.ReadOn>();
        return actor;
    }
}
