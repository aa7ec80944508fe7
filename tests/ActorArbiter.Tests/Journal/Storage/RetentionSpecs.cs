using System.Text;
using ActorArbiter.Journal;
using ActorArbiter.Journal.Storage;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.Journal.Storage;

public sealed class RetentionSpecs : IDisposable
{
    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_old_records_the_name_the_number_and_the_winner_are_kept()
    {
        using (var store = JournalStore.Open(_folder.Options with { Keep = 3 }))
            Append(store, from: 1, count: 10, batch: 4);

        var records = _folder.Read();
        Assert.Equal(Enumerable.Range(1, 10).Select(number => (long)number), records.Select(record => record.Number));
        Assert.All(records, record => Assert.Equal($"X: Alice {record.Number}", $"{record.Winner.Id}: {record.Winner.Text}"));
        Assert.All(records, record => Assert.Equal($"round-{record.Number}", record.Round!.Value.Value));
        Assert.Equal([8, 9, 10], records.Where(record => record.Details is not null).Select(record => record.Number));
    }

    [Fact]
    public void The_newest_record_is_always_kept_in_full()
    {
        using var store = JournalStore.Open(_folder.Options with { Keep = 1 });
        Append(store, from: 1, count: 5, batch: 1);

        Assert.NotNull(store.Find(RoundName.Parse("round-5"))!.Details);
        Assert.Null(store.Find(RoundName.Parse("round-4"))!.Details);
    }

    [Fact]
    public void The_chain_of_what_is_left_is_whole()
    {
        using (var store = JournalStore.Open(_folder.Options with { Keep = 3 }))
            Append(store, from: 1, count: 10, batch: 4);

        using var reader = new JournalReader(_folder.File);
        var hash = Encoding.ASCII.GetBytes(JournalSchema.Genesis);
        foreach (var row in reader.ReadRows(after: 0, atMost: 100))
        {
            Assert.Null(row.FlawAfter(hash));
            hash = row.Hash;
        }
    }

    [Fact]
    public void Switched_on_for_a_long_journal_it_begins_when_that_is_opened()
    {
        _folder.Fill(3_000);

        JournalStore.Open(_folder.Options with { Keep = 10 }).Dispose();

        Assert.Equal(10, _folder.Read().Count(record => record.Details is not null));
    }

    [Fact]
    public void A_backlog_is_worked_off_bit_by_bit()
    {
        _folder.Fill(3_000);
        using var database = JournalDatabase.OpenToWrite(_folder.File);
        var retention = new Retention(database, keep: 10);

        retention.Follow(last: 3_000, added: 1);
        Assert.Equal(1_002, FirstKept());
        retention.Follow(last: 3_000, added: 1);
        Assert.Equal(2_003, FirstKept());
        retention.Follow(last: 3_000, added: 1);
        Assert.Equal(2_991, FirstKept());

        long FirstKept() => database.Integer("SELECT min(number) FROM details");
    }

    [Fact]
    public void The_space_of_what_was_pruned_is_used_again()
    {
        using (var store = JournalStore.Open(_folder.Options with { Keep = 100 }))
            Append(store, from: 1, count: 3_000, batch: 100);
        using var whole = new JournalFolder();
        whole.Fill(3_000);

        var saved = new FileInfo(whole.File).Length - new FileInfo(_folder.File).Length;
        Assert.True(saved > 3_000 * 150, $"{saved} bytes less");
    }

    [Fact]
    public void Switched_off_it_leaves_what_is_there()
    {
        using (var store = JournalStore.Open(_folder.Options with { Keep = 2 }))
            Append(store, from: 1, count: 5, batch: 5);
        using (var store = JournalStore.Open(_folder.Options))
            Append(store, from: 6, count: 5, batch: 5);

        var kept = _folder.Read().Where(record => record.Details is not null).Select(record => record.Number);
        Assert.Equal([4, 5, 6, 7, 8, 9, 10], kept);
    }

    private static void Append(JournalStore store, int from, int count, int batch)
    {
        foreach (var numbers in Enumerable.Range(from, count).Chunk(batch))
            store.Append([.. numbers.Select(number => JournalFolder.Entry(number, $"round-{number}"))]);
    }
}
