using System.Runtime.Versioning;
using ActorArbiter.Journal;

namespace ActorArbiter.Tests.Journal.Storage;

public sealed class JournalOpeningSpecs : IDisposable
{
    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_second_server_is_refused_and_told_its_choices()
    {
        using var first = JournalStore.Open(_folder.Options);

        AssertRefused("another server uses it; give this one its own with --journal FILE, or none with --journal off");
        Assert.Equal(1, first.Append([JournalFolder.Entry(1)]));
    }

    [Fact]
    public void A_second_server_is_refused_also_by_another_name_of_the_file()
    {
        using var first = JournalStore.Open(_folder.Options);
        var link = Path.Combine(_folder.Path, "link.db");
        File.CreateSymbolicLink(link, _folder.File);

        Assert.Contains("another server uses it", Refusal(link), StringComparison.Ordinal);
    }

    [Fact]
    public void A_symbolic_link_is_followed_to_a_journal_that_is_not_there_yet()
    {
        var link = Path.Combine(_folder.Path, "link.db");
        File.CreateSymbolicLink(link, "arbiter-journal.db");

        using (var store = JournalStore.Open(new JournalOptions(link)))
            store.Append([JournalFolder.Entry(1)]);

        Assert.Equal(["arbiter-journal.db", "arbiter-journal.db-lock", "link.db"], _folder.Files());
    }

    [Fact]
    public void What_a_server_that_was_killed_while_it_made_a_journal_left_is_removed()
    {
        foreach (var suffix in new[] { "", "-journal", "-wal", "-shm" })
            File.WriteAllText(Path.Combine(_folder.Path, $".arbiter-journal.db.draft{suffix}"), "half a journal");

        _folder.Fill(1);

        Assert.Equal(["arbiter-journal.db", "arbiter-journal.db-lock"], _folder.Files());
    }

    [Fact]
    public void Other_files_beside_a_journal_are_left_alone()
    {
        _folder.Fill(1);
        string[] others = ["arbiter-journal.db-new", "arbiter-journal.db.bak", ".arbiter-journal.db.draft"];
        foreach (var name in others)
            File.WriteAllText(Path.Combine(_folder.Path, name), "a backup");

        JournalStore.Open(_folder.Options).Dispose();

        Assert.Subset(_folder.Files().ToHashSet(), others.ToHashSet());
    }

    [Fact]
    public void A_write_ahead_log_without_its_journal_is_refused_and_left_alone()
    {
        using var killed = new JournalFolder();
        _folder.Kill(killed, 1);
        File.Delete(killed.File);

        Assert.EndsWith(
            "its -wal is there and it is not; put it back, or delete that too to begin anew at number 1",
            Refusal(killed.File),
            StringComparison.Ordinal);
        Assert.Equal(["arbiter-journal.db-lock", "arbiter-journal.db-wal"], killed.Files());
    }

    [Fact]
    public void An_empty_write_ahead_log_does_not_keep_a_journal_from_being_made()
    {
        File.Create(_folder.File + "-wal").Dispose();

        _folder.Fill(1);

        Assert.Equal([1], _folder.Read().Select(record => record.Number));
    }

    [Fact]
    public void An_empty_file_is_refused_because_numbers_would_begin_anew()
    {
        File.Create(_folder.File).Dispose();

        AssertRefused("it is empty, and was not when it was made; delete it to begin anew at number 1");
        Assert.Equal(0, new FileInfo(_folder.File).Length);
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_refused() =>
        Assert.Equal($"the journal {_folder.Path} cannot be used: it is a folder; give a file", Refusal(_folder.Path));

    [Fact]
    public void A_folder_that_does_not_exist_is_not_made()
    {
        var path = Path.Combine(_folder.Path, "missing", "journal.db");

        Assert.Equal($"the journal {path} cannot be used: its folder does not exist; make it first", Refusal(path));
        Assert.Empty(_folder.Files());
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_alone()
    {
        var text = string.Concat(Enumerable.Repeat("not a journal\n", 1000));
        File.WriteAllText(_folder.File, text);

        AssertRefused("it is not a journal; give another file");
        Assert.Equal(text, File.ReadAllText(_folder.File));
        Assert.Equal(["arbiter-journal.db"], _folder.Files());
    }

    [Fact]
    public void A_database_that_is_no_journal_is_refused_and_left_alone()
    {
        _folder.Execute("CREATE TABLE other (x)", create: true);
        var before = File.ReadAllBytes(_folder.File);

        AssertRefused("it is a database, but not a journal; give another file");
        Assert.Equal(before, File.ReadAllBytes(_folder.File));
    }

    [Fact]
    public void A_journal_of_a_newer_version_is_refused()
    {
        _folder.Fill(1);
        _folder.Execute("PRAGMA user_version = 2");

        AssertRefused("a newer version of this program made it (schema 2, known is 1); use that version");
    }

    [Fact]
    public void A_journal_of_no_known_version_is_refused()
    {
        _folder.Fill(1);
        _folder.Execute("PRAGMA user_version = 0");

        AssertRefused("its schema is 0, which no version of this program made; restore it from a backup");
    }

    [Fact]
    public void A_journal_without_its_tables_is_refused()
    {
        _folder.Fill(1);
        _folder.Execute("DROP TABLE details");

        AssertRefused("its tables are not those of a journal (no such table: details, SQLite error 1); "
            + "restore it from a backup, or give another file");
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void A_journal_that_was_cut_off_is_refused(double left)
    {
        _folder.Fill(500);
        Cut(_folder.File, left);

        AssertRefused("it is corrupt or cut off; restore it from a backup, or move it away to begin anew");
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void A_journal_of_a_killed_server_that_was_cut_off_is_refused(double left)
    {
        _folder.Fill(500);
        using var killed = new JournalFolder();
        _folder.Kill(killed, 1);
        Cut(killed.File, left);

        Assert.Contains("it is corrupt or cut off", Refusal(killed.File), StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_of_a_killed_server_that_lacks_old_pages_is_refused()
    {
        // Without names, so that at the start nothing is read of the oldest records, nor of the pages behind the log's own.
        using (var store = JournalStore.Open(_folder.Options))
            store.Append([.. Enumerable.Range(1, 5_000).Select(number => JournalFolder.Entry(number))]);
        _folder.Execute("CREATE TABLE behind (x); INSERT INTO behind VALUES (zeroblob(1000000))");
        using var killed = new JournalFolder();
        _folder.Kill(killed, 1);

        Cut(killed.File, 0.8);

        Assert.Contains("it is corrupt or cut off", Refusal(killed.File), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(1)]
    public void A_journal_of_which_hardly_anything_is_left_is_said_to_be_cut_off(int length)
    {
        _folder.Fill(1);
        using (var file = File.OpenWrite(_folder.File))
            file.SetLength(length);

        AssertRefused("it is corrupt or cut off; restore it from a backup, or move it away to begin anew");
    }

    [Theory]
    [InlineData(0)] // The header of the log,
    [InlineData(16)] // its salts,
    [InlineData(40)] // those of the first frame,
    [InlineData(56 + 4000)] // and the first page.
    public void A_write_ahead_log_that_lacks_told_verdicts_is_refused_and_left_alone(int offset)
    {
        using var killed = new JournalFolder();
        _folder.Fill(300);
        _folder.Kill(killed, 3);
        FlipByte(killed.File + "-wal", offset);
        var before = File.ReadAllBytes(killed.File + "-wal");

        Assert.Contains(
            "its -wal is damaged, and 3 commits in it cannot be read; restore both from a backup",
            Refusal(killed.File),
            StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(killed.File + "-wal"));
    }

    [Fact]
    public void A_last_commit_that_was_torn_is_dropped_for_good()
    {
        using var killed = new JournalFolder();
        _folder.Kill(killed, 3);
        var log = killed.File + "-wal";
        FlipByte(log, (int)new FileInfo(log).Length - 1);

        using var store = JournalStore.Open(killed.Options);

        Assert.Equal(2, store.LastNumber);
        Assert.Equal(0, new FileInfo(log).Length);
    }

    [Fact]
    public void What_an_older_log_left_behind_a_newer_one_is_no_damage()
    {
        using var killed = new JournalFolder();
        using (var store = JournalStore.Open(_folder.Options))
        {
            foreach (var number in Enumerable.Range(1, 20))
                store.Append([JournalFolder.Entry(number)]);
            _folder.Execute("PRAGMA wal_checkpoint(RESTART)");
            store.Append([JournalFolder.Entry(21)]);
            _folder.CopyTo(killed);
        }

        using var next = JournalStore.Open(killed.Options);
        Assert.Equal(21, next.LastNumber);
    }

    [Fact]
    public void A_server_that_was_killed_while_it_emptied_its_log_loses_nothing()
    {
        _folder.Fill(10);
        using var killed = new JournalFolder();
        using (var store = JournalStore.Open(_folder.Options))
        {
            var length = new FileInfo(_folder.File).Length;
            store.Append([.. Enumerable.Range(11, 500).Select(number => JournalFolder.Entry(number))]);
            _folder.Execute("PRAGMA wal_checkpoint(PASSIVE)");
            _folder.CopyTo(killed);
            using var file = File.OpenWrite(killed.File);
            file.SetLength(length); // The first pages were copied, the new ones not yet.
        }

        using var next = JournalStore.Open(killed.Options);
        Assert.Equal(510, next.LastNumber);
    }

    [Fact]
    public void A_journal_whose_pages_are_damaged_is_refused()
    {
        _folder.Fill(500);
        using (var file = File.OpenWrite(_folder.File))
        {
            // All but the first page, which says that it is a journal.
            file.Position = 4096;
            file.Write(new byte[file.Length - 4096]);
        }

        AssertRefused("it is corrupt or cut off; restore it from a backup, or move it away to begin anew");
    }

    [Theory]
    [InlineData("UPDATE verdicts SET winner = 'X: Malice' WHERE number = 7", "record 7: its hash is not that of")]
    [InlineData("UPDATE details SET places = '[]' WHERE number = 7", "record 7: its details do not have the hash")]
    [InlineData("DELETE FROM verdicts WHERE number = 7", "record 7: it is missing")]
    [InlineData("DELETE FROM verdicts WHERE number = 1", "record 1: it is missing")]
    public void A_journal_whose_last_records_were_changed_is_refused(string change, string flaw)
    {
        _folder.Fill(10);
        _folder.Execute(change);

        Assert.Contains(flaw, Refusal(_folder.File), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE details SET places = '[]' WHERE number = 101")]
    [InlineData("UPDATE verdicts SET winner = 'X: Malice' WHERE number = 101")]
    public void The_first_of_the_last_thousand_records_is_checked_like_the_others(string change)
    {
        _folder.Fill(1_100);
        _folder.Execute(change);

        Assert.Contains("record 101: ", Refusal(_folder.File), StringComparison.Ordinal);
    }

    [UnprivilegedFact]
    [UnsupportedOSPlatform("windows")]
    public void A_file_that_may_only_be_read_is_refused()
    {
        _folder.Fill(1);
        File.SetUnixFileMode(_folder.File, UnixFileMode.UserRead);

        AssertRefused("it can only be read; allow writing to the file and to its folder");
    }

    [UnprivilegedFact]
    [UnsupportedOSPlatform("windows")]
    public void A_folder_that_may_only_be_read_is_refused()
    {
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            AssertRefused("there is no permission to use it; change that of the file and of its folder");
        }
        finally
        {
            File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void A_refused_journal_can_be_opened_when_the_reason_is_gone()
    {
        _folder.Fill(1);
        _folder.Execute("PRAGMA user_version = 2");
        Refusal(_folder.File);
        _folder.Execute("PRAGMA user_version = 1");

        using var store = JournalStore.Open(_folder.Options);
        Assert.Equal(1, store.LastNumber);
    }

    private static void Cut(string path, double left)
    {
        using var file = File.OpenWrite(path);
        file.SetLength((long)(file.Length * left));
    }

    private static void FlipByte(string path, int offset)
    {
        using var file = File.Open(path, FileMode.Open);
        file.Position = offset;
        var flipped = (byte)(file.ReadByte() ^ 1);
        file.Position = offset;
        file.WriteByte(flipped);
    }

    private static string Refusal(string path)
    {
        var message = Assert.Throws<JournalException>(() => JournalStore.Open(new JournalOptions(path)).Dispose()).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    private void AssertRefused(string reason) =>
        Assert.Equal($"the journal {_folder.File} cannot be used: {reason}", Refusal(_folder.File));
}
