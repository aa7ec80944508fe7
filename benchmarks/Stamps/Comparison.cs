namespace Benchmarks.Stamps;

/// <summary>A rate with the kernel's stamps beside the same rate without.</summary>
/// <param name="Kernel">With, per second.</param>
/// <param name="Off">Without, per second.</param>
internal readonly record struct Comparison(double Kernel, double Off)
{
    public double Ratio => Kernel / Off;
}
