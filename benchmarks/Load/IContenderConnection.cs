namespace Benchmarks.Load;

/// <summary>How a contender talks to the server: nothing blocks but connecting, and one answer is awaited at a time.</summary>
internal interface IContenderConnection : IDisposable
{
    /// <summary>Whether the answer to the last request is here, all of it.</summary>
    bool IsTold { get; }

    /// <summary>The answer, without its line feed; once <see cref="IsTold"/>.</summary>
    ReadOnlySpan<byte> Answer { get; }

    /// <summary>Sends a request.</summary>
    /// <exception cref="BenchmarkException">The kernel does not take it at once, or the server cannot be reached.</exception>
    void Send(ReadOnlySpan<byte> request);

    /// <summary>Takes what has come.</summary>
    /// <exception cref="BenchmarkException">It is more than a line, or the connection ended.</exception>
    void Receive();
}
