using System.ComponentModel;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace StampedTcp.Tests.Support;

/// <summary>What .NET has no call for. Numbers and layouts are those of 64-bit Linux.</summary>
internal static partial class Native
{
    // SIOCOUTQ, tcp(7); CLOCK_REALTIME and CLOCK_THREAD_CPUTIME_ID, clock_gettime(2); RLIMIT_NOFILE, getrlimit(2).
    private const nuint OutputQueue = 0x5411;
    private const int RealTimeClock = 0;
    private const int ThreadTimeClock = 3;
    private const int OpenFiles = 7;

    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>The clock that the kernel's timestamps are read from, in nanoseconds since 1970.</summary>
    public static long RealTime => Read(RealTimeClock);

    /// <summary>How long the calling thread has run.</summary>
    public static TimeSpan ThreadTime => TimeSpan.FromMicroseconds(Read(ThreadTimeClock) / 1000.0);

    /// <summary>How many bytes of a connection the other end has not acknowledged.</summary>
    public static int UnacknowledgedBytes(Socket socket)
    {
        if (Control(socket.SafeHandle, OutputQueue, out var bytes) != 0)
            throw new Win32Exception();
        return bytes;
    }

    /// <summary>Lets the process open no file whose descriptor is this or higher.</summary>
    /// <returns>What it was before.</returns>
    public static long LimitDescriptors(long limit)
    {
        if (GetLimit(OpenFiles, out var limits) != 0)
            throw new Win32Exception();
        var before = limits.Soft;
        if (SetLimit(OpenFiles, limits with { Soft = limit }) != 0)
            throw new Win32Exception();
        return before;
    }

    private static long Read(int clock)
    {
        if (ReadClock(clock, out var time) != 0)
            throw new Win32Exception();
        return (time.Seconds * NanosecondsPerSecond) + time.Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int Control(SafeHandle file, nuint request, out int result);

    [LibraryImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    private static partial int ReadClock(int clock, out Time time);

    [LibraryImport("libc", EntryPoint = "getrlimit", SetLastError = true)]
    private static partial int GetLimit(int resource, out Limits limits);

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static partial int SetLimit(int resource, in Limits limits);

    /// <summary>struct timespec.</summary>
    private readonly record struct Time(long Seconds, long Nanoseconds);

    /// <summary>struct rlimit.</summary>
    private readonly record struct Limits(long Soft, long Hard);
}
