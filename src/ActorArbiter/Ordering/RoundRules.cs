namespace ActorArbiter.Ordering;

/// <summary>When a round is decided, and with whom.</summary>
/// <param name="Contenders">How many arrivals decide it, at least one.</param>
internal readonly record struct RoundRules(int Contenders)
{
    /// <summary>It is decided this long after its first arrival, with whoever arrived within it.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>It is decided this long after it was opened, with whoever arrived by then.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>
    /// How long it is kept open when more could still come, so that a message which arrived in time and was read late has
    /// its place. Zero: not at all.
    /// </summary>
    public TimeSpan Settle { get; init; }

    /// <summary>
    /// Whether more contenders may come than have a place, so that even a complete round must settle.
    /// </summary>
    public bool IsClaim => Contenders == 1 && Settle > TimeSpan.Zero;
}
