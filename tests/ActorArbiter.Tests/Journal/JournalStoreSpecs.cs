using ActorArbiter.Journal;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.Journal;

public sealed class JournalStoreSpecs : IDisposable
{
    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Numbers_go_on_when_a_journal_is_opened_again()
    {
        using (var store = JournalStore.Open(_folder.Options))
        {
            Assert.Equal(0, store.LastNumber);
            Assert.Equal(1, store.Append([JournalFolder.Entry(1), JournalFolder.Entry(2)]));
            Assert.Equal(3, store.Append([JournalFolder.Entry(3)]));
        }

        using var again = JournalStore.Open(_folder.Options);
        Assert.Equal(3, again.LastNumber);
        Assert.Equal(4, again.Append([JournalFolder.Entry(4)]));
    }

    [Fact]
    public void Every_commit_is_synced_and_readers_do_not_wait_for_it()
    {
        using var store = JournalStore.Open(_folder.Options);

        Assert.Equal(2, store.Synchronous);
        Assert.Equal("wal", store.JournalMode);
    }

    [Fact]
    public void A_closed_journal_is_one_file_beside_its_lock()
    {
        _folder.Fill(3);

        Assert.Equal(["arbiter-journal.db", "arbiter-journal.db-lock"], _folder.Files());
    }

    [Fact]
    public void A_round_is_found_by_its_name_and_by_no_other()
    {
        _folder.Fill(3);

        using var store = JournalStore.Open(_folder.Options);
        Assert.Equal(2, store.Find(RoundName.Parse("round-2"))!.Number);
        Assert.Null(store.Find(RoundName.Parse("round-4")));
        Assert.Null(store.Find(RoundName.Parse("Round-2")));
    }

    [Fact]
    public void The_names_of_rounds_are_known_when_a_journal_is_opened_again()
    {
        _folder.Fill(3);

        using var store = JournalStore.Open(_folder.Options);
        var names = store.ReadNames();
        Assert.All(Enumerable.Range(1, 3), number => Assert.True(names.MayContain(RoundName.Parse($"round-{number}"))));
        Assert.False(names.MayContain(RoundName.Parse("round-4")));
    }
}
