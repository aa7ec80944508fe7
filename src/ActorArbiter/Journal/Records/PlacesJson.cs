using System.Text.Json;
using ActorArbiter.Protocol;

namespace ActorArbiter.Journal.Records;

/// <summary>
/// The places of a recorded verdict as JSON (RFC 8259), in order:
/// <c>[{"id":"X","text":"Alice","stamp":1795374114123456789,"clock":"kernel","gap":0,"basis":"kernel"}]</c>. A stamp, its clock and
/// a gap may be null; <c>"late":true</c> follows where the stamp is an upper bound.
/// </summary>
internal static class PlacesJson
{
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    private static readonly JsonEncodedText Stamp = JsonEncodedText.Encode("stamp");
    private static readonly JsonEncodedText Clock = JsonEncodedText.Encode("clock");
    private static readonly JsonEncodedText Gap = JsonEncodedText.Encode("gap");
    private static readonly JsonEncodedText Basis = JsonEncodedText.Encode("basis");
    private static readonly JsonEncodedText Late = JsonEncodedText.Encode("late");

    /// <summary>Writes <paramref name="places"/>, and flushes.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<RecordedPlace> places)
    {
        json.WriteStartArray();
        foreach (var place in places)
            Write(json, place);
        json.WriteEndArray();
        json.Flush();
    }

    /// <summary>The places that <paramref name="json"/> tells.</summary>
    /// <exception cref="FormatException">It tells none, or is no JSON.</exception>
    public static IReadOnlyList<RecordedPlace> Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return [.. document.RootElement.EnumerateArray().Select(Read)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // No JSON, a value of another type, or a property that is missing.
            throw new FormatException("its places cannot be read", e);
        }
    }

    private static void Write(Utf8JsonWriter json, RecordedPlace place)
    {
        json.WriteStartObject();
        json.WriteString(Id, place.Message.Id.Value);
        json.WriteString(Text, place.Message.Text);
        if (place.Stamp is { } stamp)
        {
            json.WriteNumber(Stamp, stamp.Nanoseconds);
            json.WriteString(Clock, stamp.Clock.Word());
        }
        else
        {
            json.WriteNull(Stamp);
            json.WriteNull(Clock);
        }

        if (place.Gap is { } gap)
            json.WriteNumber(Gap, gap);
        else
            json.WriteNull(Gap);
        json.WriteString(Basis, place.Basis.Word());
        if (place.Stamp is { IsLate: true })
            json.WriteBoolean(Late, true);
        json.WriteEndObject();
    }

    private static RecordedPlace Read(JsonElement place)
    {
        var gap = place.GetProperty(Gap.EncodedUtf8Bytes);
        var word = place.GetProperty(Basis.EncodedUtf8Bytes).GetString();
        return new RecordedPlace(
            new ClientMessage(
                ContenderId.Parse(place.GetProperty(Id.EncodedUtf8Bytes).GetString() ?? ""),
                place.GetProperty(Text.EncodedUtf8Bytes).GetString() ?? throw new FormatException("a text is null")),
            ReadStamp(place),
            gap.ValueKind == JsonValueKind.Null ? null : ReadInteger(gap),
            BasisWords.TryParse(word, out var basis) ? basis : throw new FormatException($"'{word}' is not a basis"));
    }

    private static RecordedStamp? ReadStamp(JsonElement place)
    {
        if (place.GetProperty(Clock.EncodedUtf8Bytes).GetString() is not { } word)
            return null;
        var isLate = place.TryGetProperty(Late.EncodedUtf8Bytes, out var late) && late.GetBoolean();
        return new RecordedStamp(
            RecordedClockWords.Parse(word), ReadInteger(place.GetProperty(Stamp.EncodedUtf8Bytes)), isLate);
    }

    private static long ReadInteger(JsonElement value) => value.TryGetInt64(out var number)
        ? number
        : throw new FormatException($"{value.GetRawText()} is not a whole number of 64 bits");
}
