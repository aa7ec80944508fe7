using System.Globalization;
using System.Text;
using ActorArbiter.Journal.Records;
using ActorArbiter.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace ActorArbiter.Journal.Verification;

/// <summary>
/// The ways to a single record: by the name of its round, which is how decided rounds are found, and by its number. A record that
/// is found among others need not be found alone: SQLite takes another way then, through inner pages.
/// </summary>
internal sealed class RecordLookUps
{
    private const string Details = "LEFT JOIN details d ON d.number = v.number";

    private readonly JournalDatabase _database;
    private readonly Statement _byRound;
    private readonly Statement _byNumber;

    /// <exception cref="SqliteException">A table or the index is missing.</exception>
    public RecordLookUps(JournalDatabase database)
    {
        _database = database;

        _byRound = database.Prepare(
            $"SELECT v.number, v.hash, d.number FROM verdicts v INDEXED BY verdicts_by_round {Details} WHERE v.round = ?1");
        _byNumber = database.Prepare($"SELECT v.number, v.hash, d.number FROM verdicts v {Details} WHERE v.number = ?1");
    }

    /// <summary>What is wrong with the way to <paramref name="row"/>; nothing when it is found.</summary>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    public string? FlawTo(RecordRow row) => row.Round is { } round
        ? FlawTo(row, _byRound.Bind(1, round), $"its round, {Encoding.UTF8.GetString(round)},")
        : FlawTo(row, _byNumber.Bind(1, row.Number), "its number");

    /// <summary>How many rounds can be found by name.</summary>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    public long CountNames() => _database.Integer(
        "SELECT count(*) FROM verdicts INDEXED BY verdicts_by_round WHERE round IS NOT NULL");

    private static string? FlawTo(RecordRow row, Statement way, string key)
    {
        try
        {
            var found = way.Step() ? way.Integer(0) : 0;
            if (found != row.Number || !way.Text(1).AsSpan().SequenceEqual(row.Hash))
                return $"{key} leads to {(found == 0 ? "no record" : $"record {found.ToString(CultureInfo.InvariantCulture)}")}";
            return way.IsNull(2) == (row.Details is null) ? null : $"{key} does not lead to its details";
        }
        finally
        {
            way.Reset();
        }
    }
}
