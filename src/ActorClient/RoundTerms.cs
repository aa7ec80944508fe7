namespace ActorClient;

/// <summary>
/// What a round is opened with. The first to join sets the terms; whoever joins later may repeat them but not contradict
/// them. What is <see langword="null"/> is not said.
/// </summary>
public sealed record RoundTerms
{
    /// <summary>Says nothing: whoever opens the round with it gets a round of two.</summary>
    public static readonly RoundTerms None = new();

    /// <summary>How many messages decide the round: 1 to 106. With 1 it is a claim, which has no seats.</summary>
    public int? Of { get; init; }

    /// <summary>How long after its first message the round is decided, whoever has spoken: 1 ms to 24 h.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>How long after it was opened the round is decided, or expires: 1 ms to 24 h.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>Whether a message before all seats are taken does not count.</summary>
    public bool StartReady { get; init; }
}
