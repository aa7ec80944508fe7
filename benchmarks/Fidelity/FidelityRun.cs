using System.Diagnostics;

namespace Benchmarks.Fidelity;

/// <summary>
/// The measurement as a whole: gap by gap all columns, so that what is compared is played within the same seconds.
/// </summary>
internal sealed class FidelityRun(FidelityOptions options, CancellationToken interrupted)
{
    /// <summary>Plays all rounds, shows the results as they come, and reports them; the result is the exit code.</summary>
    public int Play(TextWriter output)
    {
        var started = Stopwatch.GetTimestamp();
        var table = new FidelityTable(options, output);
        table.WriteHead();
        var cells = new List<CellResult>();
        foreach (var gap in options.Gaps)
        {
            table.WriteGap(gap);
            foreach (var column in options.Columns)
            {
                var random = new Random(unchecked(options.Seed + (cells.Count * 7919)));
                var cell = new CellRun(column, gap, options, random, interrupted).Play();
                table.Write(cell);
                cells.Add(cell);
            }

            table.EndRow();
        }

        var outcome = FidelityOutcome.Of(options, cells);
        table.WriteTotals(outcome);
        return FidelityReport.Write(options, outcome, Stopwatch.GetElapsedTime(started), output);
    }
}
