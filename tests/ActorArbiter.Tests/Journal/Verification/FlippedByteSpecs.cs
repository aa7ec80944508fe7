using ActorArbiter.Journal;
using ActorArbiter.Journal.Export;
using ActorArbiter.Journal.Records;
using ActorArbiter.Journal.Verification;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.Journal.Verification;

/// <summary>No byte of a journal's file is changed without being found, or without an effect on what is read.</summary>
public sealed class FlippedByteSpecs : IDisposable
{
    private static readonly string[] Names = ["build-1", "-", "a.b_c", "never"];

    private readonly JournalFolder _folder = new();

    public FlippedByteSpecs()
    {
        using (var store = JournalStore.Open(_folder.Options))
            store.Append(Entries());

        // Without a write-ahead log a file is opened much faster.
        _folder.Execute("PRAGMA journal_mode = DELETE");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x80)]
    public void A_flipped_byte_of_a_records_content_is_found(byte mask)
    {
        var content = Content();
        using var file = new FlippingFile(_folder.File);

        foreach (var offset in content)
        {
            file.Flip(offset, mask);
            Assert.False(IsWhole(), $"byte {offset} of the file was changed");
            file.Flip(offset, mask);
        }

        Assert.True(IsWhole());
    }

    [Fact]
    public void A_flipped_byte_that_is_not_found_changes_nothing_that_is_read()
    {
        // Pages as small as they can be: there are inner pages and overflow pages then, and little that is unused.
        _folder.Execute("PRAGMA page_size = 512; VACUUM");
        var read = Read();
        using var file = new FlippingFile(_folder.File);

        for (var offset = 0; offset < file.Length; offset++)
        {
            var mask = (byte)(1 << (offset % 8));
            file.Flip(offset, mask);
            if (IsWhole())
                Assert.True(read == Read(), $"byte {offset} of the file was changed");
            file.Flip(offset, mask);
        }
    }

    private static IReadOnlyList<JournalEntry> Entries() =>
    [
        Entry(RoundProfile.Session, "build-1", Place("X", "Alice", 1795374114123456789, 0, Basis.Kernel)),
        Entry(
            RoundProfile.Classic,
            null,
            Place("X", "Grüße \ufffd 🎉", 1795374114123456789, 0, Basis.Kernel),
            Place("Y", "\"=1+1\"\\", 1795374114123457101, 312, Basis.Kernel, isLate: true)),
        Entry(RoundProfile.Greeting, null, Place("X", "Alice", 7, null, Basis.Mailbox), Place("Y", "Bob", 9, null, Basis.Mailbox)),
        Entry(RoundProfile.Session, "-", Place("a", "1", 9, 0, Basis.Read), Place("b", new string('x', 256), 10, 1, Basis.Read)),
        Entry(RoundProfile.Session, "a.b_c", [.. Enumerable.Range(1, 12).Select(i => Place($"c{i}", "日本", i, 1, Basis.KernelLate))]),
        Entry(RoundProfile.Classic, null, Place("X", "last", 100, 0, Basis.Clock)),
    ];

    private static JournalEntry Entry(RoundProfile profile, string? round, params RecordedPlace[] places) => new(
        round is null ? null : RoundName.Parse(round),
        new RecordDetails(profile, new DateTimeOffset(2026, 11, 22, 19, 1, 54, 123, TimeSpan.Zero), places));

    private static RecordedPlace Place(string id, string text, long stamp, long? gap, Basis basis, bool isLate = false) => new(
        new ClientMessage(ContenderId.Parse(id), text),
        basis switch
        {
            Basis.Mailbox => null,
            Basis.Read => new RecordedStamp(RecordedClock.Read, stamp),
            Basis.Clock => new RecordedStamp(RecordedClock.Clock, stamp),
            _ => new RecordedStamp(RecordedClock.Kernel, stamp, isLate),
        },
        gap,
        basis);

    private bool IsWhole()
    {
        try
        {
            using var journal = new JournalReader(_folder.File);
            JournalVerifier.Verify(journal, expected: null, _ => { });
            return true;
        }
        catch (JournalException)
        {
            return false;
        }
    }

    /// <summary>All that can be read: the records together, one by one, and by name.</summary>
    private string Read()
    {
        using var journal = new JournalReader(_folder.File);
        var text = new StringWriter();
        using var writer = new JsonLinesWriter(text);
        foreach (var row in journal.ReadRows(0, 100))
            writer.Write(row);
        for (var number = 0L; number < journal.LastNumber(); number++)
            writer.Write(journal.ReadRows(number, 1)[0]);
        foreach (var row in Names.Select(name => journal.FindRow(RoundName.Parse(name))).OfType<RecordRow>())
            writer.Write(row);
        return text.ToString();
    }

    /// <summary>
    /// Where the file has what is recorded: of each row the texts, which lie side by side, the integer among them, and the number in
    /// front of the row's header (https://sqlite.org/fileformat2.html, "B-tree Cell Format" and "Record Format").
    /// </summary>
    private List<int> Content()
    {
        using var journal = new JournalReader(_folder.File);
        var file = File.ReadAllBytes(_folder.File);
        var offsets = new List<int>();
        foreach (var row in journal.ReadRows(0, 100))
        {
            // SQLite stores a 1 in the header.
            byte[] contenders = row.Contenders == 1 ? [] : [(byte)row.Contenders];
            AddCell(row.Number, [.. row.Round ?? [], .. contenders, .. row.Winner, .. row.DetailsHash, .. row.Hash]);
            AddCell(row.Number, [.. row.Details!.Profile, .. row.Details.DecidedAt, .. row.Details.Places]);
        }

        return offsets;

        void AddCell(long number, byte[] content)
        {
            var start = file.AsSpan().IndexOf(content);
            var header = Enumerable.Range(1, 20).Single(length =>
                file[start - length] == length && file[start - length - 1] == number);
            offsets.Add(start - header - 1);
            offsets.AddRange(Enumerable.Range(start, content.Length));
        }
    }

    /// <summary>A file of which a byte at a time is changed, and changed back.</summary>
    private sealed class FlippingFile : IDisposable
    {
        private readonly FileStream _file;

        public FlippingFile(string path) =>
            _file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);

        public long Length => _file.Length;

        public void Flip(int offset, byte mask)
        {
            _file.Position = offset;
            var flipped = (byte)(_file.ReadByte() ^ mask);
            _file.Position = offset;
            _file.WriteByte(flipped);
        }

        public void Dispose() => _file.Dispose();
    }
}
