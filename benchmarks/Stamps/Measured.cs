namespace Benchmarks.Stamps;

/// <summary>How much was done in a time.</summary>
internal readonly record struct Measured(long Count, TimeSpan Time)
{
    public double PerSecond => Count / Time.TotalSeconds;

    public static Measured operator +(Measured left, Measured right) =>
        new(left.Count + right.Count, left.Time + right.Time);
}
