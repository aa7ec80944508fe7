using System.Net.Sockets;

namespace Runtime.Tests.IO;

/// <summary>SO_TIMESTAMPNS at SOL_SOCKET, socket(7).</summary>
internal static class KernelTimestampsOption
{
    private const int SocketLevel = 1;
    private const int Option = 35;

    public static void TurnOff(Socket socket) => socket.SetRawSocketOption(SocketLevel, Option, new byte[sizeof(int)]);
}
