namespace ActorArbiter.Ordering;

/// <summary>Who read the clock for a receive stamp. It is always the system's, so that all stamps can be compared.</summary>
internal enum StampSource : byte
{
    /// <summary>There is no stamp.</summary>
    None,

    /// <summary>This program, when it had read the bytes: an upper bound.</summary>
    Read,

    /// <summary>The kernel, as the segment came.</summary>
    Kernel,
}
