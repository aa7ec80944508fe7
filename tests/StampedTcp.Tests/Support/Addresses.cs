using System.Net;
using System.Net.Sockets;

namespace StampedTcp.Tests.Support;

/// <summary>Addresses to listen at for those who cannot say which port the system chose.</summary>
internal static class Addresses
{
    private const int FirstPort = 7_000;

    private static int _next = FirstPort;

    /// <summary>One at which nobody listens, nor will: all of 127.0.0.0/8 is this host, and each process has an address of its own there.</summary>
    public static IPEndPoint Free()
    {
        var process = Environment.ProcessId;
        return new IPEndPoint(new IPAddress([127, (byte)(process >> 8), (byte)process, 7]), Interlocked.Increment(ref _next));
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
