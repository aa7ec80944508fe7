namespace ActorArbiter.Tests.History;

/// <summary>How a client behaves when it tries to play a round.</summary>
internal enum Manner
{
    /// <summary>It joins, sends its message and waits for the verdict.</summary>
    Plain,

    /// <summary>It sends two messages.</summary>
    Twice,

    /// <summary>It also sends lines that make no sense.</summary>
    Confused,

    /// <summary>It closes its sending side behind its message.</summary>
    HalfClosed,

    /// <summary>It gives its seat up, and comes back.</summary>
    Leaving,

    /// <summary>It closes, with or without a part of its message sent, and comes back.</summary>
    ClosedBefore,

    /// <summary>It is reset, with or without a part of its message sent, and comes back.</summary>
    ResetBefore,

    /// <summary>It closes behind its message, and comes back.</summary>
    ClosedAfter,

    /// <summary>It is reset behind its message, and comes back.</summary>
    ResetAfter,
}
