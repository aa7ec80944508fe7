using System.Net.Sockets;

namespace Akka.IO.Internal;

/// <summary>Reads the monotonic clock once the bytes are received.</summary>
internal sealed class ClockReceiver : PooledReceiver
{
    public static readonly ClockReceiver Instance = new();

    protected override SocketError Receive(
        Socket socket, Span<byte> space, out int count, out Tcp.ReceiveTimestamp timestamp)
    {
        count = socket.Receive(space, SocketFlags.None, out var error);
        timestamp = Tcp.ReceiveTimestamp.OfClock();
        if (error != SocketError.Success) count = 0;
        return error;
    }
}
