using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Benchmarks.Load;

/// <summary>
/// Waits until one of many sockets can be read (epoll(7), level-triggered): one system call for all that are ready, and nothing
/// is allocated.
/// </summary>
internal sealed partial class EventPoll : IDisposable
{
    private const int CloseOnExec = 0x80000;
    private const int AddSocket = 1;
    private const int Readable = 1;
    private const int InterruptedCall = 4;

    // struct epoll_event is an uint of flags and 64 bits of the caller's; packed on x64, where it began, and nowhere else.
    private static readonly int KeyOffset = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 1 : 2;
    private static readonly int EventLength = KeyOffset + 2;

    private readonly int _descriptor;
    private readonly int[] _events;
    private readonly int[] _keys;

    /// <param name="sockets">How many there will be.</param>
    /// <exception cref="Win32Exception">The system refuses.</exception>
    public EventPoll(int sockets)
    {
        _events = new int[sockets * EventLength];
        _keys = new int[sockets];
        _descriptor = Create(CloseOnExec);
        if (_descriptor < 0)
            throw new Win32Exception();
    }

    /// <summary>Waits for a socket as well.</summary>
    /// <param name="descriptor">The socket; closing it ends the waiting for it.</param>
    /// <param name="key">What <see cref="Wait(int)"/> calls it.</param>
    /// <exception cref="Win32Exception">The system refuses.</exception>
    public void Add(int descriptor, int key)
    {
        _events[0] = Readable;
        _events[KeyOffset] = key;
        if (Control(_descriptor, AddSocket, descriptor, _events) != 0)
            throw new Win32Exception();
    }

    /// <summary>
    /// The keys of sockets that can be read, or whose connection ended; valid until the next call. None when nothing
    /// came within <paramref name="milliseconds"/>, or when a signal came.
    /// </summary>
    /// <exception cref="Win32Exception">The system refuses.</exception>
    public ReadOnlySpan<int> Wait(int milliseconds)
    {
        var count = Wait(_descriptor, _events, _keys.Length, milliseconds);
        if (count < 0)
        {
            if (Marshal.GetLastPInvokeError() != InterruptedCall)
                throw new Win32Exception();
            return [];
        }

        for (var index = 0; index < count; index++)
            _keys[index] = _events[(index * EventLength) + KeyOffset];
        return _keys.AsSpan(0, count);
    }

    public void Dispose() => _ = Close(_descriptor);

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    private static partial int Create(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    private static partial int Control(int descriptor, int operation, int socket, int[] interest);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    private static partial int Wait(int descriptor, int[] events, int most, int milliseconds);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
