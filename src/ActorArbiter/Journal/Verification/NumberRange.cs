using ActorArbiter.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace ActorArbiter.Journal.Verification;

/// <summary>Which numbers a table has.</summary>
/// <param name="First">The lowest; 0 when the table is empty.</param>
/// <param name="Last">The highest; 0 when the table is empty.</param>
/// <param name="Count">How many.</param>
internal readonly record struct NumberRange(long First, long Last, long Count)
{
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    public static NumberRange Of(JournalDatabase database, string table) => new(
        database.Integer($"SELECT min(number) FROM {table}"),
        database.Integer($"SELECT max(number) FROM {table}"),
        database.Integer($"SELECT count(*) FROM {table}"));
}
