namespace ActorArbiter.Journal.Storage;

/// <summary>The files that a journal had when it was opened: what is written to others, or to deleted ones, is lost.</summary>
internal sealed class OpenFiles
{
    private readonly string _path;
    private readonly (string Path, FileIdentity? Identity)[] _files;

    /// <param name="path">The journal, which is open.</param>
    /// <param name="suffixes">Which of its files are watched.</param>
    public OpenFiles(string path, params IEnumerable<string> suffixes)
    {
        _path = path;
        _files = [.. suffixes.Select(suffix => (path + suffix, FileIdentity.Of(path + suffix)))];
    }

    /// <summary>Makes sure that they are still where they were.</summary>
    /// <exception cref="JournalException">One was deleted, moved or replaced.</exception>
    public void Check()
    {
        foreach (var (path, identity) in _files)
        {
            if (identity is null || FileIdentity.Of(path) != identity)
            {
                throw JournalFaults.Of(
                    _path,
                    $"{Path.GetFileName(path)} was deleted, moved or replaced while it was in use; "
                    + "put the journal back with its -wal, or restore it from a backup");
            }
        }
    }
}
