using System.Text;
using ActorArbiter.Journal.Export;
using ActorArbiter.Journal.Records;
using ActorArbiter.Protocol;

using static ActorArbiter.Tests.Journal.Export.ExportedRecords;

namespace ActorArbiter.Tests.Journal.Export;

public sealed class CsvPlacesWriterSpecs
{
    private const string Header =
        "number,round,profile,decided_at,contenders,place,id,text,stamp,clock,late,gap,basis,hash\r\n";

    [Fact]
    public void A_place_is_a_line()
    {
        var row = Of("build-7", Place("X", "Alice"), Place("Y", "Bob", 312, Basis.KernelLate, isLate: true));

        Assert.Equal(
            Header
            + $"1,build-7,session,2026-05-01T17:30:00.250000Z,2,1,X,Alice,1795374114123456789,kernel,false,0,kernel,{Hash(row)}\r\n"
            + $"1,build-7,session,2026-05-01T17:30:00.250000Z,2,2,Y,Bob,1795374114123457101,kernel,true,312,kernel-late,{Hash(row)}\r\n",
            Csv(row));
    }

    [Theory]
    [InlineData(Basis.Kernel, "kernel")]
    [InlineData(Basis.Read, "read")]
    [InlineData(Basis.Clock, "clock")]
    public void The_clock_and_the_basis_are_words_of_the_journal(Basis basis, string word) => Assert.Contains(
        $",{word},false,0,{word},", Csv(Of("build-7", Place("X", "Alice", basis: basis))), StringComparison.Ordinal);

    [Fact]
    public void What_is_not_known_is_empty()
    {
        var row = Of(null, Place("X", "Alice", null, Basis.Mailbox));

        Assert.Equal($"{Header}1,,classic,2026-05-01T17:30:00.250000Z,1,1,X,Alice,,,,,mailbox,{Hash(row)}\r\n", Csv(row));
    }

    [Fact]
    public void Of_a_pruned_record_there_is_the_winner()
    {
        var row = Of("build-7", Place("X", "Alice"), Place("Y", "Bob", 312)).Pruned();

        Assert.Equal($"{Header}1,build-7,,,2,1,X,Alice,,,,,,{Hash(row)}\r\n", Csv(row));
    }

    [Fact]
    public void An_empty_journal_is_a_header() => Assert.Equal(Header, Csv());

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("Grüße 日本 🎉", "Grüße 日本 🎉")]
    public void A_text_is_quoted_where_that_is_needed(string text, string field) => AssertField(text, field);

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.com\")", "\"'=HYPERLINK(\"\"http://example.com\"\")\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    public void A_text_that_a_spreadsheet_would_take_for_a_formula_is_none(string text, string field) =>
        AssertField(text, field);

    private static void AssertField(string text, string field) =>
        Assert.Contains($",X,{field},1795374114123456789,", Csv(Of(null, Place("X", text))), StringComparison.Ordinal);

    private static string Csv(params RecordRow[] rows) => Written(output => new CsvPlacesWriter(output), rows);

    private static string Hash(RecordRow row) => Encoding.ASCII.GetString(row.Hash);
}
