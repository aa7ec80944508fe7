using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ActorArbiter.StampedTcp.Interop;

/// <summary>
/// Calls on bare descriptors, which nobody closes meanwhile: recvmsg(2) with control messages, and what neither waits nor throws. The
/// layouts and numbers are those of 64-bit Linux (asm-generic/socket.h, linux/socket.h, linux/tcp.h).
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

    // SO_ERROR, SO_LINGER.
    private const int ErrorOption = 4;
    private const int LingerOption = 13;

    // MSG_DONTWAIT, MSG_NOSIGNAL, and MSG_CTRUNC: there were more control messages than room.
    private const int DoNotWait = 0x40;
    private const int NoSignal = 0x4000;
    private const int ControlTruncated = 0x08;

    // SOCK_NONBLOCK and SOCK_CLOEXEC; SHUT_WR.
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const int SendingSide = 1;

    // struct sockaddr_in and sockaddr_in6: family, port, and the address behind it or behind 4 bytes more.
    private const int AddressBytes = 16;
    private const int LongestAddressBytes = 28;

    /// <summary>Receives what is there, without waiting.</summary>
    /// <param name="descriptor">A connected socket.</param>
    /// <param name="space">Where the bytes go.</param>
    /// <param name="control">Room for the control messages; cut to those that came.</param>
    /// <param name="error">Why it failed, or <see cref="SocketError.Success"/>.</param>
    /// <returns>How many bytes came; 0 at the end of the stream, and if it failed.</returns>
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
                error = LastError();
                control = [];
                return 0;
            }

            error = SocketError.Success;
            control = (message.Flags & ControlTruncated) == 0 ? control[..(int)message.ControlLength] : [];
            return count;
        }
    }

    /// <summary>Sends as many bytes as the kernel has space for, without waiting.</summary>
    /// <param name="descriptor">A connected socket.</param>
    /// <param name="bytes">The bytes, at least one.</param>
    /// <param name="error">Why it failed, or <see cref="SocketError.Success"/>.</param>
    /// <returns>How many it took; 0 if it failed.</returns>
    public static int Send(int descriptor, ReadOnlySpan<byte> bytes, out SocketError error)
    {
        fixed (byte* start = bytes)
        {
            var count = (int)SendBytes(descriptor, start, (nuint)bytes.Length, DoNotWait | NoSignal);
            error = count >= 0 ? SocketError.Success : LastError();
            return Math.Max(count, 0);
        }
    }

    /// <summary>Accepts a client, whose socket does not block, without waiting.</summary>
    /// <returns>Its descriptor; negative if it failed.</returns>
    public static int Accept(int listener, out SocketError error)
    {
        var descriptor = AcceptConnection(listener, null, null, NonBlocking | CloseOnExec);
        error = descriptor >= 0 ? SocketError.Success : LastError();
        return descriptor;
    }

    /// <summary>Ends the sending side. It fails only on a connection that is lost.</summary>
    public static void EndSending(int descriptor) => _ = ShutDown(descriptor, SendingSide);

    /// <summary>Closes; the descriptor is free whatever the call returns, close(2).</summary>
    public static void Close(int descriptor) => _ = CloseDescriptor(descriptor);

    /// <summary>Has the next <see cref="Close"/> reset the connection, socket(7). It cannot fail on a socket.</summary>
    public static void ResetOnClose(int descriptor)
    {
        var setting = stackalloc int[] { 1, 0 };
        _ = SetOption(descriptor, SocketLevel, LingerOption, setting, 2 * sizeof(int));
    }

    /// <summary>Why a connection is lost, which the kernel tells once, socket(7).</summary>
    public static SocketError ErrorOf(int descriptor)
    {
        int errno;
        uint length = sizeof(int);
        if (GetOption(descriptor, SocketLevel, ErrorOption, &errno, &length) != 0)
            return LastError();
        return errno == 0 ? SocketError.Success : SocketErrors.Of(errno);
    }

    /// <summary>The other end of a connection; <see langword="null"/> if it is lost.</summary>
    public static IPEndPoint? PeerOf(int descriptor)
    {
        var address = stackalloc byte[LongestAddressBytes];
        uint length = LongestAddressBytes;
        if (GetPeerName(descriptor, address, &length) != 0)
            return null;
        var bytes = new ReadOnlySpan<byte>(address, (int)length);
        var ip = length == AddressBytes ? bytes.Slice(4, 4) : bytes.Slice(8, 16);
        return new IPEndPoint(new IPAddress(ip), (bytes[2] << 8) | bytes[3]);
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

    private static SocketError LastError() => SocketErrors.Of(Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "recvmsg", SetLastError = true)]
    private static partial nint ReceiveMessage(int descriptor, MessageHeader* message, int flags);

    [LibraryImport("libc", EntryPoint = "send", SetLastError = true)]
    private static partial nint SendBytes(int descriptor, byte* bytes, nuint count, int flags);

    [LibraryImport("libc", EntryPoint = "accept4", SetLastError = true)]
    private static partial int AcceptConnection(int socket, void* address, void* addressLength, int flags);

    [LibraryImport("libc", EntryPoint = "shutdown", SetLastError = true)]
    private static partial int ShutDown(int descriptor, int how);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int CloseDescriptor(int descriptor);

    [LibraryImport("libc", EntryPoint = "setsockopt", SetLastError = true)]
    private static partial int SetOption(int descriptor, int level, int name, void* value, uint length);

    [LibraryImport("libc", EntryPoint = "getsockopt", SetLastError = true)]
    private static partial int GetOption(int descriptor, int level, int name, void* value, uint* length);

    [LibraryImport("libc", EntryPoint = "getpeername", SetLastError = true)]
    private static partial int GetPeerName(int descriptor, void* address, uint* length);

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
