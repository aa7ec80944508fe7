using System.Runtime.InteropServices;

namespace Benchmarks.Processes;

/// <summary>
/// The processor time of another process to the nanosecond (clock_getcpuclockid(3)); /proc/PID/stat has it in hundredths of a second,
/// more than an idle server uses in a while. Needs 64-bit Linux.
/// </summary>
internal static partial class ProcessorClock
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>What all threads of a process have used so far, those that ended as well.</summary>
    /// <exception cref="BenchmarkException">There is no such process any more.</exception>
    public static TimeSpan Of(int process) =>
        GetClock(process, out var clock) == 0 && GetTime(clock, out var time) == 0
            ? TimeSpan.FromTicks(((time.Seconds * NanosecondsPerSecond) + time.Nanoseconds) / TimeSpan.NanosecondsPerTick)
            : throw new BenchmarkException($"process {process} is gone");

    [LibraryImport("libc", EntryPoint = "clock_getcpuclockid")]
    private static partial int GetClock(int process, out int clock);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Timespec time);

    private readonly struct Timespec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
