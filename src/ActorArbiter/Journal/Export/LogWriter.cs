using System.Globalization;
using ActorArbiter.Journal.Records;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Journal.Export;

/// <summary>
/// Writes a record a line for people: number, time (UTC), round, sentence, and what the order rests on,
/// <c>12  2026-05-01 17:30:00.250Z  build-7  X: Alice received before Y: Bob  [+312us kernel]</c>.
/// </summary>
internal sealed class LogWriter : IRecordWriter
{
    private const int ShownOfMany = 3;
    private const string NoRound = "-";

    private readonly TextWriter _output;
    private readonly int _maxContenders;

    /// <param name="output">Where to write; it is left open, and not flushed.</param>
    /// <param name="maxContenders">With more, only the first three are shown, and how many more there are.</param>
    public LogWriter(TextWriter output, int maxContenders)
    {
        _output = output;
        _maxContenders = maxContenders;
    }

    public void Write(RecordRow row)
    {
        var record = row.Read();
        var (time, rest) = record.Details is { } details
            ? (Time(details), Sentence(details))
            : ("(pruned)", PrunedSentence(record));
        _output.Write(string.Create(
            CultureInfo.InvariantCulture, $"{record.Number}  {time,-24}  {record.Round?.Value ?? NoRound}  {rest}\n"));
    }

    public void Dispose()
    {
    }

    private static string Time(RecordDetails details) =>
        details.DecidedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private string Sentence(RecordDetails details)
    {
        var count = details.Places.Count;
        RecordedPlace[] shown = [.. details.Places.Take(count > _maxContenders ? ShownOfMany : count)];
        var sentence = PrintableText.Of(VerdictSentence.Of(shown.Select(place => place.Message)));
        return $"{sentence}{More(count - shown.Length)}  [{Grounds(shown)}]";
    }

    private static string PrunedSentence(JournalRecord record) =>
        PrintableText.Of(VerdictSentence.Of([record.Winner])) + More(record.Contenders - 1);

    private static string More(int count) =>
        count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" received before {count} more");

    /// <summary>Each gap to the arrival before, then every basis that one of the places has.</summary>
    private static string Grounds(RecordedPlace[] places) => string.Join(
        ' ',
        [
            .. places.Skip(1).Select(place => (place.Gap is { } gap ? new Gap(gap) : Gap.Unknown).ToString()),
            string.Join('/', places.Select(place => place.Basis.Word()).Distinct()),
        ]);
}
