using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Akka.IO.Internal;

/// <summary>
/// What .NET's sockets do not offer: recvmsg(2) with control messages, accept4(2) that neither waits nor throws, and for event
/// loops, which have a connection to themselves, calls on bare descriptors. The layouts and numbers are those of 64-bit
/// Linux (asm-generic/socket.h, linux/socket.h, linux/tcp.h, asm-generic/errno.h).
/// </summary>
internal static unsafe partial class LinuxSocket
{
    /// <summary>SOL_SOCKET.</summary>
    public const int SocketLevel = 1;

    /// <summary>SO_TIMESTAMPNS, and as the type of a control message SCM_TIMESTAMPNS.</summary>
    public const int TimestampOption = 35;

    /// <summary>IPPROTO_TCP.</summary>
    public const int TcpLevel = 6;

    /// <summary>TCP_INQ (linux/tcp.h), and as the type of a control message TCP_CM_INQ.</summary>
    public const int QueueOption = 36;

    // MSG_DONTWAIT, MSG_NOSIGNAL, and MSG_CTRUNC: there were more control messages than room.
    private const int DoNotWait = 0x40;
    private const int NoSignal = 0x4000;
    private const int ControlTruncated = 0x08;

    // SOCK_NONBLOCK and SOCK_CLOEXEC.
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;

    /// <summary>Receives what is there, without waiting.</summary>
    /// <param name="socket">A connected socket; it cannot be closed under the call.</param>
    /// <param name="space">Where the bytes go.</param>
    /// <param name="control">Room for the control messages; cut to those that came.</param>
    /// <param name="error">As <see cref="Socket.Receive(Span{byte}, SocketFlags, out SocketError)"/> tells it.</param>
    /// <returns>How many bytes came; 0 at the end of the stream, and if it failed.</returns>
    /// <exception cref="ObjectDisposedException">The socket is closed.</exception>
    public static int Receive(Socket socket, Span<byte> space, ref Span<byte> control, out SocketError error)
    {
        var handle = socket.SafeHandle;
        var isHeld = false;
        try
        {
            handle.DangerousAddRef(ref isHeld);
            return Receive((int)handle.DangerousGetHandle(), space, ref control, out error);
        }
        finally
        {
            if (isHeld) handle.DangerousRelease();
        }
    }

    /// <summary>As for a <see cref="Socket"/>, for who knows that nobody closes it meanwhile.</summary>
    public static int Receive(int descriptor, Span<byte> space, ref Span<byte> control, out SocketError error)
    {
        fixed (byte* spaceStart = space, controlStart = control)
        {
            var part = new IoVector { Base = spaceStart, Length = (nuint)space.Length };
            var message = new MessageHeader
            {
                Parts = &part,
                PartCount = 1,
                Control = controlStart,
                ControlLength = (nuint)control.Length,
            };
            var count = (int)ReceiveMessage(descriptor, &message, DoNotWait);
            if (count < 0)
            {
                // It cannot be left to another receive: the kernel reports that a connection is lost only once.
                error = ErrorOf(Marshal.GetLastPInvokeError());
                control = [];
                return 0;
            }

            error = SocketError.Success;
            control = (message.Flags & ControlTruncated) == 0 ? control[..(int)message.ControlLength] : [];
            return count;
        }
    }

    /// <summary>Sends as many bytes as the kernel has space for, without waiting.</summary>
    /// <param name="descriptor">A connected socket that nobody closes meanwhile.</param>
    /// <param name="bytes">The bytes, at least one.</param>
    /// <param name="error">As <see cref="Socket.Send(ReadOnlySpan{byte}, SocketFlags, out SocketError)"/> tells it.</param>
    /// <returns>How many it took; 0 if it failed.</returns>
    public static int Send(int descriptor, ReadOnlySpan<byte> bytes, out SocketError error)
    {
        fixed (byte* start = bytes)
        {
            var count = (int)SendBytes(descriptor, start, (nuint)bytes.Length, DoNotWait | NoSignal);
            error = count >= 0 ? SocketError.Success : ErrorOf(Marshal.GetLastPInvokeError());
            return Math.Max(count, 0);
        }
    }

    /// <summary>Accepts a connection that is there, without waiting.</summary>
    /// <param name="listener">A listening socket that does not block.</param>
    /// <param name="error">As <see cref="SocketAsyncEventArgs.SocketError"/> tells it.</param>
    /// <returns>The connection's socket, which does not block either; null if there is an error.</returns>
    /// <exception cref="ObjectDisposedException">The socket is closed.</exception>
    public static Socket? Accept(Socket listener, out SocketError error)
    {
        var descriptor = AcceptConnection(listener.SafeHandle, null, null, NonBlocking | CloseOnExec);
        if (descriptor < 0)
        {
            error = ErrorOf(Marshal.GetLastPInvokeError());
            return null;
        }

        var socket = new Socket(new SafeSocketHandle(descriptor, ownsHandle: true));
        if (socket.RemoteEndPoint is null)
        {
            // It was reset while it waited; Linux hands it over all the same.
            socket.Dispose();
            error = SocketError.ConnectionAborted;
            return null;
        }

        error = SocketError.Success;
        return socket;
    }

    /// <summary>Cuts the first control message off (cmsg(3): a header, the data, padding).</summary>
    /// <returns>Whether there was a whole one.</returns>
    public static bool TryTakeControlMessage(
        ref ReadOnlySpan<byte> control, out int level, out int type, out ReadOnlySpan<byte> data)
    {
        if (!MemoryMarshal.TryRead(control, out ControlHeader header)
            || header.Length < (nuint)sizeof(ControlHeader)
            || header.Length > (nuint)control.Length)
        {
            level = type = 0;
            data = default;
            return false;
        }

        (level, type) = (header.Level, header.Type);
        data = control[sizeof(ControlHeader)..(int)header.Length];
        var padded = ((int)header.Length + sizeof(nuint) - 1) & -sizeof(nuint);
        control = control[Math.Min(padded, control.Length)..];
        return true;
    }

    // errno(3): those that a call here can end with.
    private static SocketError ErrorOf(int errno) => errno switch
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

    [LibraryImport("libc", EntryPoint = "recvmsg", SetLastError = true)]
    private static partial nint ReceiveMessage(int descriptor, MessageHeader* message, int flags);

    [LibraryImport("libc", EntryPoint = "send", SetLastError = true)]
    private static partial nint SendBytes(int descriptor, byte* bytes, nuint count, int flags);

    [LibraryImport("libc", EntryPoint = "accept4", SetLastError = true)]
    private static partial int AcceptConnection(SafeSocketHandle socket, void* address, void* addressLength, int flags);

    /// <summary>struct iovec, readv(2).</summary>
    private struct IoVector
    {
        public byte* Base;
        public nuint Length;
    }

    /// <summary>struct msghdr, recvmsg(2).</summary>
    private struct MessageHeader
    {
        public void* Name;
        public uint NameLength;
        public IoVector* Parts;
        public nuint PartCount;
        public byte* Control;
        public nuint ControlLength;
        public int Flags;
    }

    /// <summary>struct cmsghdr, cmsg(3).</summary>
    private readonly record struct ControlHeader(nuint Length, int Level, int Type);
}
