namespace ActorArbiter.Clocks;

/// <summary>The clock of the kernel's stamps, as this program can read it.</summary>
internal static class SystemClock
{
    /// <summary>
    /// The system's clock in nanoseconds since the Unix epoch, an upper bound: .NET has no more than whole ticks of it, and what
    /// came in the tick must not seem to have come after now.
    /// </summary>
    public static long Now =>
        ((DateTime.UtcNow - DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick) + TimeSpan.NanosecondsPerTick - 1;
}
