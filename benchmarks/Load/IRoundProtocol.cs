namespace Benchmarks.Load;

/// <summary>What the two contenders of a round say, and what they have to be told.</summary>
internal interface IRoundProtocol
{
    /// <summary>Whether a contender's connection stays open for its next round; else each message has one of its own.</summary>
    bool IsSession { get; }

    /// <summary>Writes what a contender says in a round.</summary>
    /// <param name="round">The round; each is played once.</param>
    /// <param name="contender">0 or 1.</param>
    /// <param name="request">Where to; the result is how many bytes it takes.</param>
    int WriteRequest(long round, int contender, Span<byte> request);

    /// <summary>Checks what both were told, without the line feeds.</summary>
    /// <param name="pair">Who played the round.</param>
    /// <param name="round">The round.</param>
    /// <param name="one">What contender 0 was told.</param>
    /// <param name="other">What contender 1 was told.</param>
    /// <exception cref="BenchmarkException">It is wrong.</exception>
    void Check(int pair, long round, ReadOnlySpan<byte> one, ReadOnlySpan<byte> other);

    /// <summary>Checks what was told of all rounds together, once none is played any more.</summary>
    /// <exception cref="BenchmarkException">It is wrong.</exception>
    void CheckAll();
}
