using System.Net.Sockets;

namespace ActorArbiter.StampedTcp.Interop;

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

    /// <summary>Whether a call that does not wait found nothing to do: no byte to read, or no space to write to.</summary>
    public static bool IsNotReady(SocketError error) => error is SocketError.WouldBlock or SocketError.Interrupted;

    /// <summary>What the operating system says about an error.</summary>
    public static string Describe(SocketError error) =>
        new SocketException((int)error).Message is var message && error == SocketError.TooManyOpenSockets
            ? message.Replace(" in system", "", StringComparison.Ordinal) // .NET has one value for the process's limit and the system's.
            : message;

    /// <summary>The error of a call, by its errno(3).</summary>
    public static SocketError Of(int errno) => errno switch
    {
        1 => SocketError.AccessDenied,
        4 => SocketError.Interrupted,
        11 => SocketError.WouldBlock,
        12 or 105 => SocketError.NoBufferSpaceAvailable,
        23 or 24 => SocketError.TooManyOpenSockets,
        32 => SocketError.Shutdown,
        64 => SocketError.HostUnreachable,
        71 or 92 => SocketError.ProtocolOption,
        95 => SocketError.OperationNotSupported,
        100 => SocketError.NetworkDown,
        101 => SocketError.NetworkUnreachable,
        102 => SocketError.NetworkReset,
        103 => SocketError.ConnectionAborted,
        104 => SocketError.ConnectionReset,
        107 => SocketError.NotConnected,
        110 => SocketError.TimedOut,
        111 => SocketError.ConnectionRefused,
        112 => SocketError.HostDown,
        113 => SocketError.HostUnreachable,
        _ => SocketError.SocketError,
    };
}
