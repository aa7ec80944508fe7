using System.Net.Sockets;

namespace Akka.IO.Internal;

/// <summary>How a connection receives bytes, and what timestamp they get. Has no state: one serves all connections.</summary>
internal abstract class ChunkReceiver
{
    /// <summary>How many bytes a connection has room for while it waits; with none it holds no buffer.</summary>
    public virtual int AwaitedBytes => 0;

    public static ChunkReceiver For(Tcp.ReceiveTimestampSource timestamps) => timestamps switch
    {
        Tcp.ReceiveTimestampSource.None => BufferedReceiver.Instance,
        Tcp.ReceiveTimestampSource.Kernel when KernelTimestamps.AreSupported => KernelReceiver.Instance,
        _ => ClockReceiver.Instance,
    };

    /// <summary>Receives what is there, without waiting.</summary>
    /// <param name="socket">A socket that does not block.</param>
    /// <param name="limit">The most bytes to receive.</param>
    /// <param name="awaited">What the wait has already received, at most <see cref="AwaitedBytes"/>.</param>
    /// <param name="chunk">The bytes; none at the end of the stream, and if an error is returned.</param>
    /// <param name="timestamp">When the newest of them came.</param>
    /// <exception cref="ObjectDisposedException">The socket is closed.</exception>
    public abstract SocketError Receive(
        Socket socket, int limit, Span<byte> awaited, out ByteString chunk, out Tcp.ReceiveTimestamp timestamp);
}
