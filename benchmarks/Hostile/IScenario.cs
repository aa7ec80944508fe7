namespace Benchmarks.Hostile;

/// <summary>Something that hostile or slow clients do to a server.</summary>
internal interface IScenario
{
    /// <summary>One word, or several with hyphens.</summary>
    string Name { get; }

    /// <summary>Does it, and returns when it is over and all its connections are closed; the result says what was done.</summary>
    /// <exception cref="BenchmarkException">The server did not answer as it has to.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The server cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">It took too long, or was interrupted.</exception>
    Task<string> RunAsync(Target target);
}
