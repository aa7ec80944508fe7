using System.Net;
using ActorArbiter.Connections;
using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using ActorArbiter.Transports;
using Akka.Actor;
using Akka.Event;

namespace ActorArbiter.Server;

/// <summary>Listens, and spawns a connection actor for each client.</summary>
/// <remarks>
/// <code>
///  Binding --Bound--> Accepting --StopAccepting--> Closed
///     |                   |                          |
///     |                   +--Drain--> Closed --------+--Drain, last connection gone--> Drained
///     +--BindFailed
/// </code>
/// Drained is told when the port is free as well.
/// </remarks>
internal sealed class TcpServerActor : UntypedActor
{
    /// <summary>How many clients are accepted before others have their turn.</summary>
    private const int AcceptsPerTurn = 16;

    /// <summary>How many clients at once are told that they are not served.</summary>
    private const int MaxRefusals = 100;

    private readonly ILoggingAdapter _log = Context.GetLogger();

    /// <summary>Kept only where the connections of an address are limited.</summary>
    private readonly Dictionary<IActorRef, IPAddress>? _addresses;

    private readonly HashSet<IActorRef> _refused = [];
    private readonly ListenerOptions _listener;
    private readonly IListenerSocket _socket;
    private readonly ConnectionFactory _connections;
    private readonly ConnectionCount _count;

    private IActorRef _drainer = ActorRefs.Nobody;
    private long _lastConnection;
    private int _open;
    private bool _isBound;
    private bool _isClosing;

    public TcpServerActor(
        ListenerOptions listener, ConnectionOptions connections, LimitOptions limits, IActorRef ordering, ITransport transport)
    {
        _listener = listener;
        _socket = transport.Listener(listener.EndPoint);
        _connections = new ConnectionFactory(listener.Profile, ordering, connections);
        _count = new ConnectionCount(limits);
        _addresses = limits.MaxConnectionsPerAddress is null ? null : [];
    }

    /// <param name="listener">Where to listen.</param>
    /// <param name="connections">How long its connections wait for what.</param>
    /// <param name="limits">How many connections there may be.</param>
    /// <param name="ordering">Who decides.</param>
    /// <param name="transport">What carries its connections.</param>
    public static Props PropsFor(
        ListenerOptions listener, ConnectionOptions connections, LimitOptions limits, IActorRef ordering, ITransport transport) =>
        Props.Create(() => new TcpServerActor(listener, connections, limits, ordering, transport));

    protected override void PreStart() => _socket.Bind(Context);

    protected override void PostStop() => _socket.Close();

    protected override SupervisorStrategy SupervisorStrategy() => new ClientSupervision(Forget);

    protected override void OnReceive(object message) => Binding(message);

    private void Binding(object message)
    {
        switch (_socket.Read(message))
        {
            case ListenerProtocol.Bound bound:
                _isBound = true;
                if (bound.WhyRead is { } reason)
                    TcpServerLog.NoKernelStamps(_log, bound.Address, reason);
                Context.Parent.Tell(new TcpServerProtocol.Listening(_listener, bound.Address));
                Become(Accepting);
                break;
            case ListenerProtocol.BindFailed failed:
                Context.Parent.Tell(new TcpServerProtocol.BindFailed(_listener, failed.Cause));
                break;
            case TcpServerProtocol.StopAccepting:
                StopAccepting();
                break;
            case TcpServerProtocol.Drain:
                Drain();
                break;
            case { } other:
                Unhandled(other);
                break;
        }
    }

    private void Accepting(object message)
    {
        switch (_socket.Read(message))
        {
            case TcpServerProtocol.StartAccepting:
                _socket.AcceptOn();
                break;
            case ListenerProtocol.Acceptable:
                for (var accepted = 0; accepted < AcceptsPerTurn && _socket.TryAccept() is { } client; accepted++)
                    Accept(client);
                _socket.AcceptOn();
                break;
            case TcpServerProtocol.StopAccepting:
                StopAccepting();
                break;
            case TcpServerProtocol.Drain:
                StopAccepting();
                Drain();
                break;
            case { } other:
                Unhandled(other);
                break;
        }
    }

    private void Closed(object message)
    {
        switch (_socket.Read(message))
        {
            // Accepted while the listener was being closed.
            case ListenerProtocol.Acceptable:
                while (_socket.TryAccept() is { } client)
                    Refuse(client, Refusals.ShuttingDown);
                break;
            case TcpServerProtocol.Drain:
                Drain();
                break;
            case ListenerProtocol.Closed:
                _isBound = false;
                TellIfDrained();
                break;
            case ListenerProtocol.Bound:
                _isBound = true;
                TellIfDrained();
                break;
            case ListenerProtocol.BindFailed or TcpServerProtocol.StartAccepting or TcpServerProtocol.StopAccepting:
                break;
            case { } other:
                Unhandled(other);
                break;
        }
    }

    private void StopAccepting()
    {
        _socket.StopAccepting();
        Become(Closed);
    }

    private void Accept(IClientSocket client)
    {
        var address = _addresses is null ? IPAddress.None : client.Peer?.Address ?? IPAddress.None;
        if (_count.Add(address) is { } busy)
        {
            Refuse(client, busy);
            return;
        }

        var id = NextId();
        TcpServerLog.Accepted(_log, id, client);
        var connection = Spawn(id, _connections.PropsFor(id, client));
        _addresses?.Add(connection, address);
    }

    /// <summary>Tells a client why it is not served; of too many at once, some are cut without a word.</summary>
    private void Refuse(IClientSocket client, ErrorReply error)
    {
        if (_refused.Count == MaxRefusals)
        {
            client.Close();
            return;
        }

        var id = NextId();
        _refused.Add(Spawn(id, _connections.RefusalFor(id, client, error)));
    }

    private ConnectionId NextId() => new(_listener.Number, ++_lastConnection);

    private IActorRef Spawn(ConnectionId id, Props props)
    {
        _open++;
        return Context.ActorOf(props, $"connection-{id.Number}");
    }

    private void Forget(IActorRef connection)
    {
        _open--;
        if (!_refused.Remove(connection))
        {
            IPAddress? address = null;
            _addresses?.Remove(connection, out address);
            _count.Remove(address);
        }

        TellIfDrained();
    }

    private void Drain()
    {
        _drainer = Sender;
        foreach (var connection in Context.GetChildren())
            connection.Tell(new ConnectionProtocol.Shutdown());
        Become(Closed);
        TellIfDrained();
    }

    private void TellIfDrained()
    {
        if (_open > 0 || _drainer.IsNobody())
            return;
        if (!_isBound)
        {
            _drainer.Tell(new TcpServerProtocol.Drained());
        }
        else if (!_isClosing)
        {
            _isClosing = true;
            _socket.Close();
        }
    }
}
