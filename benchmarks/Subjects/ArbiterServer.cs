using System.Net;
using Benchmarks.Arbiter;

namespace Benchmarks.Subjects;

/// <summary>The arbiter.</summary>
internal sealed class ArbiterServer : IServer
{
    private const string Settings = "arbiter.max-connections = 10000";

    private readonly ServerProcess _server;

    /// <param name="name">What it is called in tables.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="interrupted">Ends it.</param>
    /// <inheritdoc cref="ServerProcess.Start"/>
    public ArbiterServer(string name, ServerOptions options, CancellationToken interrupted)
    {
        Name = name;
        _server = ServerProcess.Start(options with { Settings = Settings }, interrupted);
    }

    public string Name { get; }

    public IPEndPoint Address => _server.Classic;

    public TimeSpan ProcessorTime => _server.ProcessorTime;

    public long? CountAllocatedBytes() => _server.CountAllocatedBytes();

    public void End(long rounds)
    {
        var told = _server.Stop();
        if (told?.Verdicts != rounds)
            throw new BenchmarkException($"{Name}: told were {rounds} verdicts, and the server says {told}");
    }

    public void Dispose() => _server.Dispose();
}
