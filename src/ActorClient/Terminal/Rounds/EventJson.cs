using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorClient.Terminal.Rounds;

/// <summary>What happens in a named round as JSON: one object, in one line (docs/client.md).</summary>
internal static class EventJson
{
    // Nobody puts the lines into a web page: texts stay readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Something that happened.</summary>
    public static string Of(RoundEvent happened, RoundName round) => happened switch
    {
        RoundEvent.ServerAwaited => Line("server-awaited", round),
        RoundEvent.Connected => Line("connected", round),
        RoundEvent.Watching => Line("watching", round),
        RoundEvent.Joined joined => Line("joined", round, json => WriteSeat(json, joined.Id, joined.Seats, joined.Of)),
        RoundEvent.Seated seated => Line("seated", round, json => WriteSeat(json, seated.Id, seated.Seats, seated.Of)),
        RoundEvent.Ready ready => Line("ready", round, json => WriteIds(json, ready.Ids)),
        RoundEvent.Sent sent => Line("sent", round, json => json.WriteString("text", sent.Text)),
        RoundEvent.Received received => Line("received", round, json => json.WriteString("text", received.Text)),
        RoundEvent.Refused refused => Line("refused", round, json => WriteError(json, refused.Error.Code, refused.Error.Sentence)),
        RoundEvent.Decided decided => Line("verdict", round, json => WriteVerdict(json, decided)),
        RoundEvent.Expired => Line("expired", round),
        RoundEvent.ConnectionLost lost => Line("connection-lost", round, json =>
        {
            json.WriteString("message", lost.Reason);
            json.WriteNumber("retryMs", (long)lost.Delay.TotalMilliseconds);
        }),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "no event of a round"),
    };

    /// <summary>What became of a claim.</summary>
    public static string Of(ClaimOutcome outcome) => Line("claim", outcome.Verdict.Round, json =>
    {
        json.WriteBoolean("won", outcome.IsWinner);
        json.WriteString("winner", outcome.Winner.Value);
        json.WriteString("text", outcome.WinnerText);
        json.WriteNumber("number", outcome.Number);
    });

    /// <summary>Why there is no verdict.</summary>
    public static string OfError(RoundFailure failure, RoundName round) =>
        Line("error", round, json => WriteError(json, failure.Code, failure.Sentence));

    private static string Line(string name, RoundName round, Action<Utf8JsonWriter>? write = null)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Options))
        {
            json.WriteStartObject();
            json.WriteString("event", name);
            json.WriteString("round", round.Value);
            write?.Invoke(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
    }

    private static void WriteSeat(Utf8JsonWriter json, ContenderId id, int seats, int of)
    {
        json.WriteString("id", id.Value);
        json.WriteNumber("seats", seats);
        json.WriteNumber("of", of);
    }

    private static void WriteIds(Utf8JsonWriter json, IReadOnlyList<ContenderId> ids)
    {
        json.WriteStartArray("ids");
        foreach (var id in ids)
            json.WriteStringValue(id.Value);
        json.WriteEndArray();
    }

    private static void WriteError(Utf8JsonWriter json, string code, string sentence)
    {
        json.WriteString("code", code);
        json.WriteString("message", sentence);
    }

    private static void WriteVerdict(Utf8JsonWriter json, RoundEvent.Decided decided)
    {
        var verdict = decided.Verdict;
        json.WriteNumber("number", verdict.Number);
        json.WriteString("sentence", verdict.Sentence);
        if (decided.WasDecidedBefore)
            json.WriteBoolean("decidedBefore", true);
        json.WriteStartArray("places");
        foreach (var place in verdict.Places)
        {
            json.WriteStartObject();
            json.WriteNumber("place", place.Place);
            json.WriteNumber("arrived", place.Arrived);
            json.WriteString("id", place.Id.Value);
            if (place.Gap.Nanoseconds is { } gap)
                json.WriteNumber("gapNs", gap);
            else
                json.WriteNull("gapNs");
            json.WriteString("basis", place.Basis.Word());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
