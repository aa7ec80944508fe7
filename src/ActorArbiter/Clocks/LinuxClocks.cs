using System.Runtime.InteropServices;

namespace ActorArbiter.Clocks;

/// <summary>The clocks of a 64-bit Linux, clock_gettime(2).</summary>
internal sealed partial class LinuxClocks : HostClocks
{
    private const int ClockRealtime = 0;
    private const int ClockBoottime = 7;

    protected override long ReadRealtime() => Now(ClockRealtime);

    protected override long ReadBoottime() => Now(ClockBoottime);

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
