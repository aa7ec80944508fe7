using ActorArbiter.Clocks;

namespace ActorArbiter.Tests.Clocks;

/// <summary>A host whose clocks stand still until they are moved, and whose system's clock can be set.</summary>
internal sealed class ManualClocks : IHostClocks
{
    private long _setBy = 1_700_000_000_000_000_000;
    private long _boottime;

    /// <summary>The system's clock, in nanoseconds since the Unix epoch.</summary>
    public long Realtime => Interlocked.Read(ref _boottime) + Interlocked.Read(ref _setBy);

    public ClockSample Read() => new(Realtime, Interlocked.Read(ref _boottime));

    /// <summary>Time passes.</summary>
    public void Advance(TimeSpan time) => Interlocked.Add(ref _boottime, Nanoseconds(time));

    /// <summary>Somebody sets the system's clock.</summary>
    public void Set(TimeSpan by) => Interlocked.Add(ref _setBy, Nanoseconds(by));

    private static long Nanoseconds(TimeSpan time) => time.Ticks * TimeSpan.NanosecondsPerTick;
}
