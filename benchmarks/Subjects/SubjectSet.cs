using Benchmarks.Load;

namespace Benchmarks.Subjects;

/// <summary>The subjects of one measurement, and their servers. Disposing ends them all.</summary>
/// <param name="interrupted">Ends the playing.</param>
internal sealed class SubjectSet(CancellationToken interrupted) : IDisposable
{
    private readonly List<IServer> _servers = [];
    private readonly List<Subject> _subjects = [];

    /// <summary>Takes a server over; the result is the same.</summary>
    public IServer Own(IServer server)
    {
        _servers.Add(server);
        return server;
    }

    /// <summary>Adds a subject.</summary>
    /// <param name="server">One of its servers.</param>
    /// <param name="pairs">How many pairs of contenders play.</param>
    /// <param name="protocol">What they say, and have to be told.</param>
    /// <exception cref="BenchmarkException">The server cannot be reached.</exception>
    public void Add(IServer server, int pairs, IRoundProtocol protocol) =>
        _subjects.Add(new Subject(server, pairs, protocol, interrupted));

    /// <summary>Has them play in turn once they are warm, and ends the servers; the result is what was measured of each.</summary>
    /// <param name="slice">How long each plays in one go.</param>
    /// <exception cref="BenchmarkException">A server failed, or told something wrong.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public IReadOnlyList<SubjectRates> Measure(TimeSpan slice)
    {
        var rates = WarmUp();
        Turns.Play(rates, rate => rate.Measure(slice));
        End();
        return rates;
    }

    /// <summary>Has each play until it is warm; the result is where to measure them.</summary>
    /// <exception cref="BenchmarkException">A contender was told something wrong, or nothing.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public IReadOnlyList<SubjectRates> WarmUp()
    {
        foreach (var subject in _subjects)
            subject.Play(Turns.WarmUp);
        return _subjects.ConvertAll(subject => new SubjectRates(subject));
    }

    /// <summary>Ends the servers in order, and checks what each told in all.</summary>
    /// <exception cref="BenchmarkException">That is wrong.</exception>
    public void End()
    {
        foreach (var subject in _subjects)
            subject.CheckAll();
        foreach (var server in _servers)
            server.End(_subjects.Where(subject => subject.Server == server).Sum(subject => subject.Rounds));
    }

    public void Dispose()
    {
        foreach (var owned in _subjects.Concat<IDisposable>(_servers))
            owned.Dispose();
    }
}
