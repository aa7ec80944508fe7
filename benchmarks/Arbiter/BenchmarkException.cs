namespace Benchmarks.Arbiter;

/// <summary>A measurement that cannot be trusted: the server or a client did what it must never do.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
