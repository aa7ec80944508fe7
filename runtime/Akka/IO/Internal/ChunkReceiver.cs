using System.Buffers;
using System.Net.Sockets;

namespace Akka.IO.Internal;

/// <summary>
/// How bytes are received: into a pooled buffer, from which they are copied to an array of their own size. So a
/// connection holds no buffer, and a small message takes little memory.
/// </summary>
internal static class ChunkReceiver
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Receives what is there, without waiting.</summary>
    /// <param name="socket">A socket that does not block.</param>
    /// <param name="limit">The most bytes to receive.</param>
    /// <param name="chunk">The bytes; none at the end of the stream, and if an error is returned.</param>
    /// <exception cref="ObjectDisposedException">The socket is closed.</exception>
    public static SocketError Receive(Socket socket, int limit, out ByteString chunk)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var space = buffer.AsSpan(0, Math.Min(BufferSize, limit));
            var count = socket.Receive(space, SocketFlags.None, out var error);
            chunk = error == SocketError.Success ? ByteString.CopyFrom(space[..count]) : ByteString.Empty;
            return error;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
