using ActorArbiter.Protocol;

namespace Benchmarks.Fidelity;

/// <summary>A round that both contenders were told the same verdict of.</summary>
/// <param name="First">Who sent first.</param>
/// <param name="IsRight">Whether the verdict says so.</param>
/// <param name="Gap">From the return of the first send to the call of the second, in microseconds.</param>
internal sealed record PlayedRound(char First, bool IsRight, double Gap)
{
    /// <summary>What the verdict's place rests on; <see langword="null"/> if the contenders are not told.</summary>
    public Basis? Basis { get; init; }

    /// <summary>Whether the verdict is wrong because the first message was read after it, and its sender was told so.</summary>
    public bool IsOvertaken { get; init; }
}
