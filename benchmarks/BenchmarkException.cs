namespace Benchmarks;

/// <summary>A measurement that cannot be trusted: what was measured did not do what it has to do.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
