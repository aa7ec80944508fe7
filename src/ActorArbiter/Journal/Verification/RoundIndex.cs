using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace ActorArbiter.Journal.Verification;

/// <summary>The way from a round's name to its record, which is how decided rounds are found.</summary>
internal sealed class RoundIndex
{
    private readonly Statement _record;
    private readonly JournalDatabase _database;

    /// <exception cref="SqliteException">There is no such index.</exception>
    public RoundIndex(JournalDatabase database)
    {
        _database = database;

        // A column that the index has not makes SQLite go on to the record, as for whoever asks.
        _record = database.Prepare("SELECT number, hash FROM verdicts INDEXED BY verdicts_by_round WHERE round = ?1");
    }

    /// <summary>What is wrong with the way to <paramref name="row"/>, which has a round; nothing when it is found.</summary>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    public string? FlawTo(RecordRow row)
    {
        try
        {
            var found = _record.Bind(1, row.Round).Step() ? _record.Integer(0) : 0;
            if (found == row.Number && _record.Text(1).AsSpan().SequenceEqual(row.Hash))
                return null;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"its round, {Encoding.UTF8.GetString(row.Round!)}, leads to {(found == 0 ? "none" : $"record {found}")}");
        }
        finally
        {
            _record.Reset();
        }
    }

    /// <summary>How many names there are.</summary>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    public long CountNames() => _database.Integer(
        "SELECT count(*) FROM verdicts INDEXED BY verdicts_by_round WHERE round IS NOT NULL");
}
