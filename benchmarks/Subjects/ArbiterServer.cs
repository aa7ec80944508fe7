using System.Net;
using Benchmarks.Arbiter;

namespace Benchmarks.Subjects;

/// <summary>The arbiter.</summary>
internal sealed class ArbiterServer : IServer
{
    /// <summary>What this version is called in tables.</summary>
    public const string ThisName = "arbiter";

    /// <summary>What the last version is called in tables.</summary>
    public const string LastName = "last version";

    private const string MoreConnections = "arbiter.max-connections = 10000";

    private readonly ServerProcess _server;
    private readonly string? _transcript;

    /// <param name="kind">What it is.</param>
    /// <param name="name">What it is called in tables.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="interrupted">Ends it.</param>
    /// <inheritdoc cref="ServerProcess.Start"/>
    public ArbiterServer(ServerKind kind, string name, ServerOptions options, CancellationToken interrupted)
    {
        Kind = kind;
        Name = name;
        _transcript = options.Transcript;
        _server = ServerProcess.Start(
            options with { Settings = $"{MoreConnections}\n{options.Settings}", IsClassicOnly = true }, interrupted);
    }

    public ServerKind Kind { get; }

    public string Name { get; }

    public int Id => _server.Id;

    public IPEndPoint Address => _server.Classic;

    public TimeSpan ProcessorTime => _server.ProcessorTime;

    /// <summary>
    /// How many rounds are in its transcript, once it ended; <see langword="null"/> without one. The arbiter drops rounds rather than
    /// wait for whoever reads them.
    /// </summary>
    public long? PrintedRounds { get; private set; }

    public long? CountAllocatedBytes() => _server.CountAllocatedBytes();

    public void Collect() => _server.Collect();

    public void End(long rounds)
    {
        var told = _server.Stop();
        if (told?.Verdicts != rounds)
            throw new BenchmarkException($"{Name}: told were {rounds} verdicts, and the server says {told}");
        if (_transcript is not null)
            PrintedRounds = File.ReadLines(_transcript).LongCount(line => line.StartsWith("Sent acknowledgment ", StringComparison.Ordinal));
    }

    public void Dispose() => _server.Dispose();
}
