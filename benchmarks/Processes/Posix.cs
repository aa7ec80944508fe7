using System.Runtime.InteropServices;

namespace Benchmarks.Processes;

/// <summary>What the measurements need of the operating system and .NET does not offer.</summary>
internal static partial class Posix
{
    /// <summary>Sends a signal to a process (kill(2)); without effect if it has ended.</summary>
    public static void Send(int process, LinuxSignal signal) => _ = Kill(process, (int)signal);

    /// <summary>
    /// Sleeps for less than a millisecond, which <see cref="Thread.Sleep(int)"/> cannot (usleep(3)). The kernel wakes the
    /// thread about 50 microseconds late.
    /// </summary>
    public static void Sleep(int microseconds) => _ = USleep((uint)microseconds);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "usleep")]
    private static partial int USleep(uint microseconds);
}
