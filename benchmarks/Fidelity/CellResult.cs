using ActorArbiter.Protocol;
using Benchmarks.Arbiter;

namespace Benchmarks.Fidelity;

/// <summary>What came of one column at one gap.</summary>
internal sealed record CellResult
{
    public required Column Column { get; init; }

    /// <summary>The time between the two messages of a round that was asked for, in microseconds.</summary>
    public required int Gap { get; init; }

    /// <summary>The median of what it was, in microseconds: from the return of the first send to the call of the second.</summary>
    public required double MedianGap { get; init; }

    /// <summary>How many rounds were played and checked.</summary>
    public required int Rounds { get; init; }

    /// <summary>How many rounds other clients played meanwhile.</summary>
    public required long LoadRounds { get; init; }

    /// <summary>How often the server was stopped and continued.</summary>
    public required int Stops { get; init; }

    /// <summary>The rounds whose verdict was not the order of sending, but for <see cref="Overtaken"/>.</summary>
    public required IReadOnlyList<WrongVerdict> Wrong { get; init; }

    /// <summary>How many claims went to the second message because the first was read after the verdict, as its sender was told.</summary>
    public required int Overtaken { get; init; }

    /// <summary>What the places of claims rest on, as the contenders were told.</summary>
    public required IReadOnlyDictionary<Basis, int> Places { get; init; }

    /// <summary>What the server says that it told, to all clients; <see langword="null"/> if it does not say.</summary>
    public required ToldVerdicts? Told { get; init; }

    /// <summary>Why the rest was not played; <see langword="null"/> if all was.</summary>
    public required string? Failure { get; init; }
}
