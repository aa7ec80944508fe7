using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ActorArbiter.Journal.Records;

namespace ActorArbiter.Journal.Export;

/// <summary>
/// Writes a record a line as JSON (RFC 8259), all that is stored of it: <c>places</c> to the byte, for the hash of the details is
/// of that text. What was pruned is left out.
/// </summary>
internal sealed class JsonLinesWriter : IRecordWriter
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TextWriter _output;
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _json;

    /// <param name="output">Where to write; it is left open, and not flushed.</param>
    public JsonLinesWriter(TextWriter output)
    {
        _output = output;
        _json = new Utf8JsonWriter(_line, Readable);
    }

    public void Write(RecordRow row)
    {
        _line.ResetWrittenCount();
        _json.Reset();
        try
        {
            WriteObject(row);
        }
        catch (JsonException e)
        {
            throw new FormatException($"record {row.Number} makes no sense: its places are no JSON", e);
        }

        _output.Write(Encoding.UTF8.GetString(_line.WrittenSpan));
        _output.Write('\n');
    }

    public void Dispose() => _json.Dispose();

    private void WriteObject(RecordRow row)
    {
        _json.WriteStartObject();
        _json.WriteNumber("number", row.Number);
        if (row.Round is { } round)
            _json.WriteString("round", round);
        else
            _json.WriteNull("round");
        _json.WriteNumber("contenders", row.Contenders);
        _json.WriteString("winner", row.Winner);
        if (row.Details is { } details)
        {
            _json.WriteString("profile", details.Profile);
            _json.WriteString("decided_at", details.DecidedAt);
            _json.WritePropertyName("places");
            _json.WriteRawValue(details.Places);
        }

        _json.WriteString("details_hash", row.DetailsHash);
        _json.WriteString("hash", row.Hash);
        _json.WriteEndObject();
        _json.Flush();
    }
}
