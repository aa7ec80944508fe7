using System.Text;
using ActorArbiter.Journal.Export;
using ActorArbiter.Journal.Records;
using ActorArbiter.Journal.Storage;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.Journal.Export;

/// <summary>Records, and what is written of them.</summary>
internal static class ExportedRecords
{
    /// <summary>A record of a session's round <c>build-7</c>, or of a classic round; it is number 1.</summary>
    public static RecordRow Of(string? round, params RecordedPlace[] places)
    {
        using var encoder = new RecordEncoder();
        var details = new RecordDetails(
            round is null ? RoundProfile.Classic : RoundProfile.Session,
            new DateTimeOffset(2026, 5, 1, 17, 30, 0, 250, TimeSpan.Zero),
            places);
        return encoder.Encode(
            new JournalEntry(round is null ? null : RoundName.Parse(round), details),
            number: 1,
            Encoding.ASCII.GetBytes(JournalSchema.Genesis));
    }

    public static RecordedPlace Place(string id, string text, long? gap = 0, Basis basis = Basis.Kernel, bool isLate = false) => new(
        new ClientMessage(ContenderId.Parse(id), text),
        basis == Basis.Mailbox ? null : new RecordedStamp(ClockOf(basis), 1795374114123456789 + (gap ?? 0), isLate),
        gap,
        basis);

    private static RecordedClock ClockOf(Basis basis) => basis switch
    {
        Basis.Read => RecordedClock.Read,
        Basis.Clock => RecordedClock.Clock,
        _ => RecordedClock.Kernel,
    };

    /// <summary>The record when retention has taken its details.</summary>
    public static RecordRow Pruned(this RecordRow row) => new()
    {
        Number = row.Number,
        Round = row.Round,
        Contenders = row.Contenders,
        Winner = row.Winner,
        DetailsHash = row.DetailsHash,
        Hash = row.Hash,
    };

    public static string Written(Func<TextWriter, IRecordWriter> create, params RecordRow[] rows)
    {
        var text = new StringWriter();
        using (var writer = create(text))
        {
            foreach (var row in rows)
                writer.Write(row);
        }

        return text.ToString();
    }
}
