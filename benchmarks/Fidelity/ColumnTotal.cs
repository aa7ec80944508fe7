using Benchmarks.Arbiter;

namespace Benchmarks.Fidelity;

/// <summary>A column over all gaps.</summary>
/// <param name="Column">The column.</param>
/// <param name="Rounds">How many rounds were played and checked.</param>
/// <param name="Wrong">How many of their verdicts were not the order of sending.</param>
/// <param name="Told">What the servers say that they told, to all clients.</param>
internal sealed record ColumnTotal(Column Column, int Rounds, int Wrong, ToldVerdicts Told)
{
    public static ColumnTotal Of(Column column, IReadOnlyCollection<CellResult> cells) => new(
        column,
        cells.Sum(cell => cell.Rounds),
        cells.Sum(cell => cell.Wrong.Count),
        cells.Aggregate(ToldVerdicts.None, (sum, cell) => sum + (cell.Told ?? ToldVerdicts.None)));
}
