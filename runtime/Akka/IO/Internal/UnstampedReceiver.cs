using System.Net.Sockets;

namespace Akka.IO.Internal;

/// <summary>Receives without asking when the bytes came.</summary>
internal sealed class UnstampedReceiver : PooledReceiver
{
    public static readonly UnstampedReceiver Instance = new();

    protected override SocketError Receive(
        Socket socket, Span<byte> space, out int count, out Tcp.ReceiveTimestamp timestamp)
    {
        count = socket.Receive(space, SocketFlags.None, out var error);
        timestamp = default;
        if (error != SocketError.Success) count = 0;
        return error;
    }
}
