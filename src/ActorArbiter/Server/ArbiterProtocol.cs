namespace ActorArbiter.Server;

/// <summary>What <see cref="ArbiterActor"/> is told and tells.</summary>
internal static class ArbiterProtocol
{
    /// <summary>
    /// Asks how the server ends. From the program; answered with <see cref="Outcome"/> when it has ended.
    /// </summary>
    public sealed record AwaitOutcome;

    /// <summary>
    /// Asks where the server listens. From the program; answered with <see cref="Addresses"/> when all listeners are bound,
    /// or with <see cref="Outcome"/> when that failed.
    /// </summary>
    public sealed record AwaitAddresses;

    /// <summary>Where the server listens, in the order of its listeners. To who asked.</summary>
    public sealed record Addresses(IReadOnlyList<System.Net.IPEndPoint> Bound);

    /// <summary>Stop accepting, tell who waits, and end. From the program; no reply.</summary>
    public sealed record Stop;

    /// <summary>
    /// How the server ended. To who asked.
    /// </summary>
    /// <param name="Failure">What went wrong and what to do, in one line; <see langword="null"/> when nothing did.</param>
    public sealed record Outcome(string? Failure);
}
