using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ActorArbiter.StampedTcp.EventLoops;
using ActorArbiter.StampedTcp.Interop;
using Akka.Actor;
using Akka.Event;

namespace ActorArbiter.StampedTcp;

/// <summary>
/// A listening socket. It belongs to the actor that made it with <see cref="StampedTcpExtension.Listen"/>, which is told
/// <see cref="SocketEvent.Acceptable"/> and calls it in its own turn: no other thread may.
/// </summary>
/// <remarks>
/// The kernel accepts clients as soon as it listens, up to the backlog; they wait there until the owner takes them. One that the owner
/// accepts a few at a time, and then calls <see cref="AwaitClient"/>, lets the sockets of others have their turn in between.
/// </remarks>
public sealed class StampedListener : IReadinessTarget, IDisposable
{
    private readonly EventLoop _loop;
    private readonly Socket _socket;
    private readonly int _descriptor;
    private readonly int _key;
    private readonly IActorRef _owner;
    private readonly ILoggingAdapter _log;
    private readonly TimeSpan _acceptPause;
    private readonly ActorTimer _pauseOver;
    private readonly HashSet<StampedSocket> _unopened = [];
    private long _pausedSince;
    private bool _isPaused;
    private bool _isAwaited;
    private bool _isWatched = true;
    private bool _isDisposed;

    private StampedListener(EventLoop loop, Socket socket, IActorContext owner, StampedListenerOptions options, string? whyRead)
    {
        _loop = loop;
        _socket = socket;
        _owner = owner.Self;
        _log = owner.GetLogger();
        _acceptPause = options.AcceptPause;
        _pauseOver = ActorTimer.Of(owner, SocketEvent.Acceptable);
        WhyRead = whyRead;
        LocalEndPoint = (IPEndPoint)socket.LocalEndPoint!;
        _descriptor = (int)socket.SafeHandle.DangerousGetHandle();
        _key = loop.WatchListener(_descriptor, this);
    }

    /// <summary>Where it listens: with the port that the system chose, if it was asked to.</summary>
    public IPEndPoint LocalEndPoint { get; }

    /// <summary>Who says when bytes of its clients came.</summary>
    public ReceiveTimeSource TimeSource => WhyRead is null ? ReceiveTimeSource.Kernel : ReceiveTimeSource.Read;

    /// <summary>Why the kernel does not say when bytes came; <see langword="null"/> if it does.</summary>
    public string? WhyRead { get; }

    /// <summary>The next client.</summary>
    /// <returns>
    /// Its connection, which is the caller's until it is open; <see langword="null"/> if there is none, or none can be accepted for a
    /// while.
    /// </returns>
    public StampedSocket? TryAccept()
    {
        _loop.Verify();
        while (!_isDisposed && !IsPausing())
        {
            var descriptor = LinuxSocket.Accept(_descriptor, out var error);
            if (descriptor >= 0)
                return Accepted(descriptor);
            if (SocketErrors.IsNotReady(error))
            {
                _isPaused = false;
                return null;
            }

            if (!SocketErrors.IsLostClient(error))
                Pause(error);
        }

        return null;
    }

    /// <summary>
    /// Has the owner told <see cref="SocketEvent.Acceptable"/> once, as soon as there are clients, but not before the sockets that are
    /// ready had their turn.
    /// </summary>
    public void AwaitClient()
    {
        _loop.Verify();
        if (_isDisposed)
            return;
        if (_isPaused)
        {
            _pauseOver.Start(PauseLeft());
            return;
        }

        _pauseOver.Cancel();
        _isAwaited = true;
        if (!_isWatched)
            Watch(true);
    }

    /// <summary>Listens no longer. Clients that nobody accepted, and accepted sockets that nobody opened, are reset; the others stay.</summary>
    public void Dispose()
    {
        _loop.Verify();
        if (_isDisposed)
            return;
        _isDisposed = true;
        _pauseOver.Cancel();
        _loop.Forget(_key);
        _socket.Dispose();
        foreach (var socket in _unopened.ToArray())
            socket.Close();
    }

    internal static StampedListener Listen(EventLoop loop, IActorContext owner, IPEndPoint address, StampedListenerOptions options)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            var whyRead = options.KernelTimestamps ? TryEnableTimestamps(socket) : "the kernel is not asked";
            socket.NoDelay = options.NoDelay;
            socket.Blocking = false;
            options.Configure?.Invoke(socket);
            socket.Bind(address);
            socket.Listen(options.Backlog);
            return new StampedListener(loop, socket, owner, options, whyRead);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>A socket that was accepted is open or closed, and no longer the listener's to close.</summary>
    internal void Release(StampedSocket socket) => _unopened.Remove(socket);

    void IReadinessTarget.OnEnd() => Dispose();

    void IReadinessTarget.OnReady(Readiness readiness)
    {
        if (!_isAwaited)
        {
            // Level-triggered, it would be told in every round.
            Watch(false);
            return;
        }

        _isAwaited = false;
        _owner.Tell(SocketEvent.Acceptable, ActorRefs.NoSender);
    }

    private static string? TryEnableTimestamps(Socket socket)
    {
        if (TimestampProbe.WhyNone(socket.AddressFamily) is { } reason)
            return reason;
        KernelTimestamps.Enable(socket);
        return null;
    }

    private StampedSocket Accepted(int descriptor)
    {
        _isPaused = false;
        var socket = new StampedSocket(_loop, this, descriptor);
        _unopened.Add(socket);
        return socket;
    }

    private void Watch(bool isWatched)
    {
        _isWatched = isWatched;
        _loop.PauseListener(_descriptor, _key, !isWatched);
    }

    private bool IsPausing() => _isPaused && PauseLeft() > TimeSpan.Zero;

    private TimeSpan PauseLeft()
    {
        var left = _acceptPause - Stopwatch.GetElapsedTime(_pausedSince);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Tries no more for a while: it would go on failing. Who asks for clients then is told when it is over, whether there are some or not.</summary>
    private void Pause(SocketError error)
    {
        // One warning, however long it lasts.
        if (!_isPaused)
            StampedTcpLog.AcceptFailed(_log, LocalEndPoint, error, _acceptPause);
        _isPaused = true;
        _pausedSince = Stopwatch.GetTimestamp();
        if (_isWatched)
            Watch(false);
        if (!_isAwaited)
            return;
        _isAwaited = false;
        _pauseOver.Start(_acceptPause);
    }
}
