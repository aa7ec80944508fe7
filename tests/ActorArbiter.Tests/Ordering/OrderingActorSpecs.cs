using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using ActorArbiter.Tests.Clocks;
using ActorArbiter.Tests.RawTcp;
using ActorArbiter.Transcript;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using TestSupport;

namespace ActorArbiter.Tests.Ordering;

public class OrderingActorSpecs : TestKit
{
    private readonly TestProbe _transcript;

    public OrderingActorSpecs()
        : base("""akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit" """) =>
        _transcript = CreateTestProbe("transcript");

    private TestScheduler Time => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void Both_contenders_are_told_the_same_sentence_in_order_of_their_stamps()
    {
        var (ordering, x, y) = (Start(), CreateTestProbe("x"), CreateTestProbe("y"));
        x.Send(ordering, Submit(1, "X", "Alice", stamp: 20));
        y.Send(ordering, Submit(2, "Y", "Bob", stamp: 10));
        Assert.Equal("Y: Bob received before X: Alice", Sentence(x));
        Assert.Equal("Y: Bob received before X: Alice", Sentence(y));
        Assert.Equal("Y X", Arrivals.Ids(_transcript.ExpectMsg<TranscriptProtocol.Told>().Verdict));
    }

    [Fact]
    public void Who_names_no_id_is_given_a_letter()
    {
        var (ordering, one, other) = (Start(), CreateTestProbe("one"), CreateTestProbe("other"));
        one.Send(ordering, Submit(1, null, "Hello!", stamp: 1));
        other.Send(ordering, Submit(2, null, "Me too", stamp: 2));
        Assert.Equal("X: Hello! received before Y: Me too", Sentence(other));
    }

    [Fact]
    public void A_round_that_does_not_fill_ends_and_the_next_one_has_its_own_time()
    {
        var (ordering, early, late) = (Start(), CreateTestProbe("early"), CreateTestProbe("late"));
        early.Send(ordering, Submit(1, "X", "Alice", stamp: 1));
        Settle(ordering);
        Time.Advance(TimeSpan.FromMinutes(6));
        late.Send(ordering, Submit(2, "X", "Carol", stamp: 2));
        Settle(ordering);
        Time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(
            "ERROR round-timeout the round was not complete within 10m of its first message",
            early.ExpectMsg<OrderingProtocol.Refuse>().Error.ToString());
        Settle(ordering);
        Time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(ErrorCodes.RoundTimeout, late.ExpectMsg<OrderingProtocol.Refuse>().Error.Code);
    }

    [Fact]
    public void A_deadline_that_comes_sooner_than_the_one_waited_for_is_kept()
    {
        var ordering = Start(Options() with { MessageTimeout = TimeSpan.FromSeconds(5) });
        var (classic, x, y) = (CreateTestProbe("classic"), CreateTestProbe("x"), CreateTestProbe("y"));
        classic.Send(ordering, Submit(1, "X", "Alice", stamp: 1));
        x.Send(ordering, new OrderingProtocol.TakeSeat(Arrivals.Connection(2)));
        y.Send(ordering, new OrderingProtocol.TakeSeat(Arrivals.Connection(3)));
        Settle(ordering);
        Time.Advance(TimeSpan.FromSeconds(5));
        x.ExpectMsg<OrderingProtocol.Seated>();
        x.ExpectMsg<OrderingProtocol.Greet>();
        Assert.Equal(
            "ERROR contender-left not every contender sent a message within 5s, so the round cannot be decided",
            x.ExpectMsg<OrderingProtocol.Refuse>().Error.ToString());
    }

    [Fact]
    public void A_round_does_not_end_because_the_process_was_paused()
    {
        var time = new ManualTime();
        var (ordering, x, y) = (Start(Options(), time), CreateTestProbe("x"), CreateTestProbe("y"));
        x.Send(ordering, Submit(1, "X", "Alice", stamp: 1));
        Settle(ordering);
        time.Advance(TimeSpan.FromHours(1));
        Time.Advance(TimeSpan.FromMinutes(10));
        Settle(ordering);

        y.Send(ordering, Submit(2, "Y", "Bob", stamp: 2));

        Assert.Equal("X: Alice received before Y: Bob", Sentence(x));
    }

    [Fact]
    public void Seated_contenders_are_greeted_together_and_told_the_verdict()
    {
        var (ordering, x, y) = (Start(), CreateTestProbe("x"), CreateTestProbe("y"));
        Sit(ordering, x, 1, "X");
        Assert.Equal("X", _transcript.ExpectMsg<TranscriptProtocol.Accepted>().Seat.Letter.Value);
        Sit(ordering, y, 2, "Y");
        x.ExpectMsg<OrderingProtocol.Greet>();
        y.ExpectMsg<OrderingProtocol.Greet>();
        y.Send(ordering, Speak(2, "Y", "Bob", stamp: 1));
        x.Send(ordering, Speak(1, "X", "Alice", stamp: 2));
        Assert.Equal("Y: Bob received before X: Alice", Sentence(x));
        Assert.Equal("Y: Bob received before X: Alice", Sentence(y));
    }

    [Fact]
    public void A_greeted_contender_that_leaves_ends_the_round_for_the_others()
    {
        var (ordering, x, y) = (Start(), CreateTestProbe("x"), CreateTestProbe("y"));
        Sit(ordering, x, 1, "X");
        Sit(ordering, y, 2, "Y");
        x.Send(ordering, new OrderingProtocol.Disconnected(Arrivals.Connection(1)));
        y.ExpectMsg<OrderingProtocol.Greet>();
        Assert.Equal(
            "ERROR contender-left X left without a message, so the round cannot be decided",
            y.ExpectMsg<OrderingProtocol.Refuse>().Error.ToString());
        x.ExpectMsg<OrderingProtocol.Greet>();
        Settle(ordering);
        Assert.False(x.HasMessages);
    }

    [Fact]
    public void After_the_last_round_asked_for_everyone_else_is_refused()
    {
        var parent = CreateTestProbe("parent");
        var ordering = parent.ChildActorOf(
            OrderingActor.PropsFor(Options() with { Rounds = 1 }, _transcript.Ref, new VirtualTime(Time), new ManualClocks()), "ordering");
        var (x, waiting, y, late) =
            (CreateTestProbe("x"), CreateTestProbe("waiting"), CreateTestProbe("y"), CreateTestProbe("late"));
        x.Send(ordering, Submit(1, "X", "Alice", stamp: 1));
        waiting.Send(ordering, Submit(2, "X", "Carol", stamp: 2));
        y.Send(ordering, Submit(3, "Y", "Bob", stamp: 3));
        parent.ExpectMsg<OrderingProtocol.RoundsDone>();
        Assert.Equal("X: Alice received before Y: Bob", Sentence(x));
        Assert.Equal("ERROR shutting-down the server is stopping", Refusal(waiting));
        late.Send(ordering, Submit(4, "Y", "Dave", stamp: 4));
        Assert.Equal("ERROR shutting-down the server is stopping", Refusal(late));
    }

    [Fact]
    public void Closed_it_has_told_everyone_who_waits()
    {
        var (ordering, x, seated) = (Start(), CreateTestProbe("x"), CreateTestProbe("seated"));
        x.Send(ordering, Submit(1, "X", "Alice", stamp: 1));
        Sit(ordering, seated, 2, "X");
        ordering.Tell(new OrderingProtocol.Close(), TestActor);
        ExpectMsg<OrderingProtocol.Closed>();
        Assert.Equal("ERROR shutting-down the server is stopping", Refusal(x));
        Assert.Equal("ERROR shutting-down the server is stopping", Refusal(seated));
    }

    [Fact]
    public void More_rounds_than_the_limit_are_refused_and_the_open_ones_go_on()
    {
        var ordering = Start(Options() with { MaxOpenRounds = 1 });
        var (x, other, y) = (CreateTestProbe("x"), CreateTestProbe("other"), CreateTestProbe("y"));
        x.Send(ordering, Submit(1, "X", "Alice", stamp: 1));
        other.Send(ordering, Submit(2, "X", "Carol", stamp: 2));
        Assert.Equal("ERROR busy open rounds are limited to 1; try again later", Refusal(other));
        y.Send(ordering, Submit(3, "Y", "Bob", stamp: 3));
        Assert.Equal("X: Alice received before Y: Bob", Sentence(y));
    }

    private static OrderingOptions Options() => new()
    {
        Contenders = 2,
        Rounds = null,
        RoundTimeout = TimeSpan.FromMinutes(10),
        MessageTimeout = TimeSpan.FromMinutes(10),
        MaxOpenRounds = 100,
        Sessions = ArbiterFixture.Defaults.Ordering.Sessions,
    };

    private static OrderingProtocol.Submit Submit(long connection, string? id, string text, long stamp) => new(
        Arrivals.Connection(connection),
        new ParsedMessage(id is null ? null : ContenderId.Parse(id), text),
        new ReceiveStamp(StampSource.Read, stamp));

    private static OrderingProtocol.Speak Speak(long connection, string id, string text, long stamp) => new(
        Arrivals.Connection(connection),
        new ClientMessage(ContenderId.Parse(id), text),
        new ReceiveStamp(StampSource.Read, stamp));

    private static string Sentence(TestProbe contender) =>
        SentText.Line(contender.ExpectMsg<OrderingProtocol.Acknowledge>().Line);

    private static string Refusal(TestProbe contender) =>
        contender.ExpectMsg<OrderingProtocol.Refuse>().Error.ToString();

    private static void Sit(IActorRef ordering, TestProbe contender, long connection, string letter)
    {
        contender.Send(ordering, new OrderingProtocol.TakeSeat(Arrivals.Connection(connection)));
        Assert.Equal(letter, contender.ExpectMsg<OrderingProtocol.Seated>().Letter.Value);
    }

    private IActorRef Start(OrderingOptions? options = null, TimeProvider? time = null) => Sys.ActorOf(
        OrderingActor.PropsFor(
            options ?? Options(), _transcript.Ref, time ?? new VirtualTime(Time), new ManualClocks()),
        "ordering");

    /// <summary>The clock that goes with the scheduler.</summary>
    private sealed class VirtualTime(TestScheduler scheduler) : TimeProvider
    {
        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => scheduler.Now.Ticks;
    }

    /// <summary>Waits until the actor has handled all that it was sent.</summary>
    private void Settle(IActorRef actor)
    {
        actor.Tell(new Identify(null), TestActor);
        ExpectMsg<ActorIdentity>();
    }
}
