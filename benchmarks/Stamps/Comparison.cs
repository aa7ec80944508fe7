namespace Benchmarks.Stamps;

/// <summary>A rate with the kernel's stamps beside the same rate without.</summary>
/// <param name="Kernel">With, per second.</param>
/// <param name="Off">Without, per second.</param>
internal readonly record struct Comparison(double Kernel, double Off)
{
    public double Ratio => Kernel / Off;

    /// <summary>The median with stamps beside the median without.</summary>
    public static Comparison Medians(IReadOnlyCollection<Comparison> each) =>
        new(Median(each.Select(one => one.Kernel)), Median(each.Select(one => one.Off)));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
