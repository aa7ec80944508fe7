using System.Net.Sockets;

namespace Akka.IO.Internal;

/// <summary>The three ways to end a socket.</summary>
internal static class SocketClosing
{
    /// <summary>Ends the sending side: the peer reads the end of the stream after all that was sent.</summary>
    /// <returns>Whether the connection was still there.</returns>
    public static bool TryEndSending(Socket socket)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
            return true;
        }
        catch (SocketException)
        {
            // The peer has reset the connection; there is no side left to end.
            return false;
        }
    }

    /// <summary>Closes the socket. The kernel still sends what it was handed.</summary>
    public static void Close(Socket socket)
    {
        TryEndSending(socket);
        socket.Dispose();
    }

    /// <summary>Closes the socket, drops what was not sent, and sends the peer a reset.</summary>
    public static void Reset(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        catch (SocketException)
        {
            // The connection is gone, so there is nobody to send a reset to.
        }

        socket.Dispose();
    }
}
