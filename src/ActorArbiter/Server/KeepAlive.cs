using System.Net.Sockets;
using Akka.IO;

namespace ActorArbiter.Server;

/// <summary>
/// Lets the kernel find peers that vanished without a word: probed after 15 s of silence, lost after 3 probes 5 s apart
/// that nobody answers (tcp(7): <c>TCP_KEEPIDLE</c>, <c>TCP_KEEPINTVL</c>, <c>TCP_KEEPCNT</c>).
/// </summary>
internal sealed class KeepAlive : Inet.SocketOption
{
    public static readonly KeepAlive Option = new();

    private const int IdleSeconds = 15;
    private const int IntervalSeconds = 5;
    private const int Probes = 3;

    private KeepAlive()
    {
    }

    public override void AfterConnect(Socket s)
    {
        s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        s.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, IdleSeconds);
        s.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, IntervalSeconds);
        s.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, Probes);
    }
}
