using System.Net;
using System.Net.Sockets;

namespace ActorClient.Connecting;

/// <summary>What this host itself knows about the way to another.</summary>
internal static class Routes
{
    /// <summary>Why nothing can be sent to <paramref name="server"/>, or <see langword="null"/> if there is a way.</summary>
    // A datagram socket that is connected looks for the way and sends nothing (connect(2)).
    public static SocketException? ProblemOf(IPEndPoint server)
    {
        try
        {
            using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(server);
            return null;
        }
        catch (SocketException e)
        {
            return new SocketException((int)e.SocketErrorCode); // Its text lacks the address, which is told anyway.
        }
    }
}
