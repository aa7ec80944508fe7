using Benchmarks.Processes;

namespace Benchmarks.Hostile;

/// <summary>What one run of a scenario came to.</summary>
internal sealed record ScenarioResult
{
    public required string Scenario { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Run { get; init; }

    /// <summary>What was done.</summary>
    public required string Did { get; init; }

    /// <summary>How many rounds the well-behaved pair played meanwhile.</summary>
    public required int Rounds { get; init; }

    /// <summary>How long the longest of these took.</summary>
    public required TimeSpan WorstRound { get; init; }

    /// <summary>What the server held when it was new, after a garbage collection.</summary>
    public required ProcessUsage Rest { get; init; }

    /// <summary>What the server held before the first run, when it had decided some rounds, after a garbage collection.</summary>
    public required ProcessUsage Before { get; init; }

    public required ProcessUsage Peak { get; init; }

    /// <summary>What the server held a few seconds after the run.</summary>
    public required ProcessUsage Left { get; init; }

    /// <summary>What the server held after a garbage collection.</summary>
    public required ProcessUsage After { get; init; }
}
