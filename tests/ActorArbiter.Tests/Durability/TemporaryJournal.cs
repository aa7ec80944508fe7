namespace ActorArbiter.Tests.Durability;

/// <summary>The path of a journal in a folder of its own, which is deleted at the end.</summary>
internal sealed class TemporaryJournal : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("arbiter-journal-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "journal.db");

    public void Dispose() => _folder.Delete(recursive: true);
}
