namespace ActorArbiter.Journal.Storage;

/// <summary>
/// Tells servers apart that are given the same journal: a locked file beside it, which stays when the lock ends. It is not the
/// journal itself, because whoever closes a handle to that takes SQLite's own locks from the whole process (fcntl(2), "record
/// locks").
/// </summary>
internal sealed class JournalLock : IDisposable
{
    private const string Suffix = "-lock";
    private const int SharingViolation = unchecked((int)0x8007_0020);
    private const int WouldBlock = 11;
    private const int WouldBlockOnBsd = 35;

    private readonly FileStream _file;

    private JournalLock(FileStream file) => _file = file;

    /// <param name="path">The journal's file, without symbolic links.</param>
    /// <exception cref="JournalException">Another server has the journal.</exception>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be made.</exception>
    public static JournalLock Take(string path)
    {
        try
        {
            return new JournalLock(
                new FileStream(path + Suffix, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (e.HResult is SharingViolation or WouldBlock or WouldBlockOnBsd)
        {
            throw JournalFaults.Of(
                path, "another server uses it; give this one its own with --journal FILE, or none with --journal off", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
