using System.Net;

namespace Benchmarks.Subjects;

/// <summary>What decides rounds: a server in a process of its own.</summary>
internal interface IServer : IDisposable
{
    ServerKind Kind { get; }

    /// <summary>What it is called in tables.</summary>
    string Name { get; }

    /// <summary>The process.</summary>
    int Id { get; }

    /// <summary>Where the load connects to.</summary>
    IPEndPoint Address { get; }

    /// <summary>The processor time that it has used so far.</summary>
    TimeSpan ProcessorTime { get; }

    /// <summary>How many bytes it has allocated on a garbage-collected heap so far; <see langword="null"/> if it has none.</summary>
    long? CountAllocatedBytes();

    /// <summary>Has it collect all garbage, if it has any, and give memory back. Returns before that is done.</summary>
    void Collect();

    /// <summary>Ends it, and checks what it counted.</summary>
    /// <param name="rounds">How many rounds it told in all.</param>
    /// <exception cref="BenchmarkException">It counted something else.</exception>
    void End(long rounds);
}
