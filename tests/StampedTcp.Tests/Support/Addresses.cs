using System.Net;
using System.Net.Sockets;

namespace StampedTcp.Tests.Support;

/// <summary>Addresses for those who cannot tell which port the system chose.</summary>
internal static class Addresses
{
    /// <summary>One at which nobody listens.</summary>
    public static IPEndPoint Free()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (IPEndPoint)socket.LocalEndPoint!;
    }

    /// <summary>Connects as soon as somebody listens.</summary>
    public static async Task<RawPeer> ConnectAsync(IPEndPoint address)
    {
        var began = Environment.TickCount64;
        while (true)
        {
            try
            {
                return await RawPeer.ConnectAsync(address);
            }
            catch (SocketException) when (Environment.TickCount64 - began < Patience.Limit.TotalMilliseconds)
            {
                await Task.Yield();
            }
        }
    }
}
