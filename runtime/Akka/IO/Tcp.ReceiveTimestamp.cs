using System.Diagnostics;

namespace Akka.IO;

public partial class Tcp
{
    /// <summary>
    /// What a <see cref="ReceiveTimestamp"/> was read from. An extension of the bundled runtime: Akka.NET 1.5.30 does not have it.
    /// </summary>
    public enum ReceiveTimestampSource
    {
        /// <summary>There is no timestamp.</summary>
        None,

        /// <summary>This process's monotonic clock, read once right after the bytes were received.</summary>
        Clock,

        /// <summary>The kernel (<c>SO_TIMESTAMPNS</c>, socket(7)), when the bytes reached this host.</summary>
        Kernel,
    }

    /// <summary>
    /// When the newest byte of a <see cref="Received"/> came. Those of different sources cannot be compared. An extension of
    /// the bundled runtime: Akka.NET 1.5.30 does not have it.
    /// </summary>
    /// <param name="Source">What it was read from; <c>default</c> is <see cref="ReceiveTimestampSource.None"/>.</param>
    /// <param name="Nanoseconds">
    /// <see cref="ReceiveTimestampSource.Kernel"/>: since the Unix epoch, on the clock that can be set (<c>CLOCK_REALTIME</c>).
    /// <see cref="ReceiveTimestampSource.Clock"/>: on the scale of <see cref="Stopwatch"/>.
    /// <see cref="ReceiveTimestampSource.None"/>: 0.
    /// </param>
    /// <param name="MayBeLate">
    /// Only of the kernel's: more bytes or the end of the stream were there behind these, or may have been, as the read took
    /// all it had room for. The kernel keeps one timestamp, the latest, of segments that it joins. The bytes came then or
    /// earlier.
    /// </param>
    public readonly record struct ReceiveTimestamp(
        ReceiveTimestampSource Source, long Nanoseconds, bool MayBeLate = false)
    {
        private const long NanosecondsPerSecond = 1_000_000_000;

        /// <summary>The monotonic clock's, read now.</summary>
        internal static ReceiveTimestamp OfClock() =>
            new(ReceiveTimestampSource.Clock, InNanoseconds(Stopwatch.GetTimestamp()));

        // A stopwatch already counts nanoseconds on Unix.
        private static long InNanoseconds(long ticks) =>
            Stopwatch.Frequency == NanosecondsPerSecond
                ? ticks
                : (long)((Int128)ticks * NanosecondsPerSecond / Stopwatch.Frequency);
    }
}
