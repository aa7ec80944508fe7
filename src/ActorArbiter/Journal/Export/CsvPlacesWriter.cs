using ActorArbiter.Journal.Records;
using ActorArbiter.Protocol;
using CsvHelper;

namespace ActorArbiter.Journal.Export;

/// <summary>
/// Writes a line a place as comma-separated values (RFC 4180), under a header. Texts are those of strangers: one that a spreadsheet
/// would take for a formula gets an apostrophe in front. Of a pruned record there is the winner's line, without what was pruned.
/// </summary>
internal sealed class CsvPlacesWriter : IRecordWriter
{
    private static readonly CsvWriterOptions Format = new()
    {
        Injection = CsvInjection.Escape,
        TrueValue = "true",
        FalseValue = "false",
    };

    private readonly CsvWriter _csv;

    /// <param name="output">Where to write; it is left open.</param>
    public CsvPlacesWriter(TextWriter output)
    {
        _csv = CsvWriter.Create(output, Format, leaveOpen: true);
        _csv.WriteHeader(
            "number", "round", "profile", "decided_at", "contenders",
            "place", "id", "text", "stamp", "clock", "late", "gap", "basis", "hash");
    }

    public void Write(RecordRow row)
    {
        var record = row.Read();
        var places = record.Details?.Places;
        for (var index = 0; index < (places?.Count ?? 1); index++)
        {
            WriteVerdict(record, row);
            _csv.WriteField(index + 1);
            if (places is null)
                WriteWinner(record.Winner);
            else
                WritePlace(places[index]);
            _csv.WriteField(row.Hash);
            _csv.EndRecord();
        }
    }

    public void Dispose() => _csv.Dispose();

    private void WriteVerdict(JournalRecord record, RecordRow row)
    {
        _csv.WriteField(record.Number);
        _csv.WriteField(row.Round);
        _csv.WriteField(row.Details?.Profile);
        _csv.WriteField(row.Details?.DecidedAt);
        _csv.WriteField(record.Contenders);
    }

    private void WritePlace(RecordedPlace place)
    {
        _csv.WriteField(place.Message.Id.Value);
        _csv.WriteField(place.Message.Text);
        _csv.WriteField(place.Stamp?.Nanoseconds);
        _csv.WriteField(place.Stamp?.Clock.Word() ?? "");
        _csv.WriteField(place.Stamp?.IsLate);
        _csv.WriteField(place.Gap);
        _csv.WriteField(place.Basis.Word());
    }

    private void WriteWinner(ClientMessage winner)
    {
        _csv.WriteField(winner.Id.Value);
        _csv.WriteField(winner.Text);
        for (var pruned = 0; pruned < 5; pruned++)
            _csv.WriteField("");
    }
}
