using System.Buffers;
using System.Net.Sockets;

namespace Akka.IO.Internal;

/// <summary>
/// Receives into a pooled buffer, from which the bytes are copied to an array of their own size. So a connection holds no
/// buffer, and a small message takes little memory.
/// </summary>
internal abstract class PooledReceiver : ChunkReceiver
{
    private const int BufferSize = 64 * 1024;

    public override SocketError Receive(
        Socket socket, int limit, Span<byte> awaited, out ByteString chunk, out Tcp.ReceiveTimestamp timestamp)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var space = buffer.AsSpan(0, Math.Min(BufferSize, limit));
            var error = Receive(socket, space, out var count, out timestamp);
            chunk = ByteString.CopyFrom(space[..count]);
            return error;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <param name="socket">A socket that does not block.</param>
    /// <param name="space">Where the bytes go.</param>
    /// <param name="count">How many there are; 0 at the end of the stream, and if an error is returned.</param>
    /// <param name="timestamp">When the newest of them came.</param>
    protected abstract SocketError Receive(
        Socket socket, Span<byte> space, out int count, out Tcp.ReceiveTimestamp timestamp);
}
