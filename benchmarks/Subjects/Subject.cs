using Benchmarks.Load;

namespace Benchmarks.Subjects;

/// <summary>A server, and the pairs of contenders that play with it.</summary>
internal sealed class Subject : IDisposable
{
    private readonly IRoundProtocol _protocol;
    private readonly PairLoad _load;

    /// <param name="server">The server; it is its starter's to end and to dispose.</param>
    /// <param name="pairs">How many pairs of contenders play.</param>
    /// <param name="protocol">What they say, and have to be told.</param>
    /// <param name="interrupted">Ends the playing.</param>
    /// <exception cref="BenchmarkException">The server cannot be reached.</exception>
    public Subject(IServer server, int pairs, IRoundProtocol protocol, CancellationToken interrupted)
    {
        Server = server;
        Pairs = pairs;
        _protocol = protocol;
        _load = new PairLoad(server.Address, pairs, protocol, interrupted);
    }

    public IServer Server { get; }

    public int Pairs { get; }

    /// <inheritdoc cref="IRoundProtocol.IsSession"/>
    public bool IsSession => _protocol.IsSession;

    /// <summary>How many rounds were told so far, in time and after it.</summary>
    public long Rounds => _load.Rounds;

    /// <summary>Plays for <paramref name="time"/>; the result is how many rounds were told within it.</summary>
    /// <inheritdoc cref="PairLoad.Play"/>
    public long Play(TimeSpan time, RoundTimes? times = null) => _load.Play(time, times);

    /// <summary>Checks what was told in all.</summary>
    /// <exception cref="BenchmarkException">That is wrong.</exception>
    public void CheckAll() => _protocol.CheckAll();

    public void Dispose() => _load.Dispose();
}
