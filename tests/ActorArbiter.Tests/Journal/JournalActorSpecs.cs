using ActorArbiter.Journal;
using ActorArbiter.Protocol.Sessions;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace ActorArbiter.Tests.Journal;

public sealed class JournalActorSpecs : TestKit
{
    private const string Settings = "akka.actor.journal-dispatcher { type = PinnedDispatcher }";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly JournalFolder _folder = new();
    private readonly TestProbe _arbiter;
    private readonly TestProbe _ordering;

    public JournalActorSpecs()
        : base(Settings)
    {
        _arbiter = CreateTestProbe();
        _ordering = CreateTestProbe();
    }

    [Fact]
    public void The_arbiter_is_told_which_rounds_are_recorded()
    {
        _folder.Fill(2);

        Start();

        var names = Expect<JournalProtocol.Opened>(_arbiter).Names;
        Assert.True(names.MayContain(RoundName.Parse("round-2")));
        Assert.False(names.MayContain(RoundName.Parse("round-3")));
    }

    [Fact]
    public void An_entry_that_comes_alone_is_recorded_at_once()
    {
        var journal = StartOpened();

        Append(journal, 1);

        Assert.Equal(new JournalProtocol.Appended(1, 1), Expect<JournalProtocol.Appended>(_ordering));
        Assert.Equal([1], RecordedNumbers());
    }

    [Fact]
    public void Entries_that_come_while_one_is_recorded_are_recorded_together()
    {
        var journal = StartOpened();
        using (_folder.Hold())
        {
            foreach (var number in Enumerable.Range(1, 300))
                Append(journal, number);
        }

        // The first commit took what was there when it began, the second all the rest.
        var first = Expect<JournalProtocol.Appended>(_ordering);
        Assert.Equal(1, first.FirstNumber);
        if (first.Count < 300)
        {
            var rest = new JournalProtocol.Appended(1 + first.Count, 300 - first.Count);
            Assert.Equal(rest, Expect<JournalProtocol.Appended>(_ordering));
        }

        Assert.Equal(Enumerable.Range(1, 300).Select(number => (long)number), RecordedNumbers());
    }

    [Fact]
    public void Entries_beyond_what_is_recorded_at_once_wait_for_the_next_commit()
    {
        const int count = 10_000;
        var journal = StartOpened();
        using (_folder.Hold())
        {
            foreach (var number in Enumerable.Range(1, count))
                Append(journal, number);
        }

        var recorded = 0;
        while (recorded < count)
        {
            var appended = Expect<JournalProtocol.Appended>(_ordering);
            Assert.Equal(recorded + 1, appended.FirstNumber);
            Assert.InRange(appended.Count, 1, 4096);
            recorded += appended.Count;
        }

        Assert.Equal(count, recorded);
    }

    [Fact]
    public void Each_sender_is_answered_for_its_own_entries_though_they_are_recorded_together()
    {
        var journal = StartOpened();
        var other = CreateTestProbe();
        using (_folder.Hold())
        {
            Append(journal, 1);
            Append(journal, 2);
            journal.Tell(new JournalProtocol.Append(JournalFolder.Entry(3)), other);
            Append(journal, 4);
        }

        Assert.Equal(new JournalProtocol.Appended(3, 1), Expect<JournalProtocol.Appended>(other));
        Assert.Equal([1, 2, 4], Numbers(3));
    }

    [Fact]
    public void A_recorded_round_is_looked_up_by_its_name()
    {
        _folder.Fill(2);
        var journal = StartOpened();
        var known = RoundName.Parse("round-2");
        var unknown = RoundName.Parse("round-3");

        journal.Tell(new JournalProtocol.LookUp(known), _ordering);
        journal.Tell(new JournalProtocol.LookUp(unknown), _ordering);

        var found = Expect<JournalProtocol.LookedUp>(_ordering);
        Assert.Equal((known, 2), (found.Round, found.Record!.Number));
        Assert.Equal(new JournalProtocol.LookedUp(unknown, null), Expect<JournalProtocol.LookedUp>(_ordering));
    }

    [Fact]
    public void A_journal_that_cannot_be_opened_is_refused_with_its_reason_for_ever()
    {
        using var used = JournalStore.Open(_folder.Options);
        var journal = Start();
        var failed = Expect<JournalProtocol.Failed>(_arbiter);

        Append(journal, 1);
        journal.Tell(new JournalProtocol.LookUp(RoundName.Parse("round-1")), _ordering);
        journal.Tell(new JournalProtocol.Close(), _arbiter);

        Assert.Contains("another server uses it", failed.Reason, StringComparison.Ordinal);
        Assert.Equal(failed, Expect<JournalProtocol.Failed>(_ordering));
        Assert.Equal(failed, Expect<JournalProtocol.Failed>(_ordering));
        Expect<JournalProtocol.Closed>(_arbiter);
    }

    [Fact]
    public void A_commit_that_fails_is_told_once_to_the_arbiter_and_to_who_waits_and_records_nothing()
    {
        var journal = StartOpened();
        Append(journal, 1);
        Expect<JournalProtocol.Appended>(_ordering);
        _folder.Execute("CREATE TRIGGER t BEFORE INSERT ON verdicts WHEN new.number = 4 BEGIN SELECT raise(ABORT, 'broken'); END");
        var waits = CreateTestProbe();

        using (_folder.Hold())
        {
            foreach (var number in Enumerable.Range(2, 5))
                journal.Tell(new JournalProtocol.Append(JournalFolder.Entry(number)), waits);
        }

        var failed = Expect<JournalProtocol.Failed>(_arbiter);
        Assert.Contains(_folder.File, failed.Reason, StringComparison.Ordinal);
        Assert.Equal(failed, waits.FishForMessage<JournalProtocol.Failed>(_ => true, Patience));
        Append(journal, 7);
        Assert.Equal(failed, Expect<JournalProtocol.Failed>(_ordering));
        journal.Tell(new JournalProtocol.Close(), _arbiter);
        Expect<JournalProtocol.Closed>(_arbiter);
        Assert.All(RecordedNumbers(), number => Assert.InRange(number, 1, 3));
    }

    [Fact]
    public void Closing_records_what_came_before_and_gives_the_file_back()
    {
        var journal = StartOpened();

        Append(journal, 1);
        Append(journal, 2);
        journal.Tell(new JournalProtocol.Close(), _arbiter);

        Expect<JournalProtocol.Closed>(_arbiter);
        Assert.Equal([1, 2], Numbers(2));
        using var next = JournalStore.Open(_folder.Options);
        Assert.Equal(2, next.LastNumber);
    }

    [Fact]
    public void A_closed_journal_refuses_entries_and_may_be_closed_again()
    {
        var journal = StartOpened();

        journal.Tell(new JournalProtocol.Close(), _arbiter);
        Append(journal, 1);
        journal.Tell(new JournalProtocol.Close(), _arbiter);

        Expect<JournalProtocol.Closed>(_arbiter);
        Expect<JournalProtocol.Closed>(_arbiter);
        Assert.Equal($"the journal {_folder.File} is closed", Expect<JournalProtocol.Failed>(_ordering).Reason);
    }

    [Fact]
    public void A_journal_that_stops_gives_the_file_back()
    {
        var journal = StartOpened();
        Watch(journal);

        Sys.Stop(journal);

        ExpectTerminated(journal, Patience);
        using var next = JournalStore.Open(_folder.Options);
        Assert.Equal(0, next.LastNumber);
    }

    protected override void AfterAll()
    {
        base.AfterAll();
        _folder.Dispose();
    }

    private static T Expect<T>(TestProbe probe) => probe.ExpectMsg<T>(Patience);

    private IActorRef Start() => _arbiter.ChildActorOf(JournalActor.PropsFor(_folder.Options));

    private IActorRef StartOpened()
    {
        var journal = Start();
        Expect<JournalProtocol.Opened>(_arbiter);
        return journal;
    }

    private void Append(IActorRef journal, int number) =>
        journal.Tell(new JournalProtocol.Append(JournalFolder.Entry(number)), _ordering);

    /// <summary>The numbers that the ordering actor is told, up to <paramref name="count"/> of them.</summary>
    private List<long> Numbers(int count)
    {
        var numbers = new List<long>();
        while (numbers.Count < count)
        {
            var appended = Expect<JournalProtocol.Appended>(_ordering);
            numbers.AddRange(Enumerable.Range(0, appended.Count).Select(each => appended.FirstNumber + each));
        }

        return numbers;
    }

    private IEnumerable<long> RecordedNumbers() => _folder.Read().Select(record => record.Number);
}
