using System.Net;
using Akka.Actor;
using Akka.IO;

namespace ActorArbiter.Transports;

/// <summary>
/// A listener of Akka.IO. It accepts whoever comes, also in pull mode, so that clients wait here until they are asked for. Its
/// connections are its children, which are reset when it is unbound: so that comes last.
/// </summary>
internal sealed class AkkaIoListenerSocket : IListenerSocket
{
    private const int Backlog = 4096;

    /// <summary>It goes on with so many accepts under way.</summary>
    private const int AcceptsAtOnce = 16;

    private readonly IActorRef _tcp;
    private readonly IPEndPoint _address;
    private readonly StampSetting _stamps;
    private readonly Queue<AkkaIoClientSocket> _accepted = new();
    private IActorContext _owner = null!;
    private IActorRef _listener = ActorRefs.Nobody;
    private bool _isAccepting;

    /// <summary>The owner wants to know when there is a client.</summary>
    private bool _isAwaited;

    /// <summary>The owner was told, and has not been at it.</summary>
    private bool _isTold;
    private bool _isStopping;
    private bool _isClosing;

    public AkkaIoListenerSocket(IActorRef tcp, IPEndPoint address, StampSetting stamps)
    {
        _tcp = tcp;
        _address = address;
        _stamps = stamps;
    }

    public void Bind(IActorContext owner)
    {
        _owner = owner;
        _tcp.Tell(new Tcp.Bind(owner.Self, _address, Backlog, [AkkaIoSocketOptions.Instance], pullMode: true));
    }

    public void AcceptOn()
    {
        if (!_isAccepting)
            _listener.Tell(new Tcp.ResumeAccepting(AcceptsAtOnce));
        _isAccepting = true;
        _isAwaited = true;
        TellAcceptable();
    }

    public IClientSocket? TryAccept() => _accepted.TryDequeue(out var client) ? client : null;

    public void StopAccepting()
    {
        _isStopping = true;
        TellAcceptable();
    }

    public void Close()
    {
        if (_isClosing)
            return;
        _isClosing = true;
        if (_listener.IsNobody())
            _owner.Self.Tell(ListenerProtocol.Closed.Instance);
        else
            Unbind();
    }

    public object? Read(object message)
    {
        switch (message)
        {
            case Tcp.Bound bound:
                _listener = _owner.Watch(_owner.Sender);
                if (_isClosing)
                    Unbind();
                return new ListenerProtocol.Bound((IPEndPoint)bound.LocalAddress, WhyRead: null);
            case Tcp.CommandFailed failed:
                return new ListenerProtocol.BindFailed(failed.Cause.GetOrElse(null!));
            case Tcp.Connected connected:
                _accepted.Enqueue(new AkkaIoClientSocket(_owner.Sender, (IPEndPoint)connected.RemoteAddress, _stamps));
                return IsToBeTold() ? ListenerProtocol.Acceptable.Instance : null;
            case ListenerProtocol.Acceptable:
                _isTold = false;
                return message;
            case Tcp.ConnectionClosed:
                return null; // One that nobody opened.
            case Terminated ended when _isClosing && ended.ActorRef.Equals(_listener):
                return ListenerProtocol.Closed.Instance;
            default:
                return message;
        }
    }

    // Told is who watches it; its answer might find the owner gone.
    private void Unbind() => _listener.Tell(Tcp.Unbind.Instance, ActorRefs.Nobody);

    private void TellAcceptable()
    {
        if (_accepted.Count == 0 || !IsToBeTold())
            return;
        _isTold = true;
        _owner.Self.Tell(ListenerProtocol.Acceptable.Instance);
    }

    /// <summary>Whether the owner is to be told of clients; after that it is not, unless it asks again.</summary>
    private bool IsToBeTold()
    {
        if (_isTold || !(_isAwaited || _isStopping))
            return false;
        _isAwaited = false;
        return true;
    }
}
