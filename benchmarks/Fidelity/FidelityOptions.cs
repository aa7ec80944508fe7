namespace Benchmarks.Fidelity;

/// <summary>What is measured, and how often.</summary>
internal sealed record FidelityOptions
{
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>The times between the two messages of a round, in microseconds.</summary>
    public required IReadOnlyList<int> Gaps { get; init; }

    /// <summary>How many rounds are played at each gap.</summary>
    public required int Rounds { get; init; }

    /// <summary>Whether claims are played, or else classic rounds.</summary>
    public required bool Claims { get; init; }

    /// <summary>Whether the servers are made to collect garbage all the time.</summary>
    public required bool ForceCollections { get; init; }

    /// <summary>Whether the servers are stopped and continued while rounds are played.</summary>
    public required bool StopAndContinue { get; init; }

    /// <summary>What the random numbers follow from: who is first, and how long the pauses are.</summary>
    public required int Seed { get; init; }

    /// <summary>Where the JSON report goes.</summary>
    public required string ReportFile { get; init; }
}
