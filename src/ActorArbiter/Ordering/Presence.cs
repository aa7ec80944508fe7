namespace ActorArbiter.Ordering;

/// <summary>How much of the connection is left behind a message that waits; who has more of it goes first.</summary>
internal enum Presence
{
    /// <summary>Open in both directions.</summary>
    Connected,

    /// <summary>The client closed its sending side: it may be gone or may still listen.</summary>
    HalfClosed,

    /// <summary>Nobody can be told any more.</summary>
    Lost,
}
