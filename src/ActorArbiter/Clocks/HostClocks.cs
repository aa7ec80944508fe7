using System.Runtime.InteropServices;

namespace ActorArbiter.Clocks;

/// <summary>The clocks of a 64-bit Linux, clock_gettime(2).</summary>
internal sealed partial class HostClocks : IHostClocks
{
    /// <summary>How far apart two readings around a third may be, in nanoseconds; farther, and this thread was interrupted.</summary>
    private const long MaxWidth = 20_000;

    private const int MaxAttempts = 100;
    private const int ClockRealtime = 0;
    private const int ClockBoottime = 7;

    private HostClocks()
    {
    }

    /// <summary>The clocks of this host; none where there are no kernel stamps either.</summary>
    public static IHostClocks? System { get; } =
        OperatingSystem.IsLinux() && Environment.Is64BitProcess ? new HostClocks() : null;

    public ClockSample Read()
    {
        var (narrowest, width) = ReadOnce();
        for (var attempt = 1; width > MaxWidth && attempt < MaxAttempts; attempt++)
        {
            var (sample, otherWidth) = ReadOnce();
            if (otherWidth < width)
                (narrowest, width) = (sample, otherWidth);
        }

        return narrowest;
    }

    private static (ClockSample Sample, long Width) ReadOnce()
    {
        var before = Now(ClockBoottime);
        var realtime = Now(ClockRealtime);
        var width = Now(ClockBoottime) - before;
        return (new ClockSample(realtime, before + (width / 2)), width);
    }

    private static long Now(int clock)
    {
        // It cannot fail: both clocks have been there since Linux 2.6.39, and the address is good.
        _ = ClockGetTime(clock, out var time);
        return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [SuppressGCTransition]
    private static partial int ClockGetTime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Timespec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
