using System.Net.Sockets;

namespace Akka.IO.Internal;

/// <summary>What errors of sockets mean.</summary>
internal static class SocketErrors
{
    /// <summary>
    /// Whether an accept failed because that one client was lost while it waited (accept(2) passes on such errors). The
    /// next accept can succeed at once. All other failures, such as no free descriptor, last for a while.
    /// </summary>
    public static bool IsLostClient(SocketError error) => error is
        SocketError.ConnectionAborted or
        SocketError.ConnectionReset or
        SocketError.NetworkDown or
        SocketError.NetworkUnreachable or
        SocketError.HostDown or
        SocketError.HostUnreachable or
        SocketError.ProtocolOption or
        SocketError.OperationNotSupported or
        SocketError.TimedOut;

    /// <summary>Whether a non-blocking call found nothing to do: no byte to read, or no space to write to.</summary>
    public static bool IsNotReady(SocketError error) => error is
        SocketError.WouldBlock or SocketError.IOPending or SocketError.Interrupted;

    /// <summary>
    /// Takes the error that a connection was lost with and that no call has reported (<c>SO_ERROR</c>, socket(7)).
    /// </summary>
    /// <returns>The error; <see cref="SocketError.Success"/> if there is none.</returns>
    public static SocketError TakePending(Socket socket) =>
        (SocketError)(int)socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error)!;

    /// <summary>What the operating system says about an error.</summary>
    public static string Describe(SocketError error) => new SocketException((int)error).Message;
}
