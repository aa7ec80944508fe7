using Benchmarks.Load;

namespace Benchmarks.Subjects;

/// <summary>The subjects of one measurement, and their servers. Disposing ends them all.</summary>
/// <param name="interrupted">Ends the playing.</param>
internal sealed class SubjectSet(CancellationToken interrupted) : IDisposable
{
    private readonly List<IServer> _servers = [];
    private readonly List<Subject> _subjects = [];

    /// <summary>Adds a subject, and takes its server over.</summary>
    /// <param name="server">The server, of this subject alone or of several.</param>
    /// <param name="pairs">How many pairs of contenders play.</param>
    /// <param name="protocol">What they say, and have to be told.</param>
    /// <exception cref="System.Net.Sockets.SocketException">The server cannot be reached.</exception>
    public void Add(IServer server, int pairs, IRoundProtocol protocol)
    {
        if (!_servers.Contains(server))
            _servers.Add(server);
        _subjects.Add(new Subject(server, pairs, protocol, interrupted));
    }

    /// <summary>Has each play until it is warm; the result is where to measure them.</summary>
    /// <inheritdoc cref="Subject.Play"/>
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
