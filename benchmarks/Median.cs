namespace Benchmarks;

/// <summary>The value in the middle.</summary>
internal static class Median
{
    /// <summary>The median; 0 of no values.</summary>
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>
    /// The median of the ratios of values that were measured at the same time: less of what comes and goes is in it than in the ratio
    /// of the medians.
    /// </summary>
    public static double OfRatios(IEnumerable<double> values, IEnumerable<double> others) =>
        Of(values.Zip(others, (value, other) => value / other));
}
