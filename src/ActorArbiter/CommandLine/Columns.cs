using System.Text;

namespace ActorArbiter.CommandLine;

/// <summary>Texts side by side.</summary>
internal static class Columns
{
    private const string Gap = "   ";

    /// <summary>A column a text, each as wide as its longest line, under its title.</summary>
    public static string Of(params IReadOnlyList<(string Title, string Text)> columns)
    {
        var cells = columns.Select(Cells).ToArray();
        var table = new StringBuilder();
        for (var row = 0; row < cells.Max(column => column.Length); row++)
        {
            var line = cells.Select(column => (row < column.Length ? column[row] : "").PadRight(column.Max(cell => cell.Length)));
            table.Append(string.Join(Gap, line).TrimEnd()).Append('\n');
        }

        return table.ToString();
    }

    private static string[] Cells((string Title, string Text) column)
    {
        var lines = column.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [column.Title, new string('-', column.Title.Length), .. lines];
    }
}
