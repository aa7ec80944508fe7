using ActorArbiter.Journal;
using ActorArbiter.Journal.Records;

namespace ActorArbiter.Tests.Journal;

/// <summary>Commits that fail.</summary>
public sealed class JournalFaultSpecs : IDisposable
{
    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_commit_that_fails_half_way_leaves_nothing()
    {
        using (var store = JournalStore.Open(_folder.Options))
        {
            store.Append([JournalFolder.Entry(1)]);
            _folder.Execute("CREATE TRIGGER t BEFORE INSERT ON details WHEN new.number = 3 BEGIN SELECT raise(FAIL, 'broken'); END");

            var reason = Refusal(store, JournalFolder.Entry(2), JournalFolder.Entry(3));

            Assert.Contains(_folder.File, reason, StringComparison.Ordinal);
            Assert.Contains("broken", reason, StringComparison.Ordinal);
        }

        Assert.Equal([1], RecordedNumbers());
    }

    [Fact]
    public void Another_writer_of_the_same_number_is_found_out()
    {
        using var store = JournalStore.Open(_folder.Options);
        _folder.Execute("INSERT INTO verdicts VALUES (1, NULL, 1, 'X: Alice', 'none', 'none')");

        Assert.Contains("another program has written to it", Refusal(store, JournalFolder.Entry(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_round_is_recorded_once()
    {
        using (var store = JournalStore.Open(_folder.Options))
        {
            store.Append([JournalFolder.Entry(1, "release")]);
            Assert.Contains("verdicts.round", Refusal(store, JournalFolder.Entry(2, "release")), StringComparison.Ordinal);
        }

        Assert.Equal([1], RecordedNumbers());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-wal")]
    public void A_journal_that_was_deleted_is_written_to_no_more(string suffix)
    {
        using var store = JournalStore.Open(_folder.Options);
        store.Append([JournalFolder.Entry(1)]);
        File.Delete(_folder.File + suffix);

        Assert.Equal(
            $"the journal {_folder.File} cannot be used: arbiter-journal.db{suffix} was deleted, moved or replaced while it was in use; "
                + "put the journal back with its -wal, or restore it from a backup",
            Refusal(store, JournalFolder.Entry(2)));
    }

    [LinuxTheory]
    [InlineData("")]
    [InlineData("-wal")]
    public void A_journal_that_was_replaced_is_written_to_no_more(string suffix)
    {
        using var store = JournalStore.Open(_folder.Options);
        store.Append([JournalFolder.Entry(1)]);
        var copy = Path.Combine(_folder.Path, "copy");
        File.Copy(_folder.File + suffix, copy);
        File.Move(copy, _folder.File + suffix, overwrite: true);

        Assert.Contains(
            $"arbiter-journal.db{suffix} was deleted, moved or replaced",
            Refusal(store, JournalFolder.Entry(2)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_that_stays_locked_is_given_up()
    {
        using var store = JournalStore.Open(_folder.Options with { Patience = TimeSpan.FromMilliseconds(1) });
        using var other = _folder.Hold();

        Assert.Equal(
            $"the journal {_folder.File} cannot be used: another program keeps it locked; end that program",
            Refusal(store, JournalFolder.Entry(1)));
    }

    [SmallDiskFact]
    public void A_full_disk_is_named_and_what_was_recorded_stays()
    {
        using var disk = new SmallDisk(_folder.Path, size: 512);
        var recorded = 0;
        using (var store = JournalStore.Open(_folder.Options))
        {
            var reason = Refusal(() =>
            {
                while (true)
                    recorded = (int)store.Append([JournalFolder.Entry(recorded + 1)]);
            });
            Assert.Equal($"the journal {_folder.File} cannot be used: the disk is full; make room on it", reason);
        }

        Assert.Equal(Enumerable.Range(1, recorded).Select(number => (long)number), RecordedNumbers());
    }

    [SmallDiskFact]
    public void A_disk_that_can_only_be_read_holds_no_journal_but_is_read()
    {
        using var disk = new SmallDisk(_folder.Path, size: 512);
        _folder.Fill(2);
        disk.MakeReadOnly();

        Assert.Contains(
            _folder.File, Refusal(() => JournalStore.Open(_folder.Options).Dispose()), StringComparison.Ordinal);
        Assert.Equal([1, 2], RecordedNumbers());
    }

    private static string Refusal(Action use)
    {
        var message = Assert.Throws<JournalException>(use).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    private static string Refusal(JournalStore store, params JournalEntry[] entries) => Refusal(() => store.Append(entries));

    private IEnumerable<long> RecordedNumbers() => _folder.Read().Select(record => record.Number);
}
