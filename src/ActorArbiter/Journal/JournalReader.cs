using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Journal;

/// <summary>Reads a journal, also while a server writes to it. No read holds up the server.</summary>
internal sealed class JournalReader : IDisposable
{
    /// <param name="path">The journal's file.</param>
    /// <exception cref="JournalException">There is no such file, or it is no journal that this version can read.</exception>
    public JournalReader(string path) => Path = path;

    public string Path { get; }

    /// <summary>The number of the last record; 0 when there is none.</summary>
    /// <exception cref="JournalException">The file cannot be read.</exception>
    public long LastNumber() => throw new NotImplementedException();

    /// <summary>Records in the order of their numbers.</summary>
    /// <param name="after">The number before the first one wanted.</param>
    /// <param name="atMost">How many are read at most.</param>
    /// <exception cref="JournalException">The file cannot be read, or a record in it makes no sense.</exception>
    public IReadOnlyList<JournalRecord> Read(long after, int atMost) => throw new NotImplementedException();

    /// <summary>The record of a round; none when there is none.</summary>
    /// <param name="round">The round's name.</param>
    /// <exception cref="JournalException">The file cannot be read, or the record makes no sense.</exception>
    public JournalRecord? Find(RoundName round) => throw new NotImplementedException();

    public void Dispose()
    {
    }
}
