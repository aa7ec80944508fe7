using System.Globalization;

namespace Benchmarks.Fidelity;

/// <summary>All that was measured, and whether it shows what it has to show.</summary>
/// <param name="Cells">Each column at each gap.</param>
/// <param name="Totals">Each column over all gaps.</param>
/// <param name="Problems">Why it does not; empty if it does.</param>
internal sealed record FidelityOutcome(
    IReadOnlyList<CellResult> Cells, IReadOnlyList<ColumnTotal> Totals, IReadOnlyList<string> Problems)
{
    /// <summary>How many of the arbiter's verdicts must have been decided by exact stamps of the kernel.</summary>
    private const double KernelShare = 0.999;

    /// <summary>How many of the arbiter's claims may be overtaken when nothing disturbs the server.</summary>
    private const double OvertakenShare = 0.001;

    public bool IsPassed => Problems.Count == 0;

    public static FidelityOutcome Of(FidelityOptions options, IReadOnlyList<CellResult> cells)
    {
        ColumnTotal[] totals =
        [
            .. options.Columns.Select(column =>
                ColumnTotal.Of(column, [.. cells.Where(cell => cell.Column == column)])),
        ];
        return new FidelityOutcome(cells, totals, [.. CellProblems(cells), .. TotalProblems(options, totals)]);
    }

    private static IEnumerable<string> CellProblems(IEnumerable<CellResult> cells) =>
        from cell in cells
        let problem = Problem(cell)
        where problem is not null
        group cell by problem into same
        let first = same.First()
        let others = same.Count() > 1 ? FormattableString.Invariant($" and {same.Count() - 1} more") : ""
        select FormattableString.Invariant($"{first.Column}, gap {first.Gap} us{others}: {same.Key}");

    private static string? Problem(CellResult cell)
    {
        if (cell.Failure is not null)
            return cell.Failure;
        if (cell.Told is not { } told)
            return "the server did not log how many verdicts it told";
        if (told.Verdicts != cell.Rounds + cell.LoadRounds)
            return FormattableString.Invariant($"the server told {told.Verdicts} verdicts, but {cell.Rounds + cell.LoadRounds} rounds were played");
        if (told.Overtaken < cell.Overtaken && cell.Column.Arrangement == Arrangement.Arbiter)
            return FormattableString.Invariant($"the server counted {told.Overtaken} messages as overtaken, but {cell.Overtaken} were");
        if (cell.Places.Count > 0 && cell.Places.Values.Sum() != cell.Rounds)
            return "not every verdict said what its place rests on";
        return told.Kernel + told.KernelLate + told.Read + told.Mailbox != told.Verdicts
            ? $"the server did not log the basis of each verdict: {told}"
            : null;
    }

    private static IEnumerable<string> TotalProblems(FidelityOptions options, ColumnTotal[] totals)
    {
        foreach (var total in totals.Where(total => total.Rounds == 0))
            yield return $"{total.Column}: no round was played";
        foreach (var total in totals.Where(total => total.Column.Arrangement == Arrangement.Arbiter))
        {
            if (total.Wrong > 0)
                yield return FormattableString.Invariant($"{total.Column}: {total.Wrong} of {total.Rounds} verdicts were wrong");
            if (total.Overtaken > total.Rounds * OvertakenShare && !options.ForceCollections && !options.StopAndContinue)
                yield return FormattableString.Invariant($"{total.Column}: {total.Overtaken} of {total.Rounds} claims were overtaken");

            // Which verdicts were not is not known, so all of them are taken for verdicts of the measured rounds.
            var others = total.Told.Verdicts - total.Told.Kernel;
            if (others > total.Rounds * (1 - KernelShare))
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{total.Column}: {others} verdicts were not decided by the kernel's stamps, more than {1 - KernelShare:p1} of {total.Rounds}");
            }
        }

        var mailbox = totals.Where(total => total.Column.Arrangement == Arrangement.Mailbox).ToArray();
        if (mailbox.Length > 0 && mailbox.All(total => total.Wrong == 0))
            yield return "mailbox order shows no wrong verdict: the measurement is blind";
    }
}
