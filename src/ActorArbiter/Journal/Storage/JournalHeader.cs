using System.Buffers.Binary;

namespace ActorArbiter.Journal.Storage;

/// <summary>
/// What the first 100 bytes of a journal's file say (https://sqlite.org/fileformat2.html, "The Database Header"). They are read
/// before SQLite opens the file: whoever closes a handle to it takes SQLite's own locks from the whole process (fcntl(2)).
/// </summary>
/// <param name="PageSize">In bytes.</param>
/// <param name="Pages">How many pages there are; 0 when that is not known.</param>
/// <param name="FileLength">In bytes.</param>
internal readonly record struct JournalHeader(int PageSize, long Pages, long FileLength)
{
    private const int Length = 100;

    /// <summary>How many pages the file has.</summary>
    public long PagesThere => FileLength / PageSize;

    /// <summary>Reads it.</summary>
    /// <param name="path">The file, which is there.</param>
    /// <exception cref="JournalException">The file is no journal, or less than a header is left of it.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static JournalHeader Read(string path)
    {
        using var file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        Span<byte> header = stackalloc byte[Length];
        header = header[..file.ReadAtLeast(header, Length, throwOnEndOfStream: false)];
        var magic = "SQLite format 3\0"u8;
        var there = Math.Min(magic.Length, header.Length);
        if (!header[..there].SequenceEqual(magic[..there]))
            throw JournalFaults.Of(path, "it is not a journal; give another file");
        if (header.Length < Length)
            throw JournalFaults.Of(path, JournalFaults.CutOff);
        if (BinaryPrimitives.ReadInt32BigEndian(header[68..]) != JournalSchema.ApplicationId)
            throw JournalFaults.Of(path, "it is a database, but not a journal; give another file");

        // 65,536 does not fit, and is written as 1.
        int pageSize = BinaryPrimitives.ReadUInt16BigEndian(header[16..]);
        if (pageSize != 1 && (pageSize < 512 || !int.IsPow2(pageSize)))
            throw JournalFaults.Of(path, JournalFaults.CutOff);

        // The number of pages was written by the same commit as the change counter, or does not count.
        var isCounted = header[24..28].SequenceEqual(header[92..96]);
        return new JournalHeader(
            pageSize == 1 ? 65_536 : pageSize,
            isCounted ? BinaryPrimitives.ReadUInt32BigEndian(header[28..]) : 0,
            file.Length);
    }
}
