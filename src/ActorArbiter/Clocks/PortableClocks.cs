using System.Diagnostics;

namespace ActorArbiter.Clocks;

/// <summary>The clocks of any system, as .NET has them.</summary>
/// <remarks>
/// A monotonic clock may stand still while the machine is suspended, and may not be slewed as the system's clock is. Either
/// looks as if that had been set: rounds are left to the mailbox that need not be, and never the other way round.
/// </remarks>
internal sealed class PortableClocks : HostClocks
{
    protected override long ReadRealtime() => (DateTime.UtcNow - DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;

    protected override long ReadBoottime() => Stopwatch.GetElapsedTime(0).Ticks * TimeSpan.NanosecondsPerTick;
}
