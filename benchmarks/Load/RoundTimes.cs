using HdrHistogram;

namespace Benchmarks.Load;

/// <summary>How long rounds took: a histogram with three significant digits, that takes times without allocating.</summary>
internal sealed class RoundTimes
{
    private const int Digits = 3;
    private const double NanosecondsPerMicrosecond = 1000;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly LongHistogram _histogram = new((long)Longest.TotalNanoseconds, Digits);

    /// <summary>Takes the time of a round.</summary>
    /// <exception cref="IndexOutOfRangeException">It is more than a minute.</exception>
    public void Add(TimeSpan time) => _histogram.RecordValue((long)time.TotalNanoseconds);

    /// <summary>Takes all times of <paramref name="other"/>.</summary>
    public void Add(RoundTimes other) => _histogram.Add(other._histogram);

    /// <summary>In microseconds, what no more than this share of the rounds took; 50 is the median.</summary>
    public double Percentile(double percent) => _histogram.GetValueAtPercentile(percent) / NanosecondsPerMicrosecond;
}
