using System.Text;
using ActorArbiter.Journal;
using ActorArbiter.Journal.Records;
using ActorArbiter.Journal.Storage;
using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Tests.Ordering;
using FsCheck;
using FsCheck.Fluent;

namespace ActorArbiter.Tests.Journal.Records;

/// <summary>What a record is, to the byte.</summary>
public sealed class RecordSpecs : IDisposable
{
    private readonly RecordEncoder _encoder = new();

    public void Dispose() => _encoder.Dispose();

    /// <summary>The hashes were computed with sha256sum.</summary>
    [Fact]
    public void Records_are_chained_as_the_document_says()
    {
        var time = new DateTimeOffset(2026, 11, 22, 20, 1, 54, TimeSpan.FromHours(1)).AddMicroseconds(123456);
        var named = new JournalEntry(RoundName.Parse("release-7"), new RecordDetails(RoundProfile.Session, time,
        [
            Place("X", "Alice", new RecordedStamp(RecordedClock.Kernel, 1795374114123456789), 0, Basis.Kernel),
            Place("Y", "Bób 👋 \"B\"", null, null, Basis.Mailbox),
        ]));
        var unnamed = new JournalEntry(null, new RecordDetails(
            RoundProfile.Classic,
            time.AddMicroseconds(876544),
            [Place("Z", "é", new RecordedStamp(RecordedClock.Read, 7, IsLate: true), 0, Basis.Read)]));

        var first = _encoder.Encode(named, 1, Encoding.ASCII.GetBytes(JournalSchema.Genesis));
        var second = _encoder.Encode(unnamed, 2, first.Hash);

        Assert.Equal("2026-11-22T19:01:54.123456Z", Words(first.Details!.DecidedAt));
        Assert.Equal(
            """
            [{"id":"X","text":"Alice","stamp":1795374114123456789,"clock":"kernel","gap":0,"basis":"kernel"},{"id":"Y","text":"Bób \uD83D\uDC4B \"B\"","stamp":null,"clock":null,"gap":null,"basis":"mailbox"}]
            """,
            Words(first.Details.Places));
        Assert.Equal("62c9c0eaff45fe4e9f6d4f3d48600bc1ee3cff1ab145214d06637ffa1c64c084", Words(first.DetailsHash));
        Assert.Equal("a72bd13bc4618fe81b6fa4f4a897ab1cd66a254dab8b203738153e9bbddcb26e", Words(first.Hash));
        Assert.Equal(
            """[{"id":"Z","text":"é","stamp":7,"clock":"read","gap":0,"basis":"read","late":true}]""",
            Words(second.Details!.Places));
        Assert.Equal("60331c45c23a87080d9bd5209fc80d5108b039f089b15754e74e327aef03a2db", Words(second.Hash));
    }

    [Fact]
    public void Any_entry_is_read_back_from_its_record() => Prop.ForAll(JournalGenerators.Entries.ToArbitrary(), entry =>
    {
        var record = _encoder.Encode(entry, 7, new byte[64]).Read();

        Assert.Equal((7, entry.Round, entry.Details.Places.Count), (record.Number, record.Round, record.Contenders));
        Assert.Equal(entry.Details.Places[0].Message, record.Winner);
        Assert.Equal((entry.Details.Profile, entry.Details.DecidedAt), (record.Details!.Profile, record.Details.DecidedAt));
        Assert.Equal(entry.Details.Places, record.Details.Places);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Any_entries_are_read_back_from_the_file() => Prop.ForAll(JournalGenerators.Batches.ToArbitrary(), entries =>
    {
        using var folder = new JournalFolder();
        using (var store = JournalStore.Open(folder.Options))
            store.Append(entries);

        var records = folder.Read();
        Assert.Equal(entries.Select(entry => entry.Round), records.Select(record => record.Round));
        Assert.Equal(
            entries.SelectMany(entry => entry.Details.Places), records.SelectMany(record => record.Details!.Places));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Fact]
    public void A_record_keeps_of_a_verdict_what_its_places_tell()
    {
        Arrival[] order =
        [
            Arrivals.Of("X", Arrivals.Kernel(5, isLate: true), 9), Arrivals.Of("Y", Arrivals.Read(7, isLate: true), 8),
        ];
        var verdict = new Verdict(order, isByStamp: true, hasTimes: true);

        var entry = JournalEntry.Of(verdict, RoundProfile.Greeting, round: null, DateTimeOffset.UnixEpoch);

        Assert.Equal(
            [
                new(order[0].Message, new RecordedStamp(RecordedClock.Kernel, 5, IsLate: true), 0, Basis.KernelLate),
                new(order[1].Message, new RecordedStamp(RecordedClock.Read, 7, IsLate: true), 2, Basis.Read),
            ],
            entry.Details.Places);
        Assert.Equal((RoundProfile.Greeting, DateTimeOffset.UnixEpoch), (entry.Details.Profile, entry.Details.DecidedAt));
    }

    [Fact]
    public void Any_bit_that_is_flipped_in_a_record_is_found()
    {
        var previous = Encoding.ASCII.GetBytes(JournalSchema.Genesis);
        var row = _encoder.Encode(JournalFolder.Entry(1, "release"), 1, previous);
        Assert.Null(row.FlawAfter(previous));

        byte[][] contents =
        [
            previous, row.Round!, row.Winner, row.DetailsHash, row.Hash,
            row.Details!.Profile, row.Details.DecidedAt, row.Details.Places,
        ];
        foreach (var content in contents)
        {
            for (var bit = 0; bit < 8 * content.Length; bit++)
            {
                content[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.NotNull(row.FlawAfter(previous));
                content[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }

        Assert.Null(row.FlawAfter(previous));
    }

    private static string Words(byte[] text) => Encoding.UTF8.GetString(text);

    private static ClientMessage Message(string id, string text) => new(ContenderId.Parse(id), text);

    private static RecordedPlace Place(string id, string text, RecordedStamp? stamp, long? gap, Basis basis) =>
        new(Message(id, text), stamp, gap, basis);
}
