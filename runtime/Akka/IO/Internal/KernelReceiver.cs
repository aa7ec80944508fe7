using System.Net.Sockets;

namespace Akka.IO.Internal;

/// <summary>
/// Receives with recvmsg(2), which hands the kernel's timestamp over with the bytes; where it hands over none, reads the
/// monotonic clock.
/// </summary>
internal sealed class KernelReceiver : PooledReceiver
{
    public static readonly KernelReceiver Instance = new();

    protected override SocketError Receive(
        Socket socket, Span<byte> space, out int count, out Tcp.ReceiveTimestamp timestamp)
    {
        Span<byte> control = stackalloc byte[KernelTimestamps.ControlBytes];
        count = LinuxSocket.Receive(socket, space, ref control, out var error);
        timestamp = KernelTimestamps.TryFind(control, out var nanoseconds, out var isFollowed)
            ? new Tcp.ReceiveTimestamp(
                Tcp.ReceiveTimestampSource.Kernel, nanoseconds, isFollowed || count == space.Length)
            : Tcp.ReceiveTimestamp.OfClock();
        return error;
    }
}
