namespace ActorArbiter.Journal;

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
