namespace ActorArbiter.Journal.Storage;

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

        // What a torn commit left in the log would be taken for a lost one the next time. Who reads meanwhile may put this off.
        database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
