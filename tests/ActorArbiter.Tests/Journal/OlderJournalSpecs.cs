using ActorArbiter.Journal;
using ActorArbiter.Journal.Export;
using ActorArbiter.Journal.Records;
using ActorArbiter.Journal.Verification;
using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Tests.Ordering;
using ActorArbiter.Tests.RawTcp;
using ActorArbiter.Tests.RawTcp.Sessions;

using static ActorArbiter.Tests.Journal.Export.ExportedRecords;

namespace ActorArbiter.Tests.Journal;

/// <summary>Records of the monotonic clock, which earlier versions had in the place of the system's, stay what they are.</summary>
public sealed class OlderJournalSpecs : IDisposable
{
    private readonly JournalFolder _folder = new();

    public OlderJournalSpecs() => OlderJournal.MakeIn(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_read_as_it_was_written()
    {
        var records = _folder.Read();

        Assert.Equal(
            [
                Recorded("X", "Alice", new RecordedStamp(RecordedClock.Clock, 81234567800), 0, Basis.Clock),
                Recorded("Y", "Bob", new RecordedStamp(RecordedClock.Clock, 81234880000, IsLate: true), 312200, Basis.Clock),
            ],
            records[0].Details!.Places);
        Assert.Equal(
            [
                Recorded("X", "Alice", new RecordedStamp(RecordedClock.Clock, 91234567800), null, Basis.Mailbox),
                Recorded("Y", "Bob", new RecordedStamp(RecordedClock.Kernel, 1795374114123456789), null, Basis.Mailbox),
            ],
            records[1].Details!.Places);
    }

    [Fact]
    public void A_round_in_it_is_told_as_it_was()
    {
        var told = SentText.Of(RecordedOutcome.Of(_folder.Read()[0]).LinesFor(null, isBrief: false));

        Assert.Equal(string.Concat(OlderJournal.Told.Select(line => $"{line}\n")), told);
    }

    [Fact]
    public void It_is_exported_as_it_was_written()
    {
        using var reader = new JournalReader(_folder.File);
        var row = reader.ReadRows(0, 1)[0];

        Assert.Contains($"\"places\":{OlderJournal.Places},", Written(output => new JsonLinesWriter(output), row), StringComparison.Ordinal);
        Assert.Contains(
            ",2,Y,Bob,81234880000,clock,true,312200,clock,", Written(output => new CsvPlacesWriter(output), row), StringComparison.Ordinal);
        Assert.EndsWith(
            "  [+312us clock]\n", Written(output => new LogWriter(output, maxContenders: 3), row), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_whole_and_goes_on()
    {
        Assert.Equal(new NumberedHash(2, OlderJournal.LastHash), Verify());

        Arrival[] order = [Arrivals.Of("X", Arrivals.Read(5), 1), Arrivals.Of("Y", Arrivals.Kernel(7), 2)];
        var verdict = new Verdict(order, isByStamp: true, hasTimes: true);
        using (var store = JournalStore.Open(_folder.Options))
            store.Append([JournalEntry.Of(verdict, RoundProfile.Session, RoundName.Parse("newer"), DateTimeOffset.UnixEpoch)]);

        Assert.Equal(3, Verify().Number);
        Assert.Equal([Basis.Read, Basis.Kernel], _folder.Read()[2].Details!.Places.Select(place => place.Basis));
    }

    [Fact]
    public async Task A_server_tells_its_rounds_again_and_goes_on_with_it()
    {
        await using (var server = await ArbiterFixture.StartAsync(options => options with { Journal = _folder.Options }))
        {
            using (await server.AskAsync("RESULT older", OlderJournal.Told))
            using (var round = await RoundOfTwo.StartAsync(server, "newer"))
                Assert.Equal(3, await round.DecideAsync());
            await server.TranscriptAsync();
        }

        Assert.Equal(3, Verify().Number);
        Assert.DoesNotContain(_folder.Read()[2].Details!.Places, place => place.Basis == Basis.Clock);
    }

    private static RecordedPlace Recorded(string id, string text, RecordedStamp stamp, long? gap, Basis basis) =>
        new(new ClientMessage(ContenderId.Parse(id), text), stamp, gap, basis);

    private NumberedHash Verify()
    {
        using var reader = new JournalReader(_folder.File);
        return JournalVerifier.Verify(reader, expected: null, _ => { }).Last;
    }
}
