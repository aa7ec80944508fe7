namespace ActorArbiter.Journal;

/// <summary>The file of a journal: where it is, and how it comes to be.</summary>
internal static class JournalFile
{
    private const string DraftSuffix = "-new";
    private static readonly string[] DatabaseSuffixes = ["", "-journal", "-wal", "-shm"];

    /// <summary>The full path, without symbolic links.</summary>
    /// <exception cref="JournalException">There cannot be a journal.</exception>
    public static string Locate(string path)
    {
        var full = path;
        try
        {
            full = Path.GetFullPath(path);
            if (new FileInfo(full) is { LinkTarget: not null } link)
                full = link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        }
        catch (Exception e) when (e is ArgumentException || JournalFaults.IsFault(e))
        {
            // An empty name, a NUL in it, or a link that leads to itself.
            throw JournalFaults.Of(full, e);
        }

        if (Directory.Exists(full))
            throw JournalFaults.Of(full, "it is a folder; give a file");
        if (!Directory.Exists(Path.GetDirectoryName(full)))
            throw JournalFaults.Of(full, "its folder does not exist; make it first");
        return full;
    }

    /// <summary>
    /// Makes the journal if there is none: under another name first, so that a journal is there as a whole or not at all.
    /// </summary>
    /// <exception cref="JournalException">There is a file that is no journal.</exception>
    public static void Prepare(string path)
    {
        // Not finished by a server that ended meanwhile; whoever holds the lock is alone with it.
        var draft = path + DraftSuffix;
        foreach (var suffix in DatabaseSuffixes)
            File.Delete(draft + suffix);

        var file = new FileInfo(path);
        if (file is { Exists: true, Length: 0 })
            throw JournalFaults.Of(path, "it is empty, and was not when it was made; delete it to begin anew at number 1");
        if (file.Exists)
            return;
        using (var database = JournalDatabase.Create(draft))
            JournalSchema.CreateIn(database);

        // The first commit makes the file of its write-ahead log, and with that SQLite syncs the folder, and so this name.
        File.Move(draft, path);
    }

    /// <summary>Whether the files of an open journal are still there: what is written to deleted ones is lost.</summary>
    public static bool IsThere(string path) => File.Exists(path) && File.Exists(path + "-wal");
}
