using System.Runtime.Versioning;
using ActorArbiter.Journal;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.Journal;

public sealed class JournalReaderSpecs : IDisposable
{
    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Records_are_read_from_where_one_likes()
    {
        _folder.Fill(10);
        using var reader = new JournalReader(_folder.File);

        Assert.Equal(10, reader.LastNumber());
        Assert.Equal([4, 5, 6], reader.Read(after: 3, atMost: 3).Select(record => record.Number));
        Assert.Equal([10], reader.Read(after: 9, atMost: 3).Select(record => record.Number));
        Assert.Empty(reader.Read(after: 10, atMost: 3));
        Assert.Equal(5, reader.Find(RoundName.Parse("round-5"))!.Number);
        Assert.Null(reader.Find(RoundName.Parse("round-11")));
    }

    [Fact]
    public void A_journal_without_records_is_read()
    {
        JournalStore.Open(_folder.Options).Dispose();
        using var reader = new JournalReader(_folder.File);

        Assert.Equal(0, reader.LastNumber());
        Assert.Empty(reader.Read(after: 0, atMost: 10));
    }

    [Fact]
    public void What_a_server_records_is_read_while_it_runs()
    {
        using var store = JournalStore.Open(_folder.Options);
        using var reader = new JournalReader(_folder.File);
        Assert.Equal(0, reader.LastNumber());

        store.Append([JournalFolder.Entry(1)]);
        Assert.Equal(1, reader.LastNumber());

        store.Append([JournalFolder.Entry(2), JournalFolder.Entry(3)]);
        Assert.Equal([2, 3], reader.Read(after: 1, atMost: 10).Select(record => record.Number));
    }

    [Fact]
    public void Who_has_read_keeps_nothing_in_the_write_ahead_log()
    {
        using var store = JournalStore.Open(_folder.Options);
        store.Append([JournalFolder.Entry(1, "round-1")]);
        using var reader = new JournalReader(_folder.File);
        reader.LastNumber();
        reader.Read(after: 0, atMost: 1);
        reader.Find(RoundName.Parse("round-1"));

        store.Append([JournalFolder.Entry(2)]);
        _folder.Execute("PRAGMA wal_checkpoint(TRUNCATE)");

        Assert.Equal(0, new FileInfo(_folder.File + "-wal").Length);
        Assert.Equal(2, reader.LastNumber());
    }

    [Fact]
    public void What_a_killed_server_left_in_the_write_ahead_log_is_read_and_gone_on_from()
    {
        using var left = new JournalFolder();
        using (var store = JournalStore.Open(_folder.Options))
        {
            store.Append([JournalFolder.Entry(1), JournalFolder.Entry(2)]);
            _folder.CopyTo(left);
        }

        Assert.Equal(2, left.Read().Count);
        using var next = JournalStore.Open(left.Options);
        Assert.Equal(3, next.Append([JournalFolder.Entry(3)]));
    }

    [UnprivilegedFact]
    [UnsupportedOSPlatform("windows")]
    public void A_journal_in_a_folder_that_may_only_be_read_is_read()
    {
        _folder.Fill(2);
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Assert.Equal(2, _folder.Read().Count);
        }
        finally
        {
            File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void What_is_not_there_is_said_and_not_made()
    {
        Assert.Equal($"the journal {_folder.File} cannot be used: there is no such file", Refusal());
        Assert.Empty(_folder.Files());
    }

    [Fact]
    public void An_empty_file_is_no_journal()
    {
        File.Create(_folder.File).Dispose();

        Assert.Equal($"the journal {_folder.File} cannot be used: it is empty", Refusal());
    }

    [Fact]
    public void Two_records_of_a_round_are_refused()
    {
        _folder.Fill(3);
        _folder.Reindex(JournalFolder.Index.Replace("UNIQUE ", "", StringComparison.Ordinal));
        _folder.SetIndex(JournalFolder.Index.Replace("UNIQUE ", "", StringComparison.Ordinal));
        _folder.Execute("UPDATE verdicts SET round = 'round-1' WHERE number = 3");
        using var reader = new JournalReader(_folder.File);

        Assert.EndsWith(
            "records 1 and 3 are both of round round-1",
            Assert.Throws<JournalException>(() => reader.Find(RoundName.Parse("round-1"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_cut_off_within_its_first_bytes_is_refused()
    {
        _folder.Fill(1);
        using (var file = File.OpenWrite(_folder.File))
            file.SetLength(50);

        Assert.Contains("it is corrupt or cut off", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_journal_is_refused()
    {
        File.WriteAllText(_folder.File, string.Concat(Enumerable.Repeat("not a journal\n", 1000)));

        Assert.Equal($"the journal {_folder.File} cannot be used: it is not a journal; give another file", Refusal());
    }

    [Fact]
    public void A_journal_of_a_newer_version_is_not_read()
    {
        _folder.Fill(1);
        _folder.Execute("PRAGMA user_version = 2");

        Assert.Contains("a newer version of this program made it", Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE verdicts SET winner = 'nobody' WHERE number = 2", "'nobody' is not a winner")]
    [InlineData("UPDATE verdicts SET winner = '?: Alice' WHERE number = 2", "'?' is not an id")]
    [InlineData("UPDATE verdicts SET contenders = 3 WHERE number = 2", "it has 2 places for 3 contenders")]
    [InlineData("UPDATE verdicts SET contenders = -1 WHERE number = 2", "it has -1 contenders")]
    [InlineData("UPDATE verdicts SET round = 'a b' WHERE number = 2", "'a b' is not the name of a round")]
    [InlineData("UPDATE details SET profile = 'x' WHERE number = 2", "'x' is not a profile")]
    [InlineData("UPDATE details SET decided_at = 'now' WHERE number = 2", "'now' is not a time")]
    [InlineData("UPDATE details SET places = '[' WHERE number = 2", "its places cannot be read")]
    [InlineData("UPDATE details SET places = '{}' WHERE number = 2", "its places cannot be read")]
    [InlineData("UPDATE details SET places = '[{}]' WHERE number = 2", "its places cannot be read")]
    [InlineData("UPDATE details SET places = replace(places, 'kernel', 'moon') WHERE number = 2", "'moon' is not a clock")]
    [InlineData("UPDATE details SET places = replace(places, 'basis\":\"kernel', 'basis\":\"moon') WHERE number = 2", "'moon' is not a basis")]
    [InlineData("UPDATE details SET places = replace(places, '312', '1e99') WHERE number = 2", "20001e99 is not a whole")]
    public void A_record_that_makes_no_sense_is_named(string change, string reason)
    {
        _folder.Fill(3);
        _folder.Execute(change);
        using var reader = new JournalReader(_folder.File);

        var message = Assert.Throws<JournalException>(() => reader.Read(after: 0, atMost: 10)).Message;

        Assert.StartsWith(
            $"the journal {_folder.File} cannot be used: record 2 makes no sense: {reason}", message, StringComparison.Ordinal);
        Assert.Equal([1], reader.Read(after: 0, atMost: 1).Select(record => record.Number));
    }

    private string Refusal() => Assert.Throws<JournalException>(() => new JournalReader(_folder.File).Dispose()).Message;
}
