using System.Net.Sockets;
using Akka.Actor;
using Akka.Dispatch.EventLoops;

namespace Akka.IO.Internal;

/// <summary>Accepts on the thread of the event loop that the listener runs on, too.</summary>
internal sealed class EventLoopAcceptor : IAcceptor, IReadinessTarget
{
    private readonly EventLoop _loop;
    private readonly Socket _socket;
    private readonly IActorRef _listener;
    private readonly int _key;
    private bool _isWaiting;

    // The loop announces each client, but nothing twice.
    private bool _mayBeReady = true;

    private Socket? _accepted;
    private SocketError _error;

    /// <exception cref="System.ComponentModel.Win32Exception">The system refuses to watch the socket.</exception>
    public EventLoopAcceptor(EventLoop loop, Socket socket, IActorRef listener)
    {
        _loop = loop;
        _socket = socket;
        _listener = listener;
        socket.Blocking = false;
        _key = loop.Watch((int)socket.SafeHandle.DangerousGetHandle(), this);
    }

    public bool Start()
    {
        _isWaiting = !TryAccept();
        return _isWaiting;
    }

    public SocketError Take(out Socket? accepted)
    {
        accepted = _accepted;
        _accepted = null;
        return _error;
    }

    public void Abandon()
    {
        _loop.Forget(_key);
        _isWaiting = false;
        _accepted?.Dispose();
    }

    void IReadinessTarget.OnReady(Readiness readiness)
    {
        _mayBeReady = true;
        if (!_isWaiting || !TryAccept()) return;
        _isWaiting = false;
        _listener.Tell(AcceptFinished.Instance, ActorRefs.NoSender);
    }

    /// <returns>Whether there is a result; if not, the loop will announce the next client.</returns>
    private bool TryAccept()
    {
        if (!_mayBeReady) return false;
        _accepted = LinuxSocket.Accept(_socket, out _error);
        _mayBeReady = !SocketErrors.IsNotReady(_error) || _error == SocketError.Interrupted;
        return !SocketErrors.IsNotReady(_error);
    }
}
