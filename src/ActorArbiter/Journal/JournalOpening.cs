using System.Globalization;
using System.Text;

namespace ActorArbiter.Journal;

/// <summary>What is made sure of before the first verdict is recorded.</summary>
internal static class JournalOpening
{
    /// <summary>4096 pages are 16 MB: a checkpoint copies and syncs them within a commit, so neither too often nor too much.</summary>
    private const string Settings =
        """
        PRAGMA synchronous = FULL;
        PRAGMA fullfsync = ON;
        PRAGMA checkpoint_fullfsync = ON;
        PRAGMA wal_autocheckpoint = 4096;
        PRAGMA cache_size = -16384;
        """;

    /// <summary>Checks the file, and sets how it is written.</summary>
    /// <exception cref="JournalException">It cannot be written, or is not a whole journal.</exception>
    public static void Prepare(JournalDatabase database, string path)
    {
        JournalSchema.Check(database, path);
        if (database.IsReadOnly)
            throw JournalFaults.Of(path, "it can only be read; allow writing to the file and to its folder");
        if (database.Text("PRAGMA journal_mode = WAL") != "wal")
            throw JournalFaults.Of(path, "its file system cannot hold a write-ahead log; put it on a local disk");

        database.Execute(Settings);
    }

    /// <summary>Checks that records follow one another.</summary>
    /// <param name="rows">The last records, or all.</param>
    /// <param name="after">The number before the first of them.</param>
    /// <returns>The hash of the last one.</returns>
    /// <exception cref="FormatException">They do not.</exception>
    public static byte[] CheckChain(IReadOnlyList<RecordRow> rows, long after)
    {
        // What the first one is chained to is known at the beginning alone.
        var hash = after == 0 ? Encoding.ASCII.GetBytes(JournalSchema.Genesis) : null;
        foreach (var row in rows)
        {
            if (row.Number != ++after)
                throw Broken(after, "it is missing");
            if (hash is not null && row.FlawAfter(hash) is { } flaw)
                throw Broken(row.Number, flaw);
            hash = row.Hash;
        }

        return hash!;
    }

    private static FormatException Broken(long number, string flaw) => new(string.Create(
        CultureInfo.InvariantCulture, $"record {number}: {flaw}; restore it from a backup, or move it away to begin anew"));
}
