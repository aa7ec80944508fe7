namespace Benchmarks.Journal;

/// <summary>What was measured of a subject, slice by slice.</summary>
internal sealed class SubjectRates(ISubject subject)
{
    private readonly List<double> _rates = [];
    private TimeSpan _ofServer;
    private TimeSpan _ofLoad;
    private long _rounds;

    public ISubject Subject { get; } = subject;

    /// <summary>Rounds per second: the median of the slices.</summary>
    public double Median => Benchmarks.Median.Of(_rates);

    public double Least => _rates.Min();

    public double Most => _rates.Max();

    /// <summary>Processor time of the server for a round, in microseconds.</summary>
    public double ServerMicroseconds => _ofServer.TotalMicroseconds / _rounds;

    /// <summary>Processor time of the load for a round, in microseconds.</summary>
    public double LoadMicroseconds => _ofLoad.TotalMicroseconds / _rounds;

    public void Measure(TimeSpan slice)
    {
        var (server, load) = (Subject.ProcessorTime, Environment.CpuUsage.TotalTime);
        var rounds = Subject.Play(slice);
        _ofServer += Subject.ProcessorTime - server;
        _ofLoad += Environment.CpuUsage.TotalTime - load;
        _rounds += rounds;
        _rates.Add(rounds / slice.TotalSeconds);
    }
}
