using System.CommandLine;
using System.CommandLine.Parsing;
using ActorArbiter.Journal;
using ActorArbiter.Journal.Export;

namespace ActorArbiter.CommandLine;

/// <summary>Writes all records, for other programs.</summary>
internal static class ExportCommand
{
    private const string Jsonl = "jsonl";
    private const string Csv = "csv";

    /// <summary>What its help text ends with.</summary>
    public const string Examples = """
        Examples:
          ActorArbiter export --format jsonl > verdicts.jsonl
          ActorArbiter export --format csv > verdicts.csv

        In csv, a text that a spreadsheet would take for a formula gets an apostrophe in front;
        jsonl has every text as it is.

        Exit codes: 0 done; 1 failed; 2 wrong usage

        """;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var format = new Option<string>("--format")
        {
            HelpName = $"{Jsonl}|{Csv}",
            Description = $"{Jsonl}: a record a line, all of it; {Csv}: a place a line, for spreadsheets. [default: {Jsonl}]",
            CustomParser = ParseFormat,
        };
        return JournalCommand.Create(
            "export",
            "Write all recorded verdicts to stdout, those that are there when it begins.",
            [format],
            (journal, parsed, output) => Write(journal, parsed.GetValue(format) == Csv, output));
    }

    internal static void Write(JournalReader journal, bool csv, CommandOutput output)
    {
        using var writer = csv ? (IRecordWriter)new CsvPlacesWriter(output.Text) : new JsonLinesWriter(output.Text);
        foreach (var records in RecordBatches.Of(journal, 0, journal.LastNumber()))
        {
            foreach (var record in records)
                writer.Write(record);
            if (!output.IsRead)
                return;
        }
    }

    private static string? ParseFormat(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text is Jsonl or Csv)
            return text;
        result.AddError($"--format is '{text}': expected {Jsonl} or {Csv}");
        return null;
    }
}
