namespace ActorArbiter.Ordering;

/// <summary>How far a round is.</summary>
internal enum RoundPhase
{
    /// <summary>It waits for messages.</summary>
    Open,

    /// <summary>Its time is over; messages that arrived before that and were not read yet still count.</summary>
    Settling,

    /// <summary>It takes no message any more, and can be decided.</summary>
    Closed,
}
