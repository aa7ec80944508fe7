namespace ActorArbiter.Connections;

/// <summary>How long a connection waits for what, and how much waits for its client.</summary>
internal sealed record ConnectionOptions
{
    /// <summary>A line without an end is complete when nothing came for this long.</summary>
    public required TimeSpan QuietTime { get; init; }

    /// <summary>A line must be complete this long after its first byte.</summary>
    public required TimeSpan LineTimeout { get; init; }

    /// <summary>A client that is owed nothing must send something this often.</summary>
    public required TimeSpan IdleTimeout { get; init; }

    /// <summary>How long a client has to close after the server did.</summary>
    public required TimeSpan Linger { get; init; }

    /// <summary>
    /// The most bytes that wait for a session's client to read them; what was delivered at once may exceed it by itself. A
    /// client that lets more pile up is cut.
    /// </summary>
    public required int MaxUnreadOutput { get; init; }

    /// <summary>The clock that tells whether a timer is late; it has no part in the order of arrivals.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
