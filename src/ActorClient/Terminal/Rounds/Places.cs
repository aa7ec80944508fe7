using System.Globalization;
using ActorArbiter.Protocol;
using Spectre.Console;

namespace ActorClient.Terminal.Rounds;

/// <summary>The places of a verdict, as people read them.</summary>
internal static class Places
{
    private const int BorderAndSpaces = 3;

    private static readonly string[] Titles = ["place", "id", "gap", "basis"];

    /// <summary>Writes who came when, if there is something to compare.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="output">Where to write.</param>
    /// <param name="traits">What can be shown there.</param>
    /// <param name="width">How many columns it has.</param>
    public static void Write(RoundVerdict verdict, TextWriter output, TerminalTraits traits, int width)
    {
        if (verdict.Places is [] or [{ Arrived: 1 }])
            return;
        string[][] rows = [.. verdict.Places.Select(Cells)];
        if (traits.IsTerminal && WidthOf(rows) <= width)
            WriteTable(rows, output, traits, width);
        else
            WriteLines(rows, output);
    }

    /// <summary>A line each, as on the wire: <c>2/3 Y +1.87ms kernel</c>.</summary>
    private static void WriteLines(string[][] rows, TextWriter output)
    {
        foreach (var row in rows)
            output.WriteLine(string.Join(' ', row));
    }

    private static void WriteTable(string[][] rows, TextWriter output, TerminalTraits traits, int width)
    {
        var table = new Table { Border = traits.HasUnicode ? TableBorder.Rounded : TableBorder.Ascii };
        foreach (var title in Titles)
            table.AddColumn(title, column => column.Alignment = title is "place" or "gap" ? Justify.Right : Justify.Left);
        foreach (var row in rows)
        {
            var style = row == rows[0] ? new Style(Color.Green, decoration: Decoration.Bold) : Style.Plain;
            table.AddRow(row.Select(cell => new Text(cell, style)));
        }

        Console(output, traits, width).Write(table);
    }

    /// <summary>How many columns of the terminal a table takes.</summary>
    private static int WidthOf(string[][] rows) =>
        Titles.Select((_, column) => rows.Append(Titles).Max(row => row[column].Length) + BorderAndSpaces).Sum() + 1;

    private static string[] Cells(Placing place) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{place.Place}/{place.Arrived}"),
        place.Id.Value,
        place.Gap.ToString(),
        place.Basis.Word(),
    ];

    private static IAnsiConsole Console(TextWriter output, TerminalTraits traits, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = traits.HasColors ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = traits.HasColors ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Capabilities.Unicode = traits.HasUnicode;
        console.Profile.Width = width;
        return console;
    }
}
