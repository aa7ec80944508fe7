using System.Net;

namespace Benchmarks.Subjects;

/// <summary>What decides rounds: a server in a process of its own.</summary>
internal interface IServer : IDisposable
{
    string Name { get; }

    /// <summary>Where the load connects to.</summary>
    IPEndPoint Address { get; }

    /// <summary>The processor time that it has used so far.</summary>
    TimeSpan ProcessorTime { get; }

    /// <summary>How many bytes it has allocated on a garbage-collected heap so far; <see langword="null"/> if it has none.</summary>
    long? CountAllocatedBytes();

    /// <summary>Ends it, and checks what it counted.</summary>
    /// <param name="rounds">How many rounds it told in all.</param>
    /// <exception cref="BenchmarkException">It counted something else.</exception>
    void End(long rounds);
}
