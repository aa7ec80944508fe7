using System.Net.Sockets;

namespace Akka.IO.Internal;

/// <summary>
/// Takes the bytes that the wait itself received: a system call less where they are there already, a buffer more for each
/// connection.
/// </summary>
internal sealed class BufferedReceiver : ChunkReceiver
{
    public static readonly BufferedReceiver Instance = new();

    public override int AwaitedBytes => 4 * 1024;

    public override SocketError Receive(
        Socket socket, int limit, Span<byte> awaited, out ByteString chunk, out Tcp.ReceiveTimestamp timestamp)
    {
        chunk = ByteString.CopyFrom(awaited);
        timestamp = default;
        return SocketError.Success;
    }
}
