using System.Runtime.InteropServices;

namespace ActorArbiter.Ordering;

/// <summary>When the last byte of a message reached this host.</summary>
/// <param name="Source">Who read the clock.</param>
/// <param name="Nanoseconds">The system's clock, since the Unix epoch.</param>
/// <param name="IsLate">
/// Whether bytes that followed the message were read with it: then the stamp is theirs, an upper bound.
/// </param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ReceiveStamp(StampSource Source, long Nanoseconds, bool IsLate = false)
{
    /// <summary>Whether there is a stamp.</summary>
    public bool IsKnown => Source != StampSource.None;
}
