namespace Benchmarks.Hostile.Scenarios;

/// <summary>What the server has to tell a hostile client.</summary>
internal static class Expect
{
    /// <exception cref="BenchmarkException">It told something else.</exception>
    public static void Error(string code, string line)
    {
        if (!line.StartsWith($"ERROR {code} ", StringComparison.Ordinal))
            throw new BenchmarkException($"a client was told '{line}', not ERROR {code}");
    }
}
