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
        CheckLength(database, path);
    }

    /// <summary>Checks that records follow one another.</summary>
    /// <param name="rows">The last records, or all.</param>
    /// <returns>The hash of the last one.</returns>
    /// <exception cref="FormatException">They do not.</exception>
    public static byte[] CheckChain(IReadOnlyList<RecordRow> rows)
    {
        // Nothing is known before the first of them unless that is number 1.
        var isWhole = rows.Count == 0 || rows[0].Number == 1;
        var hash = isWhole ? Encoding.ASCII.GetBytes(JournalSchema.Genesis) : rows[0].Hash;
        for (var i = isWhole ? 0 : 1; i < rows.Count; i++)
        {
            if (i > 0 && rows[i].Number != rows[i - 1].Number + 1)
                throw Broken(rows[i - 1].Number + 1, "it is missing");
            if (rows[i].FlawAfter(hash) is { } flaw)
                throw Broken(rows[i].Number, flaw);
            hash = rows[i].Hash;
        }

        return hash;
    }

    /// <summary>Moves what a server that ended left in the write-ahead log into the file, then looks whether that is whole.</summary>
    private static void CheckLength(JournalDatabase database, string path)
    {
        if (!database.Checkpoint())
            return;
        var expected = database.Integer("PRAGMA page_count") * database.Integer("PRAGMA page_size");
        var length = new FileInfo(path).Length;
        if (length < expected)
        {
            throw JournalFaults.Of(
                path, $"it is cut off ({length} bytes of {expected}); restore it from a backup, or move it away to begin anew");
        }
    }

    private static FormatException Broken(long number, string flaw) => new(string.Create(
        CultureInfo.InvariantCulture, $"record {number}: {flaw}; restore it from a backup, or move it away to begin anew"));
}
