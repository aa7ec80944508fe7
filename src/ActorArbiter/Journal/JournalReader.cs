using ActorArbiter.Journal.Records;
using ActorArbiter.Journal.Storage;
using ActorArbiter.Protocol.Sessions;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ActorArbiter.Journal;

/// <summary>Reads a journal, also while a server writes to it. No read holds up the server.</summary>
internal sealed class JournalReader : IDisposable
{
    private readonly JournalDatabase _database;
    private readonly RecordQueries _queries;
    private readonly OpenFiles _files;

    /// <param name="path">The journal's file.</param>
    /// <exception cref="JournalException">There is no such file, or it is no journal that this version can read.</exception>
    public JournalReader(string path)
    {
        Path = JournalFile.Locate(path);
        switch (new FileInfo(Path))
        {
            case { Exists: false }:
                throw JournalFaults.Of(Path, "there is no such file");
            case { Length: 0 }:
                throw JournalFaults.Of(Path, "it is empty");
        }

        (_database, _queries) = Try(() =>
        {
            JournalFile.CheckKind(Path);
            return Open(Path);
        });
        _files = new OpenFiles(Path, "");
    }

    public string Path { get; }

    /// <summary>The file, for whoever looks closer.</summary>
    internal JournalDatabase Database => _database;

    /// <summary>The number of the last record; 0 when there is none.</summary>
    /// <exception cref="JournalException">The file cannot be read.</exception>
    public long LastNumber() => Try(_queries.LastNumber);

    /// <summary>Records in the order of their numbers.</summary>
    /// <param name="after">The number before the first one wanted.</param>
    /// <param name="atMost">How many are read at most.</param>
    /// <exception cref="JournalException">The file cannot be read, or a record in it makes no sense.</exception>
    public IReadOnlyList<JournalRecord> Read(long after, int atMost) =>
        Try(() => _queries.After(after, atMost).ConvertAll(row => row.Read()));

    /// <summary>Records as they are stored, to the byte, in the order of their numbers.</summary>
    /// <inheritdoc cref="Read(long, int)"/>
    public IReadOnlyList<RecordRow> ReadRows(long after, int atMost) => Try(() => _queries.After(after, atMost));

    /// <summary>The record of a round; none when there is none.</summary>
    /// <param name="round">The round's name.</param>
    /// <exception cref="JournalException">The file cannot be read, or the record makes no sense.</exception>
    public JournalRecord? Find(RoundName round) => Try(() => _queries.OfRound(round)?.Read());

    /// <summary>The record of a round as it is stored, to the byte; none when there is none.</summary>
    /// <inheritdoc cref="Find(RoundName)"/>
    public RecordRow? FindRow(RoundName round) => Try(() => _queries.OfRound(round));

    /// <summary>Makes sure that a server can still add to what is read here.</summary>
    /// <exception cref="JournalException">The file was deleted, moved or replaced.</exception>
    public void CheckPlace() => _files.Check();

    public void Dispose() => _database.Dispose();

    private static (JournalDatabase Database, RecordQueries Queries) Open(string path)
    {
        try
        {
            return Check(JournalDatabase.OpenToRead(path), path);
        }
        catch (SqliteException e)
            when (e.SqliteErrorCode is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY && !File.Exists(path + "-wal"))
        {
            // The folder is read-only: SQLite cannot make what it shares with a writer, and there is none.
            return Check(JournalDatabase.OpenUnchanging(path), path);
        }
    }

    private static (JournalDatabase Database, RecordQueries Queries) Check(JournalDatabase database, string path)
    {
        try
        {
            JournalSchema.Check(database, path);
            return (database, new RecordQueries(database));
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private T Try<T>(Func<T> use) => JournalFaults.Try(Path, use);
}
