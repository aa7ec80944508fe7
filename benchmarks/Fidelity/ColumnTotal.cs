using Benchmarks.Arbiter;

namespace Benchmarks.Fidelity;

/// <summary>A column over all gaps.</summary>
/// <param name="Column">The column.</param>
/// <param name="Rounds">How many rounds were played and checked.</param>
/// <param name="Wrong">How many of their verdicts were not the order of sending, but for those overtaken.</param>
/// <param name="Overtaken">How many claims went to the second message because the first was read after the verdict.</param>
/// <param name="Told">What the servers say that they told, to all clients.</param>
internal sealed record ColumnTotal(Column Column, int Rounds, int Wrong, int Overtaken, ToldVerdicts Told)
{
    public static ColumnTotal Of(Column column, IReadOnlyCollection<CellResult> cells) => new(
        column,
        cells.Sum(cell => cell.Rounds),
        cells.Sum(cell => cell.Wrong.Count),
        cells.Sum(cell => cell.Overtaken),
        cells.Aggregate(ToldVerdicts.None, (sum, cell) => sum + (cell.Told ?? ToldVerdicts.None)));
}
