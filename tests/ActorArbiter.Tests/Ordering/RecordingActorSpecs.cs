using System.Text;
using ActorArbiter.Journal;
using ActorArbiter.Journal.Records;
using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Tests.Clocks;
using ActorArbiter.Tests.RawTcp;
using ActorArbiter.Transcript;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace ActorArbiter.Tests.Ordering;

/// <summary>The ordering actor with a journal that answers when the test says so.</summary>
public class RecordingActorSpecs : TestKit
{
    private readonly TestProbe _transcript;
    private readonly TestProbe _journal;
    private readonly TestProbe _parent;
    private long _connections;

    public RecordingActorSpecs()
    {
        _transcript = CreateTestProbe("transcript");
        _journal = CreateTestProbe("journal");
        _parent = CreateTestProbe("parent");
    }

    [Fact]
    public void Nobody_is_told_and_nothing_is_printed_before_the_verdict_is_recorded()
    {
        var (ordering, x, y) = (Start(), CreateTestProbe(), CreateTestProbe());
        Play(ordering, x, y);
        var entry = _journal.ExpectMsg<JournalProtocol.Append>().Entry;
        Settle(ordering);
        Assert.False(x.HasMessages || y.HasMessages || _transcript.HasMessages);
        Assert.Null(entry.Round);
        Assert.Equal(RoundProfile.Classic, entry.Details.Profile);
        Assert.Equal(["X: Alice", "Y: Bob"], entry.Details.Places.Select(place => VerdictSentence.Of([place.Message])));

        _journal.Send(ordering, new JournalProtocol.Appended(1, 1));

        Assert.Equal("X: Alice received before Y: Bob", Sentence(x));
        Assert.Equal("X: Alice received before Y: Bob", Sentence(y));
        _transcript.ExpectMsg<TranscriptProtocol.Told>();
    }

    [Fact]
    public void Verdicts_that_were_recorded_together_are_told_with_their_numbers()
    {
        var (ordering, one, other) = (Start(), CreateTestProbe(), CreateTestProbe());
        one.Send(ordering, Lines("JOIN one X brief=yes", "SEND a"));
        other.Send(ordering, Lines("JOIN one Y brief=yes", "SEND b", "RESULT one"));
        _journal.ExpectMsg<JournalProtocol.Append>();
        var (x, y) = (CreateTestProbe(), CreateTestProbe());
        Play(ordering, x, y);
        _journal.ExpectMsg<JournalProtocol.Append>();
        one.ExpectMsg<OrderingProtocol.Deliver>();

        _journal.Send(ordering, new JournalProtocol.Appended(41, 2));

        Assert.EndsWith("VERDICT one 41 X: a received before Y: b\n", Told(one));
        Assert.Contains("VERDICT one 41 X: a received before Y: b\n", Told(other));
        Assert.Equal("X: Alice received before Y: Bob", Sentence(y));
    }

    [Fact]
    public void A_recorded_round_is_answered_from_its_record()
    {
        var (ordering, asker) = (Start("old"), CreateTestProbe());
        asker.Send(ordering, Lines("RESULT old"));
        var round = _journal.ExpectMsg<JournalProtocol.LookUp>().Round;
        var places = new[] { Place("Y", "Bob", 0), Place("X", "Alice", 1_870_000) };
        var details = new RecordDetails(RoundProfile.Session, DateTimeOffset.UnixEpoch, places);
        var record = new JournalRecord(7, round, 2, places[0].Message, details, new string('a', 64));

        _journal.Send(ordering, new JournalProtocol.LookedUp(round, record));

        Assert.Equal(
            """
            PLACE old 1/2 Y +0ns kernel
            PLACE old 2/2 X +1.87ms kernel
            VERDICT old 7 Y: Bob received before X: Alice

            """,
            Told(asker));
    }

    [Fact]
    public void No_more_rounds_are_decided_than_asked_for_and_they_are_told_before_the_end()
    {
        var (ordering, x, y, late) = (Start(rounds: 1), CreateTestProbe(), CreateTestProbe(), CreateTestProbe());
        Play(ordering, x, y);
        late.Send(ordering, Submit("X", "Carol"));
        Assert.Equal(ErrorCodes.ShuttingDown, late.ExpectMsg<OrderingProtocol.Refuse>().Error.Code);
        Assert.False(_parent.HasMessages);
        _journal.ExpectMsg<JournalProtocol.Append>();

        _journal.Send(ordering, new JournalProtocol.Appended(1, 1));

        Assert.Equal("X: Alice received before Y: Bob", Sentence(x));
        Assert.Equal("X: Alice received before Y: Bob", Sentence(y));
        _parent.ExpectMsg<OrderingProtocol.RoundsDone>();
        Assert.False(_journal.HasMessages);
    }

    [Fact]
    public void Told_to_close_it_tells_what_is_being_recorded_first()
    {
        var (ordering, x, y, open, asker) =
            (Start("old"), CreateTestProbe(), CreateTestProbe(), CreateTestProbe(), CreateTestProbe());
        Play(ordering, x, y);
        open.Send(ordering, Submit("X", "Carol"));
        asker.Send(ordering, Lines("RESULT old"));

        ordering.Tell(new OrderingProtocol.Close(), TestActor);

        Assert.Equal(ErrorCodes.ShuttingDown, open.ExpectMsg<OrderingProtocol.Refuse>().Error.Code);
        Settle(ordering);
        Assert.False(x.HasMessages || y.HasMessages || asker.HasMessages || HasMessages);
        _journal.Send(ordering, new JournalProtocol.Appended(1, 1));
        Assert.Equal("X: Alice received before Y: Bob", Sentence(x));
        Settle(ordering);
        Assert.False(HasMessages);
        _journal.Send(ordering, new JournalProtocol.LookedUp(RoundName.Parse("old"), null));
        Assert.Contains("ERROR unknown-round", Told(asker));
        ExpectMsg<OrderingProtocol.Closed>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void When_the_journal_fails_nobody_is_told_what_is_not_recorded(bool isClosing)
    {
        var (ordering, x, y, claimant, asker) =
            (Start("old"), CreateTestProbe(), CreateTestProbe(), CreateTestProbe(), CreateTestProbe());
        Play(ordering, x, y);
        claimant.Send(ordering, Lines("JOIN pair X", "SEND a"));
        Told(claimant);
        claimant.Send(ordering, Lines("PING"));
        asker.Send(ordering, Lines("JOIN pair Y", "SEND b", "RESULT old"));
        if (isClosing)
            ordering.Tell(new OrderingProtocol.Close(), TestActor);

        _journal.Send(ordering, new JournalProtocol.Failed("the disk is full"));

        Assert.Equal(ErrorCodes.ShuttingDown, x.ExpectMsg<OrderingProtocol.Refuse>().Error.Code);
        Assert.Equal(ErrorCodes.ShuttingDown, y.ExpectMsg<OrderingProtocol.Refuse>().Error.Code);
        Assert.Contains("ERROR shutting-down", ToldUntilEnd(claimant));
        var last = ToldUntilEnd(asker);
        Assert.Contains("ERROR shutting-down", last);
        Assert.DoesNotContain("VERDICT", last);
        if (!isClosing)
            ordering.Tell(new OrderingProtocol.Close(), TestActor);
        ExpectMsg<OrderingProtocol.Closed>();
        Assert.False(_transcript.HasMessages);
    }

    [Fact]
    public void When_the_journal_takes_too_long_at_the_end_nobody_is_told_what_it_records_later()
    {
        var (ordering, x, y, asker) = (Start("old"), CreateTestProbe(), CreateTestProbe(), CreateTestProbe());
        Play(ordering, x, y);
        asker.Send(ordering, Lines("RESULT old"));
        ordering.Tell(new OrderingProtocol.Close(), TestActor);
        ordering.Tell(new OrderingProtocol.GiveUp(), TestActor);
        ExpectMsg<OrderingProtocol.Closed>();

        _journal.Send(ordering, new JournalProtocol.Appended(1, 1));
        _journal.Send(ordering, new JournalProtocol.LookedUp(RoundName.Parse("old"), null));

        Assert.Equal(ErrorCodes.ShuttingDown, x.ExpectMsg<OrderingProtocol.Refuse>().Error.Code);
        Assert.Equal(ErrorCodes.ShuttingDown, y.ExpectMsg<OrderingProtocol.Refuse>().Error.Code);
        Assert.Contains("ERROR shutting-down", ToldUntilEnd(asker));
        Settle(ordering);
        Assert.False(x.HasMessages || y.HasMessages || asker.HasMessages || _transcript.HasMessages);
    }

    private static RecordedPlace Place(string id, string text, long gap) => new(
        new ClientMessage(ContenderId.Parse(id), text), new RecordedStamp(RecordedClock.Kernel, 1 + gap), gap, Basis.Kernel);

    private static string Sentence(TestProbe contender) =>
        SentText.Line(contender.ExpectMsg<OrderingProtocol.Acknowledge>().Line);

    private static string Told(TestProbe session) =>
        SentText.Of(session.ExpectMsg<OrderingProtocol.Deliver>().Lines);

    private static string ToldUntilEnd(TestProbe session)
    {
        var told = new StringBuilder();
        OrderingProtocol.Deliver delivery;
        do
        {
            delivery = session.ExpectMsg<OrderingProtocol.Deliver>();
            told.Append(SentText.Of(delivery.Lines));
        }
        while (!delivery.IsLast);
        return told.ToString();
    }

    private IActorRef Start(string? recorded = null, int? rounds = null)
    {
        var names = new RecordedNames();
        if (recorded is not null)
            names.Add(RoundName.Parse(recorded));
        return _parent.ChildActorOf(OrderingActor.PropsFor(
            ArbiterFixture.Defaults.Ordering with { Rounds = rounds },
            _transcript.Ref,
            TimeProvider.System,
            new ManualClocks(),
            new OpenJournal(_journal.Ref, names)));
    }

    private void Play(IActorRef ordering, TestProbe x, TestProbe y)
    {
        x.Send(ordering, Submit("X", "Alice"));
        y.Send(ordering, Submit("Y", "Bob"));
    }

    private OrderingProtocol.Submit Submit(string id, string text) => new(
        Arrivals.Connection(++_connections), new ParsedMessage(ContenderId.Parse(id), text), Stamp());

    private OrderingProtocol.SessionLines Lines(params string[] lines) => new(
        Arrivals.Connection(++_connections), [.. lines.Select(line => Sessions.SessionScript.Input(line, Stamp()))]);

    private ReceiveStamp Stamp() => new(StampSource.Read, _connections);

    /// <summary>Waits until the actor has handled all that it was sent.</summary>
    private void Settle(IActorRef actor)
    {
        actor.Tell(new Identify(null), TestActor);
        ExpectMsg<ActorIdentity>();
    }
}
