namespace ActorArbiter.Ordering;

/// <summary>Whose clock a receive stamp is from. Stamps of different sources cannot be compared.</summary>
internal enum StampSource : byte
{
    /// <summary>There is no stamp.</summary>
    None,

    /// <summary>The monotonic clock, read when the bytes were handed over.</summary>
    Clock,

    /// <summary>The kernel, which stamped the segment as it came; realtime, since the Unix epoch.</summary>
    Kernel,
}
