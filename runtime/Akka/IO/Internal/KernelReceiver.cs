using System.Net.Sockets;

namespace Akka.IO.Internal;

/// <summary>
/// Receives with recvmsg(2), which hands the kernel's timestamp over with the bytes.
/// </summary>
internal sealed class KernelReceiver : PooledReceiver
{
    public static readonly KernelReceiver Instance = new();

    protected override SocketError Receive(
        Socket socket, Span<byte> space, out int count, out Tcp.ReceiveTimestamp timestamp)
    {
        Span<byte> control = stackalloc byte[KernelTimestamps.ControlBytes];
        count = LinuxSocket.Receive(socket, space, ref control, out var error);
        timestamp = KernelTimestamps.Of(control, isFull: count == space.Length);
        return error;
    }
}
