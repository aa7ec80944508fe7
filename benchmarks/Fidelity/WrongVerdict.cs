namespace Benchmarks.Fidelity;

/// <summary>A verdict that is not the order of sending.</summary>
/// <param name="Round">The number of the round, from 0.</param>
/// <param name="First">Who sent first.</param>
/// <param name="Gap">How long after it the other sent, in microseconds.</param>
internal sealed record WrongVerdict(int Round, char First, double Gap);
