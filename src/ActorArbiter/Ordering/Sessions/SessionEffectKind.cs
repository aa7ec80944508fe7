namespace ActorArbiter.Ordering.Sessions;

/// <summary>What is to be done about a round.</summary>
internal enum SessionEffectKind
{
    /// <summary>
    /// It is decided, and is to be recorded. Nobody is told before <see cref="SessionRounds.Recorded"/> says that it is.
    /// </summary>
    Record,

    /// <summary>
    /// The journal is to be asked for it. Lines wait until <see cref="SessionRounds.LookedUp"/> tells what it said.
    /// </summary>
    LookUp,

    /// <summary>
    /// A message was read after it was decided, and has a stamp from before one that has a place. It gets none.
    /// </summary>
    Overtaken,
}
