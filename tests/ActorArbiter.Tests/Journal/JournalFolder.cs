using ActorArbiter.Journal;
using ActorArbiter.Journal.Records;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using Microsoft.Data.Sqlite;

namespace ActorArbiter.Tests.Journal;

/// <summary>A folder for a journal; it is deleted with all that is in it.</summary>
internal sealed class JournalFolder : IDisposable
{
    /// <summary>The index of names, as the schema has it.</summary>
    public const string Index = "CREATE UNIQUE INDEX verdicts_by_round ON verdicts (round) WHERE round IS NOT NULL";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("arbiter-journal-");

    /// <summary>The folder's path.</summary>
    public string Path => _folder.FullName;

    /// <summary>Where the journal is, or will be.</summary>
    public string File => System.IO.Path.Combine(Path, "arbiter-journal.db");

    public JournalOptions Options => new(File);

    /// <summary>An entry that differs from those with another number.</summary>
    public static JournalEntry Entry(int number, string? round = null) => new(
        round is null ? null : RoundName.Parse(round),
        new RecordDetails(
            round is null ? RoundProfile.Classic : RoundProfile.Session,
            new DateTimeOffset(2026, 11, 22, 19, 1, 54, TimeSpan.Zero).AddMilliseconds(number),
            [
                Place("X", $"Alice {number}", 1_000_000 * number, 0),
                Place("Y", $"Bob {number}", (1_000_000 * number) + 312, 312),
            ]));

    /// <summary>Makes a journal with records 1 to <paramref name="count"/>; each has a round, <c>round-1</c> and so on.</summary>
    public void Fill(int count)
    {
        using var store = JournalStore.Open(Options);
        store.Append([.. Enumerable.Range(1, count).Select(number => Entry(number, $"round-{number}"))]);
    }

    /// <summary>Does to the journal's file what no server does.</summary>
    /// <param name="sql">What to do.</param>
    /// <param name="create">Whether there is no file yet.</param>
    public void Execute(string sql, bool create = false)
    {
        using var connection = Connect(create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Makes the index of names as <paramref name="made"/> says, and has the schema say that it is as it should be.</summary>
    public void Reindex(string made)
    {
        Execute($"DROP INDEX verdicts_by_round; {made}");
        SetIndex(Index);
    }

    /// <summary>Has the schema say what the index of names is; it is left as it is.</summary>
    public void SetIndex(string sql) => SetSchema("verdicts_by_round", $"'{sql}'");

    /// <summary>Has the schema say what a table or an index is; it is left as it is.</summary>
    public void SetSchema(string name, string sql) => Execute(
        $"PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = {sql} WHERE name = '{name}'");

    /// <summary>Lets nobody write to the journal until the result is disposed; who wants to waits.</summary>
    public IDisposable Hold()
    {
        var connection = Connect(SqliteOpenMode.ReadWrite);
        using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Records some more, one by one, and copies the journal as it would be left if its server were killed then.</summary>
    public void Kill(JournalFolder other, int commits)
    {
        using var store = JournalStore.Open(Options);
        for (var commit = 0; commit < commits; commit++)
        {
            var number = (int)store.LastNumber + 1;
            store.Append([Entry(number, $"round-{number}")]);
        }

        CopyTo(other);
    }

    /// <summary>Copies an open journal as it would be left if its server were killed now.</summary>
    public void CopyTo(JournalFolder other)
    {
        foreach (var suffix in new[] { "", "-wal" })
            System.IO.File.Copy(File + suffix, other.File + suffix);
    }

    /// <summary>All that is recorded.</summary>
    public IReadOnlyList<JournalRecord> Read()
    {
        using var reader = new JournalReader(File);
        return reader.Read(after: 0, atMost: int.MaxValue);
    }

    /// <summary>The names of the files that are in the folder.</summary>
    public IEnumerable<string> Files() => _folder.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);

    private SqliteConnection Connect(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection($"Data Source={File};Mode={mode};Pooling=False");
        connection.Open();
        return connection;
    }

    private static RecordedPlace Place(string id, string text, long stamp, long gap) => new(
        new ClientMessage(ContenderId.Parse(id), text), new RecordedStamp(RecordedClock.Kernel, stamp), gap, Basis.Kernel);
}
