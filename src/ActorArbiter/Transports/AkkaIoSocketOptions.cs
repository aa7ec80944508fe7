using System.Net.Sockets;
using Akka.IO;

namespace ActorArbiter.Transports;

/// <summary>What is asked of the sockets of Akka.IO: to send at once, and to find peers that vanished (<see cref="KeepAlive"/>).</summary>
internal sealed class AkkaIoSocketOptions : Inet.SocketOption
{
    public static readonly AkkaIoSocketOptions Instance = new();

    private AkkaIoSocketOptions()
    {
    }

    // Linux: accepted sockets inherit all of it, so that accepting one takes no further call.
    public override void BeforeServerSocketBind(Socket ss)
    {
        if (OperatingSystem.IsLinux())
            SetOn(ss);
    }

    public override void AfterConnect(Socket s)
    {
        if (!OperatingSystem.IsLinux())
            SetOn(s);
    }

    private static void SetOn(Socket socket)
    {
        socket.NoDelay = true;
        KeepAlive.SetOn(socket);
    }
}
