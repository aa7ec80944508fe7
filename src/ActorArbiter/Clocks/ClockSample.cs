namespace ActorArbiter.Clocks;

/// <summary>Two clocks of this host, read at the same moment; in nanoseconds.</summary>
/// <param name="Realtime">The system's clock, since the Unix epoch: people and programs can set it.</param>
/// <param name="Boottime">The time since the machine was started: nobody can set it.</param>
internal readonly record struct ClockSample(long Realtime, long Boottime)
{
    /// <summary>What moves when the system's clock is set, and at no other time by much.</summary>
    public long Offset => Realtime - Boottime;
}
