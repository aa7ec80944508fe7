using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ActorArbiter.StampedTcp.EventLoops;

/// <summary>
/// Waits until one of many sockets gets ready, or another thread wakes it: epoll(7) and eventfd(2). Connections are
/// edge-triggered, so that one is added once and costs no further call.
/// </summary>
internal sealed partial class ReadinessPoll : IDisposable
{
    private const int MostEvents = 512;
    private const int WakeKey = -1;

    // EPOLL_CLOEXEC and EFD_CLOEXEC, EFD_NONBLOCK, EPOLL_CTL_ADD and _MOD, EPOLLET; EINTR of errno(3).
    private const int CloseOnExec = 0x80000;
    private const int NonBlocking = 0x800;
    private const int Add = 1;
    private const int Modify = 3;
    private const int EdgeTriggered = 1 << 31;
    private const int LevelTriggered = 0;
    private const int Interrupted = 4;

    private const Readiness OfPeer = Readiness.Readable | Readiness.Urgent | Readiness.PeerEnded;

    // struct epoll_event: 32 bits of events and 64 of the caller's. It is packed on x64, where it began, and nowhere else.
    private static readonly int KeyOffset = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 1 : 2;
    private static readonly int EventLength = KeyOffset + 2;

    private readonly int[] _events = new int[MostEvents * EventLength];
    private readonly SafeFileHandle _poll;
    private readonly SafeFileHandle _wake;

    /// <exception cref="PlatformNotSupportedException">This system has none.</exception>
    /// <exception cref="Win32Exception">The process may open no more files.</exception>
    public ReadinessPoll()
    {
        if (!IsSupported)
            throw new PlatformNotSupportedException("An event loop needs epoll(7) of 64-bit Linux.");
        _poll = Open(CreatePoll(CloseOnExec));
        _wake = Open(CreateEvent(0, CloseOnExec | NonBlocking));
        Set(Add, (int)_wake.DangerousGetHandle(), WakeKey, Readiness.Readable, EdgeTriggered);
    }

    /// <summary>Whether this system has what it takes.</summary>
    public static bool IsSupported { get; } = OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    /// <summary>
    /// Waits for a socket as well, edge-triggered: it is told when something more comes, and at first if something is there. Closing
    /// the socket ends that.
    /// </summary>
    /// <param name="socket">Its descriptor.</param>
    /// <param name="key">What <see cref="KeyOf"/> calls it, 0 or more.</param>
    /// <exception cref="Win32Exception">The system refuses.</exception>
    public void Watch(int socket, int key) => Set(Add, socket, key, OfPeer, EdgeTriggered);

    /// <summary>Waits for space to send on a socket that is watched already, too.</summary>
    /// <inheritdoc cref="Watch"/>
    public void WatchWritable(int socket, int key) => Set(Modify, socket, key, OfPeer | Readiness.Writable, EdgeTriggered);

    /// <summary>Waits for clients of a listener, level-triggered: it is told in every round while there are some.</summary>
    /// <inheritdoc cref="Watch"/>
    public void WatchListener(int socket, int key) => Set(Add, socket, key, Readiness.Readable, LevelTriggered);

    /// <summary>Waits for the clients of a listener that is watched already, or does not.</summary>
    /// <inheritdoc cref="Watch"/>
    public void Pause(int socket, int key, bool isPaused) =>
        Set(Modify, socket, key, isPaused ? default : Readiness.Readable, LevelTriggered);

    /// <summary>Waits until something is ready or <see cref="Wake"/> was called.</summary>
    /// <param name="milliseconds">How long at most; 0 not at all, -1 for ever.</param>
    /// <returns>How many are ready; perhaps none.</returns>
    /// <exception cref="Win32Exception">The system refuses.</exception>
    public int Wait(int milliseconds)
    {
        var count = WaitForEvents(_poll, _events, MostEvents, milliseconds);
        if (count >= 0)
            return count;
        return Marshal.GetLastPInvokeError() == Interrupted ? 0 : throw new Win32Exception();
    }

    /// <summary>Which socket is ready; negative for none, but a call of <see cref="Wake"/>.</summary>
    /// <param name="index">Counted from 0 to what the last <see cref="Wait"/> returned.</param>
    public int KeyOf(int index) => _events[(index * EventLength) + KeyOffset];

    /// <summary>What it is ready for.</summary>
    /// <param name="index">As for <see cref="KeyOf"/>.</param>
    public Readiness ReadinessOf(int index) => (Readiness)_events[index * EventLength];

    /// <summary>Ends a <see cref="Wait"/>, or the next one. Called by any thread; after the end it does nothing.</summary>
    public void Wake()
    {
        try
        {
            _ = Write(_wake, 1, sizeof(long));
        }
        catch (ObjectDisposedException)
        {
            // Nobody waits any more.
        }
    }

    public void Dispose()
    {
        _wake.Dispose();
        _poll.Dispose();
    }

    private static SafeFileHandle Open(int descriptor) =>
        descriptor >= 0 ? new SafeFileHandle(descriptor, ownsHandle: true) : throw new Win32Exception();

    private void Set(int operation, int file, int key, Readiness readiness, int trigger)
    {
        Span<int> interest = stackalloc int[EventLength];
        interest.Clear();
        interest[0] = (int)readiness | trigger;
        interest[KeyOffset] = key;
        if (Control(_poll, operation, file, interest) != 0)
            throw new Win32Exception();
    }

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    private static partial int CreatePoll(int flags);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    private static partial int CreateEvent(uint count, int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    private static partial int Control(SafeFileHandle poll, int operation, int file, Span<int> interest);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    private static partial int WaitForEvents(SafeFileHandle poll, int[] events, int most, int milliseconds);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(SafeFileHandle file, in long value, nint length);
}
