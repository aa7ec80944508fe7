using System.Net;
using System.Net.Sockets;
using Akka.Actor;

namespace Akka.IO.Internal;

/// <summary>A connected socket that no connection actor owns yet.</summary>
/// <param name="Socket">The socket.</param>
/// <param name="Remote">The peer's end.</param>
/// <param name="Local">This end.</param>
/// <param name="Commander">Who is told that it is connected, and is to register a handler.</param>
/// <param name="PullMode">Whether bytes are read only when asked for.</param>
/// <param name="Timestamps">What timestamps its bytes get.</param>
internal readonly record struct EstablishedSocket(
    Socket Socket,
    EndPoint Remote,
    EndPoint Local,
    IActorRef Commander,
    bool PullMode,
    Tcp.ReceiveTimestampSource Timestamps)
{
    /// <summary>Makes a newly connected socket ready.</summary>
    /// <param name="socket">The socket.</param>
    /// <param name="local">This end, if it is known; else the system is asked.</param>
    /// <param name="options">What to set on it.</param>
    /// <param name="commander">Who is told that it is connected.</param>
    /// <param name="pullMode">Whether bytes are read only when asked for.</param>
    /// <param name="timestamps">What timestamps its bytes get.</param>
    /// <exception cref="SocketException">The connection is lost already, or an option cannot be set.</exception>
    public static EstablishedSocket Prepare(
        Socket socket,
        EndPoint? local,
        ReadOnlySpan<Inet.SocketOption> options,
        IActorRef commander,
        bool pullMode,
        Tcp.ReceiveTimestampSource timestamps)
    {
        // A small message is sent at once; many small ones are joined by the connection's writer, not by the kernel.
        socket.NoDelay = true;
        foreach (var option in options)
            option.AfterConnect(socket);
        return new EstablishedSocket(
            socket, socket.RemoteEndPoint!, local ?? socket.LocalEndPoint!, commander, pullMode, timestamps);
    }
}
