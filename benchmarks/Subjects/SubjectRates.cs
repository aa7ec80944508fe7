using Benchmarks.Load;

namespace Benchmarks.Subjects;

/// <summary>What was measured of a subject, slice by slice.</summary>
internal sealed class SubjectRates(Subject subject)
{
    private readonly List<double> _rates = [];
    private readonly List<double> _medianTimes = [];
    private TimeSpan _ofServer;
    private TimeSpan _ofLoad;
    private long? _allocated = 0;
    private long _rounds;

    public Subject Subject { get; } = subject;

    /// <summary>Rounds per second, slice by slice.</summary>
    public IReadOnlyList<double> Rates => _rates;

    /// <summary>How long a round takes, in microseconds: the median of each slice.</summary>
    public IReadOnlyList<double> MedianTimes => _medianTimes;

    /// <summary>Rounds per second: the median of the slices.</summary>
    public double Median => Benchmarks.Median.Of(_rates);

    public double Least => _rates.Min();

    public double Most => _rates.Max();

    /// <summary>Processor time of the server for a round, in microseconds.</summary>
    public double ServerMicroseconds => _ofServer.TotalMicroseconds / _rounds;

    /// <summary>Processor time of the load for a round, in microseconds.</summary>
    public double LoadMicroseconds => _ofLoad.TotalMicroseconds / _rounds;

    /// <summary>What the server allocates on its heap for a round, in bytes; <see langword="null"/> if it has none.</summary>
    public double? AllocatedBytes => (double?)_allocated / _rounds;

    /// <summary>How long a round takes, in microseconds: the median of the slices' medians.</summary>
    public double MedianTime => Benchmarks.Median.Of(_medianTimes);

    /// <summary>How long the rounds of all slices took.</summary>
    public RoundTimes Times { get; } = new();

    public void Measure(TimeSpan slice)
    {
        var times = new RoundTimes();
        var (server, told) = (Subject.Server, Subject.Rounds);
        var allocated = server.CountAllocatedBytes();
        var (ofServer, ofLoad) = (server.ProcessorTime, Environment.CpuUsage.TotalTime);
        var inTime = Subject.Play(slice, times);
        _ofServer += server.ProcessorTime - ofServer;
        _ofLoad += Environment.CpuUsage.TotalTime - ofLoad;
        _allocated += server.CountAllocatedBytes() - allocated;

        _medianTimes.Add(times.Percentile(50));
        Times.Add(times);

        // What is told after the slice costs as much, but is not in the rate.
        _rounds += Subject.Rounds - told;
        _rates.Add(inTime / slice.TotalSeconds);
    }
}
