using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ActorArbiter.Journal.Export;
using ActorArbiter.Journal.Records;
using ActorArbiter.Journal.Storage;
using ActorArbiter.Protocol;

using static ActorArbiter.Tests.Journal.Export.ExportedRecords;

namespace ActorArbiter.Tests.Journal.Export;

public sealed class JsonLinesWriterSpecs
{
    [Fact]
    public void A_record_is_a_line_with_all_that_is_stored()
    {
        var row = Of("build-7", Place("X", "Alice"), Place("Y", "Bob", 312));

        Assert.Equal(
            """
            {"number":1,"round":"build-7","contenders":2,"winner":"X: Alice",
            "profile":"session","decided_at":"2026-05-01T17:30:00.250000Z","places":[
            {"id":"X","text":"Alice","stamp":1795374114123456789,"clock":"kernel","gap":0,"basis":"kernel"},
            {"id":"Y","text":"Bob","stamp":1795374114123457101,"clock":"kernel","gap":312,"basis":"kernel"}],
            """.ReplaceLineEndings("")
            + $"\"details_hash\":\"{Encoding.ASCII.GetString(row.DetailsHash)}\",\"hash\":\"{Encoding.ASCII.GetString(row.Hash)}\"}}\n",
            Json(row));
    }

    [Fact]
    public void A_round_without_a_name_is_null() =>
        Assert.Contains("\"round\":null,", Json(Of(null, Place("X", "Alice"))), StringComparison.Ordinal);

    [Fact]
    public void What_was_pruned_is_left_out()
    {
        var row = Of(null, Place("X", "Alice")).Pruned();

        Assert.Equal(
            $"{{\"number\":1,\"round\":null,\"contenders\":1,\"winner\":\"X: Alice\",\"details_hash\":\"{Encoding.ASCII.GetString(row.DetailsHash)}\",\"hash\":\"{Encoding.ASCII.GetString(row.Hash)}\"}}\n",
            Json(row));
    }

    [Theory]
    [InlineData(null, "Alice")]
    [InlineData("build-7", "Grüße 日本 🎉 \ufffd")]
    [InlineData("build-7", "\"places\":[1],\"details_hash\":\"\\")]
    public void The_hashes_can_be_computed_from_a_line(string? round, string text)
    {
        var line = Json(Of(round, Place("X", text), Place("Y", "Bob", null, Basis.Mailbox))).TrimEnd('\n');
        var record = JsonDocument.Parse(line).RootElement;
        var places = line[(line.IndexOf("\"places\":", StringComparison.Ordinal) + 9)..];
        places = places[..places.LastIndexOf(",\"details_hash\":", StringComparison.Ordinal)];

        var details = Sha256(Text(record, "profile"), Text(record, "decided_at"), places);
        var hash = Sha256(
            JournalSchema.Genesis,
            record.GetProperty("number").GetRawText(),
            Text(record, "round"),
            record.GetProperty("contenders").GetRawText(),
            Text(record, "winner"),
            details);

        Assert.Equal(Text(record, "details_hash"), details);
        Assert.Equal(Text(record, "hash"), hash);
    }

    [Fact]
    public void A_record_that_makes_no_sense_is_named()
    {
        var row = Of(null, Place("X", "Alice"));
        row.Details!.Places[0] = (byte)'x';

        Assert.Equal("record 1 makes no sense: its places are no JSON", Assert.Throws<FormatException>(() => Json(row)).Message);
    }

    private static string Json(RecordRow row) => Written(output => new JsonLinesWriter(output), row);

    private static string Text(JsonElement record, string property) => record.GetProperty(property).GetString() ?? "";

    private static string Sha256(params string[] lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")))));
}
