namespace ActorArbiter.StampedTcp;

/// <summary>What a <see cref="StampedSocket"/> knows of itself: one field, for there are many of them.</summary>
[Flags]
internal enum SocketStates
{
    /// <summary>The owner waits for something to read.</summary>
    Awaited = 1 << 0,

    /// <summary>The owner was told so, and has not read.</summary>
    Told = 1 << 1,

    /// <summary>There may be something to read.</summary>
    Readable = 1 << 2,

    /// <summary>Something other than bytes may end a read: urgent data, or the end of the stream.</summary>
    Interrupted = 1 << 3,

    PeerEnded = 1 << 4,
    EndsWhenSent = 1 << 5,
    SendingEnded = 1 << 6,
    WritableWatched = 1 << 7,
    Closed = 1 << 8,
    Unopened = 1 << 9,
}
