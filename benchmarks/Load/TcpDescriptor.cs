using System.Buffers.Binary;
using System.ComponentModel;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Benchmarks.Load;

/// <summary>
/// TCP over IPv4 by system calls on descriptors. Unlike <see cref="Socket"/> it allocates nothing, which counts where a connection is
/// opened for each message.
/// </summary>
internal static partial class TcpDescriptor
{
    private const int InternetFamily = 2;
    private const int StreamType = 1;
    private const int CloseOnExec = 0x80000;
    private const int TcpLevel = 6;
    private const int NoDelayOption = 1;
    private const int DontWait = 0x40;
    private const int NoSignal = 0x4000;
    private const int TryAgain = 11;
    private const int InterruptedCall = 4;
    private const int AddressNotAvailable = 99;
    private const int AddressLength = 16;

    private static readonly int On = 1;

    /// <summary>Opens a connection without Nagle's delay.</summary>
    /// <exception cref="BenchmarkException">The server cannot be reached, or there is no descriptor or port to connect from.</exception>
    public static int Connect(IPEndPoint server)
    {
        var descriptor = Open(InternetFamily, StreamType | CloseOnExec, 0);
        if (descriptor < 0)
            throw Failure($"cannot open a socket to {server}");
        if (SetOption(descriptor, TcpLevel, NoDelayOption, in On, sizeof(int)) == 0 && ConnectTo(descriptor, server) == 0)
            return descriptor;
        var failure = Marshal.GetLastPInvokeError() == AddressNotAvailable
            ? new BenchmarkException($"there is no free port to connect to {server} from: net.ipv4.ip_local_port_range is too small")
            : Failure($"cannot connect to {server}");
        Close(descriptor);
        throw failure;
    }

    /// <summary>Sends it all, which the kernel has to take at once.</summary>
    /// <exception cref="BenchmarkException">It does not.</exception>
    public static void Send(int descriptor, ReadOnlySpan<byte> bytes)
    {
        var sent = Send(descriptor, bytes, bytes.Length, DontWait | NoSignal);
        if (sent < 0)
            throw Failure("a request was not sent");
        if (sent != bytes.Length)
            throw new BenchmarkException($"of a request of {bytes.Length} bytes {sent} were sent");
    }

    /// <summary>Takes what has come: how many bytes, 0 at the end of the stream, or -1 if there is nothing.</summary>
    /// <exception cref="BenchmarkException">The connection is lost.</exception>
    public static int Receive(int descriptor, Span<byte> buffer)
    {
        var received = (int)Receive(descriptor, buffer, buffer.Length, DontWait);
        return received >= 0 || Marshal.GetLastPInvokeError() is TryAgain or InterruptedCall
            ? received
            : throw Failure("a connection is lost");
    }

    public static void Close(int descriptor) => _ = CloseDescriptor(descriptor);

    private static int ConnectTo(int descriptor, IPEndPoint server)
    {
        // struct sockaddr_in: the family in the machine's order of bytes, port and address in the network's.
        Span<byte> address = stackalloc byte[AddressLength];
        address.Clear();
        MemoryMarshal.Write(address, (ushort)InternetFamily);
        BinaryPrimitives.WriteUInt16BigEndian(address[2..], (ushort)server.Port);
        server.Address.TryWriteBytes(address[4..], out _);
        return Connect(descriptor, address, AddressLength);
    }

    private static BenchmarkException Failure(string what) =>
        new($"{what}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    private static partial int Open(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "setsockopt", SetLastError = true)]
    private static partial int SetOption(int descriptor, int level, int option, in int value, int length);

    [LibraryImport("libc", EntryPoint = "connect", SetLastError = true)]
    private static partial int Connect(int descriptor, ReadOnlySpan<byte> address, int length);

    [LibraryImport("libc", EntryPoint = "send", SetLastError = true)]
    private static partial nint Send(int descriptor, ReadOnlySpan<byte> bytes, nint length, int flags);

    [LibraryImport("libc", EntryPoint = "recv", SetLastError = true)]
    private static partial nint Receive(int descriptor, Span<byte> buffer, nint length, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int CloseDescriptor(int descriptor);
}
