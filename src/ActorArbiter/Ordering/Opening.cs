namespace ActorArbiter.Ordering;

/// <summary>What opened a round.</summary>
/// <param name="Stamp">When it reached this host.</param>
/// <param name="At">When the ordering actor took it, on its own clock.</param>
/// <param name="Sequence">Its place in the ordering actor's mailbox.</param>
internal readonly record struct Opening(ReceiveStamp Stamp, TimeSpan At, long Sequence);
