namespace Benchmarks.Start;

/// <summary>A program that is started, and how.</summary>
internal interface IStart
{
    /// <summary>What it is called in the table.</summary>
    string Name { get; }

    /// <summary>Starts the program and waits until it has done what it was started for; the result is how long that took.</summary>
    /// <exception cref="BenchmarkException">It did not do it.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    TimeSpan Measure(CancellationToken interrupted);
}
