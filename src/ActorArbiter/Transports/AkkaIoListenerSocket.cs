using System.Net;
using Akka.Actor;
using Akka.IO;

namespace ActorArbiter.Transports;

/// <summary>
/// A listener of Akka.IO. Its connections are its children, which are reset when it is unbound: so that comes last. Once it
/// accepts it goes on unasked, also in pull mode.
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
    private bool _isClosing;

    public AkkaIoListenerSocket(IActorRef tcp, IPEndPoint address, StampSetting stamps)
    {
        _tcp = tcp;
        _address = address;
        _stamps = stamps;
    }

    // Nobody is accepted, nor read from, before that is asked for.
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
    }

    public IClientSocket? TryAccept() => _accepted.TryDequeue(out var client) ? client : null;

    public void StopAccepting()
    {
    }

    public void Close()
    {
        if (_isClosing)
            return;
        _isClosing = true;
        if (_listener.IsNobody())
            _owner.Self.Tell(ListenerProtocol.Closed.Instance);
        else
            _listener.Tell(Tcp.Unbind.Instance);
    }

    public object? Read(object message)
    {
        switch (message)
        {
            case Tcp.Bound bound:
                _listener = _owner.Watch(_owner.Sender);
                if (_isClosing)
                    _listener.Tell(Tcp.Unbind.Instance);
                return new ListenerProtocol.Bound((IPEndPoint)bound.LocalAddress, WhyRead: null);
            case Tcp.CommandFailed failed:
                return new ListenerProtocol.BindFailed(failed.Cause.GetOrElse(null!));
            case Tcp.Connected connected:
                _accepted.Enqueue(new AkkaIoClientSocket(_owner.Sender, (IPEndPoint)connected.RemoteAddress, _stamps));
                return ListenerProtocol.Acceptable.Instance;
            case Tcp.Unbound:
                return null;
            case Terminated ended when _isClosing && ended.ActorRef.Equals(_listener):
                return ListenerProtocol.Closed.Instance;
            default:
                return message;
        }
    }
}
