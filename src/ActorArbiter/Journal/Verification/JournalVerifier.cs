using System.Globalization;
using System.Text;
using ActorArbiter.Journal.Records;
using ActorArbiter.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace ActorArbiter.Journal.Verification;

/// <summary>
/// Checks that all records are there and as they were recorded, and that who asks for one gets it. Every read takes a few
/// milliseconds: a server may write, and prune, meanwhile.
/// </summary>
internal sealed class JournalVerifier
{
    private const int RecordsPerRead = 1000;
    private const string Verdicts = "verdicts";
    private const string Details = "details";

    private readonly JournalDatabase _database;
    private readonly NumberedHash? _expected;
    private readonly RecordQueries _records;
    private readonly RecordLookUps _lookUps;
    private byte[] _lastHash = Encoding.ASCII.GetBytes(JournalSchema.Genesis);
    private long _lastNumber;
    private long _named;
    private int _recordsPerRead = RecordsPerRead;

    private JournalVerifier(JournalDatabase database, NumberedHash? expected)
    {
        _database = database;
        _expected = expected;
        _records = new RecordQueries(database);
        _lookUps = new RecordLookUps(database);
    }

    private NumberedHash Last => new(_lastNumber, Encoding.ASCII.GetString(_lastHash));

    /// <summary>Verifies a journal from its first record to its last.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="expected">A record that must be in it; none when <see langword="null"/>.</param>
    /// <param name="progress">Told how far it is, every few milliseconds.</param>
    /// <exception cref="JournalException">Something is wrong; the first thing that is.</exception>
    public static VerifiedJournal Verify(
        JournalReader journal, NumberedHash? expected, Action<VerificationProgress> progress)
    {
        JournalVerifier? verifier = null;
        try
        {
            verifier = new JournalVerifier(journal.Database, expected);
            var total = journal.LastNumber();
            VerifiedJournal? verified;
            do
            {
                verified = verifier.VerifyNext();
                progress(new VerificationProgress(verifier._lastNumber, total));
            }
            while (verified is null);
            return verified;
        }
        catch (FormatException e)
        {
            throw new JournalException($"the journal {journal.Path} is not whole: {e.Message}", e);
        }
        catch (SqliteException e)
        {
            throw new JournalException(
                Invariant($"{JournalFaults.Of(journal.Path, e).Message} (found at record {(verifier?._lastNumber ?? 0) + 1})"), e);
        }
    }

    /// <summary>Verifies some records; the journal, when these were the last ones.</summary>
    private VerifiedJournal? VerifyNext()
    {
        _database.Execute("BEGIN");
        try
        {
            CheckExpected();
            var firstDetails = _database.Integer($"SELECT min(number) FROM {Details}");
            var rows = Read();
            foreach (var row in rows)
                Verify(row, firstDetails);
            return rows.Count < _recordsPerRead ? VerifyEnd() : null;
        }
        finally
        {
            _database.Rollback();
        }
    }

    private List<RecordRow> Read()
    {
        try
        {
            return _records.After(_lastNumber, _recordsPerRead);
        }
        catch (Exception e) when (_recordsPerRead > 1 && e is SqliteException or FormatException)
        {
            // One of them cannot be read. Which one, and whether all before it are right, shows one by one.
            _recordsPerRead = 1;
            return Read();
        }
    }

    private void Verify(RecordRow row, long firstDetails)
    {
        if (row.Number != _lastNumber + 1)
            throw Flaw($"record {_lastNumber + 1} is missing: {row.Number} is the one after {_lastNumber}");
        if (row.FlawAfter(_lastHash) is { } flaw)
            throw Flaw($"record {row.Number}: {flaw}");
        if (row.Round is { Length: 0 })
            throw Flaw($"record {row.Number} has a round without a name");
        if (_lookUps.FlawTo(row) is { } way)
            throw Flaw($"record {row.Number} cannot be found: {way}");

        // Pruning goes from the oldest on, and may have gone on since the records before were verified.
        if (row.Details is null && firstDetails != 0 && firstDetails <= row.Number)
        {
            throw Flaw(
                $"record {row.Number} has lost its details: the oldest are pruned first, but those of {firstDetails} are there");
        }

        _named += row.Round is null ? 0 : 1;
        _lastHash = row.Hash;
        _lastNumber = row.Number;
        CheckExpected();
    }

    private VerifiedJournal VerifyEnd()
    {
        var records = NumberRange.Of(_database, Verdicts);
        if (records.Last > _lastNumber)
            throw Flaw($"record {_lastNumber + 1} is missing: the last one is {records.Last}");
        if (records.Count != _lastNumber)
            throw Flaw($"there are {records.Count} records, but the last one is {_lastNumber}");
        if (_lookUps.CountNames() is var names && names != _named)
            throw Flaw($"there are {names} names of rounds, but {_named} records with one");
        if (_expected is { } expected && expected.Number > _lastNumber)
            throw Flaw($"record {expected.Number} is missing: the last one is {Last}");
        return new VerifiedJournal(Last, CountPruned());
    }

    private long CountPruned()
    {
        var details = NumberRange.Of(_database, Details);
        if (details.Count > 0 && (details.First < 1 || details.Last > _lastNumber))
        {
            throw Flaw(
                $"there are details of no record, from {details.First} to {details.Last}, but the last one is {_lastNumber}");
        }

        if (details.Last != _lastNumber)
            throw Flaw($"record {_lastNumber} has lost its details: the last one always has them");
        if (details.Count > 0 && details.Count != details.Last - details.First + 1)
            throw Flaw($"there are details of {details.Count} records, but not of all from {details.First} to {details.Last}");
        return Math.Max(0, details.First - 1);
    }

    private void CheckExpected()
    {
        if (_expected is { } expected && expected.Number == _lastNumber && expected != Last)
            throw Flaw($"record {_lastNumber} is not the one that is expected: its hash is {Last.Hash}");
    }

    private static FormatException Flaw(FormattableString what) => new(Invariant(what));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
