using System.Runtime.InteropServices;

namespace ActorArbiter.Ordering;

/// <summary>When the last byte of a message reached this host.</summary>
/// <param name="Source">Whose clock it is; only stamps of one source have an order.</param>
/// <param name="Nanoseconds">The time on that clock.</param>
/// <param name="IsLate">
/// Whether bytes that followed the message were read with it: then the stamp is theirs, an upper bound.
/// </param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ReceiveStamp(StampSource Source, long Nanoseconds, bool IsLate = false);
