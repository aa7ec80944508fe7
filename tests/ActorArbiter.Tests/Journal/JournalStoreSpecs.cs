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

    [Theory]
    [InlineData(
        "UPDATE details SET places = replace(places, 'Alice', 'Zelda') WHERE number = 6",
        "record 6: its details do not have the hash that is recorded for them")]
    [InlineData(
        "UPDATE verdicts SET winner = 'Y: Bob 6' WHERE number = 6",
        "record 6: its hash is not that of its content and the record before it")]
    [InlineData("UPDATE verdicts SET hash = 'none' WHERE number = 5", "record 6: its hash is not that of its content")]
    [InlineData("DELETE FROM verdicts WHERE number = 5", "record 5: it is missing")]
    [InlineData(
        "UPDATE verdicts SET round = CASE number WHEN 6 THEN 'other' ELSE 'round-6' END WHERE number IN (6, 7)",
        "record 7: its hash is not that of its content")]
    public void A_round_that_was_changed_is_not_found_but_refused(string change, string flaw)
    {
        _folder.Fill(1_100); // More than are checked when it is opened.
        _folder.Execute(change);
        using var store = JournalStore.Open(_folder.Options);

        var message = Assert.Throws<JournalException>(() => store.Find(RoundName.Parse("round-6"))).Message;

        Assert.StartsWith($"the journal {_folder.File} cannot be used: {flaw}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_round_that_cannot_be_read_is_named_by_its_record()
    {
        const int pageSize = 4096;
        _folder.Fill(2_000);
        var page = File.ReadAllBytes(_folder.File).AsSpan().IndexOf("Alice 600\""u8) / pageSize;
        using (var file = File.OpenWrite(_folder.File))
        {
            file.Position = page * pageSize;
            file.Write(new byte[pageSize]);
        }

        using var store = JournalStore.Open(_folder.Options);

        Assert.Matches(
            "record (599|600) cannot be read: it is corrupt or cut off",
            Assert.Throws<JournalException>(() => store.Find(RoundName.Parse("round-600"))).Message);
    }

    [Fact]
    public void A_name_that_leads_to_the_record_of_another_round_is_refused()
    {
        _folder.Fill(2);
        _folder.Reindex(JournalFolder.Index.Replace(
            "(round)", "(CASE round WHEN 'round-1' THEN 'round-2' ELSE 'round-1' END)", StringComparison.Ordinal));
        using var store = JournalStore.Open(_folder.Options);

        Assert.Contains(
            "record 2: the index of names has it for round round-1, which it is not of",
            Assert.Throws<JournalException>(() => store.Find(RoundName.Parse("round-1"))).Message,
            StringComparison.Ordinal);
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
