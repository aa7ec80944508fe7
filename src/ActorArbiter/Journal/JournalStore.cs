using ActorArbiter.Journal.Records;
using ActorArbiter.Journal.Storage;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Journal;

/// <summary>
/// The writer of a journal; there is one for a file. Not for several threads at once. After an exception it is of no use but to be
/// disposed.
/// </summary>
internal sealed class JournalStore : IDisposable
{
    /// <summary>How many of the last records are checked when a journal is opened.</summary>
    private const int CheckedAtStart = 1_000;

    private readonly JournalLock _lock;
    private readonly JournalDatabase _database;
    private readonly RecordEncoder _encoder = new();
    private readonly OpenFiles _files;
    private readonly RecordQueries _queries;
    private readonly RecordChain _chain;
    private readonly Retention? _retention;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _insert;
    private readonly Statement _insertDetails;
    private byte[] _lastHash = [];

    private JournalStore(string path, JournalLock @lock, JournalDatabase database, int? keep)
    {
        Path = path;
        _lock = @lock;
        _database = database;
        _files = new OpenFiles(path, "", JournalFile.LogSuffix);
        _queries = new RecordQueries(database);
        _chain = new RecordChain(path, _queries);
        _retention = keep is { } count ? new Retention(database, count) : null;
        _begin = database.Prepare("BEGIN IMMEDIATE");
        _commit = database.Prepare("COMMIT");
        _insert = database.Prepare(
            "INSERT INTO verdicts (number, round, contenders, winner, details_hash, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        _insertDetails = database.Prepare(
            "INSERT INTO details (number, profile, decided_at, places) VALUES (?1, ?2, ?3, ?4)");
    }

    /// <summary>The journal's file, without symbolic links.</summary>
    public string Path { get; }

    /// <summary>The number of the last record; 0 when there is none.</summary>
    public long LastNumber { get; private set; }

    /// <summary>SQLite's <c>synchronous</c>, as this connection has it: 2 is FULL.</summary>
    internal long Synchronous => _database.Integer("PRAGMA synchronous");

    /// <summary>SQLite's <c>journal_mode</c>, as this connection has it.</summary>
    internal string JournalMode => _database.Text("PRAGMA journal_mode");

    /// <summary>Opens the journal, or makes it if there is none.</summary>
    /// <exception cref="JournalException">It cannot be used.</exception>
    public static JournalStore Open(JournalOptions options)
    {
        var path = JournalFile.Locate(options.Path);
        JournalLock? @lock = null;
        JournalDatabase? database = null;
        try
        {
            JournalFile.CheckKind(path);
            @lock = JournalLock.Take(path);
            JournalFile.Prepare(path);
            JournalFile.CheckWhole(path);
            database = JournalDatabase.OpenToWrite(path, options.Patience);
            JournalOpening.Prepare(database, path);
            var store = new JournalStore(path, @lock, database, options.Keep);
            store.Begin();
            return store;
        }
        catch (Exception e) when (JournalFaults.IsFault(e))
        {
            database?.Dispose();
            @lock?.Dispose();
            throw JournalFaults.Of(path, e);
        }
    }

    /// <summary>The names of all rounds in it.</summary>
    /// <exception cref="JournalException">They cannot be read.</exception>
    public RecordedNames ReadNames() => Try(_queries.Names);

    /// <summary>The record of a round; none when there is none.</summary>
    /// <exception cref="JournalException">It cannot be read, or is not what was recorded.</exception>
    public JournalRecord? Find(RoundName round) => Try(() => _chain.Find(round)?.Read());

    /// <summary>Records entries, all or none; when this returns they are on the disk.</summary>
    /// <returns>The number of the first one; the others follow.</returns>
    /// <exception cref="JournalException">They cannot be recorded.</exception>
    public long Append(IReadOnlyList<JournalEntry> entries)
    {
        var number = Try(() => Commit(entries));

        // Afterwards: what was committed to a file that was there before and is not any more is lost, and must not be told.
        _files.Check();
        return number;
    }

    public void Dispose()
    {
        _encoder.Dispose();
        _database.Dispose();
        _lock.Dispose();
    }

    private void Begin()
    {
        LastNumber = _queries.LastNumber();
        _lastHash = _chain.CheckLast(LastNumber, CheckedAtStart);
        _retention?.Begin(LastNumber);
    }

    private long Commit(IReadOnlyList<JournalEntry> entries)
    {
        var number = LastNumber;
        var hash = _lastHash;
        try
        {
            _begin.Step();
            foreach (var entry in entries)
            {
                var row = _encoder.Encode(entry, ++number, hash);
                Insert(row);
                hash = row.Hash;
            }

            _retention?.Follow(number, entries.Count);
            _commit.Step();
        }
        catch
        {
            _database.Rollback();
            throw;
        }

        LastNumber = number;
        _lastHash = hash;
        return number - entries.Count + 1;
    }

    private void Insert(RecordRow row)
    {
        _insert.Bind(1, row.Number).Bind(2, row.Round).Bind(3, row.Contenders);
        _insert.Bind(4, row.Winner).Bind(5, row.DetailsHash).Bind(6, row.Hash).Step();
        var details = row.Details!;
        _insertDetails.Bind(1, row.Number).Bind(2, details.Profile);
        _insertDetails.Bind(3, details.DecidedAt).Bind(4, details.Places).Step();
    }

    private T Try<T>(Func<T> use) => JournalFaults.Try(Path, use);
}
