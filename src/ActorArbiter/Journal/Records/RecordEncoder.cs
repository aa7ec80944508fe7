using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ActorArbiter.Journal.Records;

/// <summary>Makes records of entries. Its buffer serves one record after the other.</summary>
internal sealed class RecordEncoder : IDisposable
{
    private const int TimeLength = 27;

    // The text goes to no web page: letters of all languages stay readable.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly byte[] Classic = "classic"u8.ToArray();
    private static readonly byte[] Greeting = "greeting"u8.ToArray();
    private static readonly byte[] Session = "session"u8.ToArray();

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    public RecordEncoder() => _json = new Utf8JsonWriter(_buffer, Readable);

    /// <summary>The record of <paramref name="entry"/>.</summary>
    /// <param name="entry">What to record.</param>
    /// <param name="number">Its number.</param>
    /// <param name="previous">The hash of the record before.</param>
    public RecordRow Encode(JournalEntry entry, long number, ReadOnlySpan<byte> previous)
    {
        var details = Encode(entry.Details);
        var detailsHash = details.ComputeHash();
        var round = entry.Round is { } name ? Encoding.ASCII.GetBytes(name.Value) : null;
        var first = entry.Details.Places[0].Message;
        var winner = Encoding.UTF8.GetBytes($"{first.Id.Value}: {first.Text}");
        var contenders = entry.Details.Places.Count;
        return new RecordRow
        {
            Number = number,
            Round = round,
            Contenders = contenders,
            Winner = winner,
            DetailsHash = detailsHash,
            Hash = RecordHash.Of(previous, number, round, contenders, winner, detailsHash),
            Details = details,
        };
    }

    public void Dispose() => _json.Dispose();

    private DetailsRow Encode(RecordDetails details)
    {
        var decidedAt = new byte[TimeLength];
        details.DecidedAt.UtcDateTime.TryFormat(decidedAt, out _, DetailsRow.TimeFormat, CultureInfo.InvariantCulture);
        _buffer.ResetWrittenCount();
        _json.Reset();
        PlacesJson.Write(_json, details.Places);
        return new DetailsRow(Word(details.Profile), decidedAt, _buffer.WrittenSpan.ToArray());
    }

    private static byte[] Word(RoundProfile profile) => profile switch
    {
        RoundProfile.Classic => Classic,
        RoundProfile.Greeting => Greeting,
        RoundProfile.Session => Session,
        _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "no profile"),
    };
}
