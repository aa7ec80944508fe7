using System.Globalization;

namespace Benchmarks.Fidelity;

/// <summary>The results for people: a row for each gap, its cells as they come.</summary>
internal sealed class FidelityTable(FidelityOptions options, TextWriter output)
{
    private const int GapWidth = 8;
    private const int WrongWidth = 15;
    private const int KernelWidth = 11;

    public void WriteHead()
    {
        var disturbances =
            (options.ForceCollections ? ", forced garbage collections" : "")
            + (options.StopAndContinue ? ", stopped and continued" : "");
        Line($"{options.Rounds} {(options.Claims ? "claims" : "rounds")} a gap{disturbances}; seed {options.Seed}");
        Line($"wrong: verdicts that are not the order of sending; kernel: verdicts decided by the kernel's stamps");
        output.WriteLine();
        output.Write(new string(' ', GapWidth));
        foreach (var column in options.Columns)
            output.Write(column.ToString().PadLeft(WrongWidth + KernelWidth));
        output.WriteLine();
        output.Write("gap, us".PadLeft(GapWidth));
        foreach (var _ in options.Columns)
            output.Write("wrong".PadLeft(WrongWidth) + "kernel".PadLeft(KernelWidth));
        output.WriteLine();
    }

    public void WriteGap(int microseconds) =>
        output.Write(microseconds.ToString(CultureInfo.InvariantCulture).PadLeft(GapWidth));

    public void Write(CellResult cell)
    {
        if (cell.Failure is not null)
            output.Write("failed".PadLeft(WrongWidth) + "".PadLeft(KernelWidth));
        else
            Write(cell.Wrong.Count, cell.Rounds, cell.Told?.KernelShare);
        output.Flush();
    }

    public void EndRow() => output.WriteLine();

    public void WriteTotals(FidelityOutcome outcome)
    {
        output.Write("all".PadLeft(GapWidth));
        foreach (var total in outcome.Totals)
            Write(total.Wrong, total.Rounds, total.Told.Verdicts == 0 ? null : total.Told.KernelShare);
        output.WriteLine();
        output.WriteLine();
        foreach (var total in outcome.Totals)
        {
            var share = total.Rounds == 0 ? 0 : (double)total.Wrong / total.Rounds;
            var overtaken = options.Claims ? FormattableString.Invariant($"{total.Overtaken} overtaken; ") : "";
            Line($"{total.Column}: {share:p3} wrong; {overtaken}{total.Told}");
        }
    }

    private void Write(int wrong, int rounds, double? kernelShare)
    {
        var share = kernelShare is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:p2}") : "?";
        output.Write(string.Create(CultureInfo.InvariantCulture, $"{wrong}/{rounds}").PadLeft(WrongWidth));
        output.Write(share.PadLeft(KernelWidth));
    }

    private void Line(FormattableString text) => output.WriteLine(FormattableString.Invariant(text));
}
