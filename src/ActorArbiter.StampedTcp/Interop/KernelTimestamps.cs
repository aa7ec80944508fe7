using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ActorArbiter.StampedTcp.Interop;

/// <summary>
/// The kernel's timestamps of received bytes: <c>SO_TIMESTAMPNS</c>, socket(7). With them comes whether anything follows the
/// bytes, <c>TCP_INQ</c>: the kernel joins segments that wait to be read, a FIN without bytes among them, and keeps the
/// latest timestamp. Sockets that are accepted inherit both options, so bytes that came before the accept have theirs.
/// </summary>
internal static class KernelTimestamps
{
    /// <summary>Enough for what the kernel says about a read: 32 bytes about its time, 24 about what follows.</summary>
    public const int ControlBytes = 64;

    // struct timespec with 64-bit fields: seconds, nanoseconds.
    private const int TimestampBytes = 16;
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>
    /// Whether the layouts and numbers used here are this system's. Before Linux 5.8 a read that ends inside a segment has the
    /// timestamp of the segment before it: too early, instead of too late.
    /// </summary>
    public static bool AreSupported { get; } =
        Environment.Is64BitProcess && OperatingSystem.IsOSPlatformVersionAtLeast("linux", 5, 8);

    /// <summary>Asks for timestamps of what a socket, and those accepted from it, will receive.</summary>
    /// <exception cref="SocketException">The kernel refuses.</exception>
    public static void Enable(Socket socket)
    {
        socket.SetRawSocketOption(LinuxSocket.TcpLevel, LinuxSocket.QueueOption, MemoryMarshal.AsBytes<int>([1]));
        socket.SetRawSocketOption(LinuxSocket.SocketLevel, LinuxSocket.TimestampOption, MemoryMarshal.AsBytes<int>([1]));
    }

    /// <summary>The time of a read; where the kernel does not tell it, the system's clock now.</summary>
    /// <param name="control">The control messages, laid out as cmsg(3) says.</param>
    /// <param name="isFull">Whether the read took all that it had room for.</param>
    public static ReceiveTime Of(ReadOnlySpan<byte> control, bool isFull) =>
        TryFind(control, out var nanoseconds, out var isFollowed)
            ? new ReceiveTime(ReceiveTimeSource.Kernel, nanoseconds, isFollowed || isFull)
            : ReceiveTime.OfRead();

    // Followed are the bytes if more, or the end of the stream, were there behind them.
    private static bool TryFind(ReadOnlySpan<byte> control, out long nanoseconds, out bool isFollowed)
    {
        var isFound = false;
        nanoseconds = 0;
        isFollowed = false;
        while (LinuxSocket.TryTakeControlMessage(ref control, out var level, out var type, out var data))
        {
            switch (level, type)
            {
                case (LinuxSocket.SocketLevel, LinuxSocket.TimestampOption) when data.Length >= TimestampBytes:
                    var timestamp = MemoryMarshal.Cast<byte, long>(data);
                    nanoseconds = (timestamp[0] * NanosecondsPerSecond) + timestamp[1];
                    isFound = true;
                    break;
                case (LinuxSocket.TcpLevel, LinuxSocket.QueueOption) when data.Length >= sizeof(int):
                    isFollowed = MemoryMarshal.Read<int>(data) > 0;
                    break;
            }
        }

        return isFound;
    }
}
