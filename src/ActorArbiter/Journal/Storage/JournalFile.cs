namespace ActorArbiter.Journal.Storage;

/// <summary>The file of a journal: where it is, and how it comes to be.</summary>
internal static class JournalFile
{
    /// <summary>What the name of the write-ahead log ends with.</summary>
    public const string LogSuffix = "-wal";
    private static readonly string[] DatabaseSuffixes = ["", "-journal", LogSuffix, "-shm"];

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

    /// <summary>Refuses a file that is no journal, before anything is made beside it.</summary>
    /// <exception cref="JournalException">It is refused.</exception>
    public static void CheckKind(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: > 0 })
            JournalHeader.Read(path);
    }

    /// <summary>
    /// Refuses a journal that lacks verdicts which were told. SQLite takes the number of pages from a write-ahead log, and of
    /// that all up to the first damage, and says nothing of the rest.
    /// </summary>
    /// <param name="path">The journal, which nobody has open.</param>
    /// <exception cref="JournalException">It is refused.</exception>
    public static void CheckWhole(string path)
    {
        var header = JournalHeader.Read(path);
        var log = WriteAheadLog.Read(path + LogSuffix, header.PageSize);

        // One commit is synced before the next one begins: only the last can have been torn, and was told to nobody then.
        if (log.CommitsLeftOut > 1)
        {
            throw JournalFaults.Of(
                path,
                $"its {LogSuffix} is damaged, and {log.CommitsLeftOut} commits in it cannot be read; "
                + "restore both from a backup, or move both away to begin anew");
        }

        // A server that was killed while it moved pages from the log to the file left those that are missing in the log.
        for (var page = header.PagesThere + 1; page <= header.Pages; page++)
        {
            if (!log.Has(page))
                throw JournalFaults.Of(path, JournalFaults.CutOff);
        }
    }

    /// <summary>
    /// Makes the journal if there is none: under another name first, so that a journal is there as a whole or not at all.
    /// </summary>
    /// <exception cref="JournalException">There is a file that is no journal.</exception>
    public static void Prepare(string path)
    {
        var file = new FileInfo(path);
        if (file is { Exists: true, Length: 0 })
            throw JournalFaults.Of(path, "it is empty, and was not when it was made; delete it to begin anew at number 1");
        if (file.Exists)
            return;

        // A kill leaves no such thing: the log is made beside a journal that is there.
        if (new FileInfo(path + LogSuffix) is { Exists: true, Length: > 0 })
        {
            throw JournalFaults.Of(
                path, $"its {LogSuffix} is there and it is not; put it back, or delete that too to begin anew at number 1");
        }

        // Not finished by a server that ended meanwhile; whoever holds the lock is alone with it.
        var draft = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.draft");
        foreach (var suffix in DatabaseSuffixes)
            File.Delete(draft + suffix);
        using (var database = JournalDatabase.Create(draft))
            JournalSchema.CreateIn(database);

        // The first commit makes the file of its write-ahead log, and with that SQLite syncs the folder, and so this name.
        File.Move(draft, path);
    }
}
