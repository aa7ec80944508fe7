using System.Net.Sockets;

namespace ActorArbiter.Transports;

/// <summary>
/// Lets the kernel find peers that vanished without a word: probed after 15 s of silence, lost after 3 probes 5 s apart
/// that nobody answers (tcp(7): <c>TCP_KEEPIDLE</c>, <c>TCP_KEEPINTVL</c>, <c>TCP_KEEPCNT</c>).
/// </summary>
/// <remarks>
/// No probe is sent while the peer has not acknowledged what was sent to it, so who is told something all the time would be
/// found when the kernel gives up sending again, about 15 minutes later. On Linux that has a limit of the same 30 s
/// (<c>TCP_USER_TIMEOUT</c>), which also ends a connection whose client is there and has read nothing of what waits for it
/// for so long, once its own kernel takes no more.
/// </remarks>
internal static class KeepAlive
{
    private const int IdleSeconds = 15;
    private const int IntervalSeconds = 5;
    private const int Probes = 3;
    private const int LostAfterMilliseconds = 1000 * (IdleSeconds + (Probes * IntervalSeconds));

    /// <summary>IPPROTO_TCP.</summary>
    private const int TcpLevel = 6;

    /// <summary>TCP_USER_TIMEOUT (linux/tcp.h), in milliseconds.</summary>
    private const int UserTimeout = 18;

    /// <summary>Sets it on a connection; on Linux also on a listener, whose accepted connections inherit it.</summary>
    public static void SetOn(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, IdleSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, IntervalSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, Probes);
        if (OperatingSystem.IsLinux())
            socket.SetRawSocketOption(TcpLevel, UserTimeout, BitConverter.GetBytes(LostAfterMilliseconds));
    }
}
