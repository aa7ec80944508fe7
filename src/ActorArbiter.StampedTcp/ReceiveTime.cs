namespace ActorArbiter.StampedTcp;

/// <summary>When the last byte of a read reached this host.</summary>
/// <param name="Source">Who says so.</param>
/// <param name="Nanoseconds">The time, in nanoseconds since 1970-01-01 00:00 UTC; never earlier than the truth.</param>
/// <param name="MayBeLate">
/// Whether it may be the time of something that followed the last byte: the kernel keeps the latest of what it received
/// together. Always true of <see cref="ReceiveTimeSource.Read"/>.
/// </param>
public readonly record struct ReceiveTime(ReceiveTimeSource Source, long Nanoseconds, bool MayBeLate)
{
    private const int NanosecondsPerTick = 100;

    /// <summary>The time of bytes that were read just now, where the kernel does not say when they came.</summary>
    /// <returns>The system's clock, which counts 100 ns, rounded up.</returns>
    public static ReceiveTime OfRead() => new(
        ReceiveTimeSource.Read, ((DateTime.UtcNow - DateTime.UnixEpoch).Ticks + 1) * NanosecondsPerTick, MayBeLate: true);
}
