using System.Net;
using ActorArbiter.Connections;
using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorArbiter.Server;

/// <summary>Listens, and spawns a connection actor for each client.</summary>
/// <remarks>
/// <code>
///  Binding --Bound--> Accepting --StopAccepting--> Closed
///     |                   |                          |
///     |                   +--Drain--> Closed --------+--Drain, last connection closed--> Drained
///     +--CommandFailed--> BindFailed
/// </code>
/// Connections are never restarted: one that fails is closed, and nobody else notices. Drained is told when the port is
/// free as well.
/// </remarks>
internal sealed class TcpServerActor : ReceiveActor
{
    private const int Backlog = 4096;

    /// <summary>How many clients at once are told that they are not served.</summary>
    private const int MaxRefusals = 100;

    private readonly ILoggingAdapter _log = Context.GetLogger();

    /// <summary>Kept only where the connections of an address are limited.</summary>
    private readonly Dictionary<IActorRef, IPAddress>? _addresses;

    private readonly HashSet<IActorRef> _refused = [];
    private readonly ListenerOptions _listener;
    private readonly ConnectionOptions _connectionOptions;
    private readonly ConnectionCount _count;
    private readonly IActorRef _ordering;
    private readonly IActorRef _tcp;

    private IActorRef _socket = ActorRefs.Nobody;
    private IActorRef _drainer = ActorRefs.Nobody;
    private long _lastConnection;
    private int _open;
    private int _acceptedOfBatch;
    private bool _isUnbinding;

    public TcpServerActor(
        ListenerOptions listener, ConnectionOptions connections, LimitOptions limits, IActorRef ordering, IActorRef tcp)
    {
        _listener = listener;
        _connectionOptions = connections;
        _count = new ConnectionCount(limits);
        _addresses = limits.MaxConnectionsPerAddress is null ? null : [];
        _ordering = ordering;
        _tcp = tcp;
        Binding();
    }

    /// <param name="listener">Where to listen.</param>
    /// <param name="connections">How long its connections wait for what.</param>
    /// <param name="limits">How many connections there may be.</param>
    /// <param name="ordering">Who decides.</param>
    /// <param name="tcp">The manager of Akka.IO's TCP extension.</param>
    public static Props PropsFor(
        ListenerOptions listener, ConnectionOptions connections, LimitOptions limits, IActorRef ordering, IActorRef tcp) =>
        Props.Create(() => new TcpServerActor(listener, connections, limits, ordering, tcp));

    // In pull mode, accepting and reading wait until they are asked for.
    protected override void PreStart() =>
        _tcp.Tell(new Tcp.Bind(Self, _listener.EndPoint, Backlog, [KeepAlive.Option], pullMode: true));

    protected override SupervisorStrategy SupervisorStrategy() => Akka.Actor.SupervisorStrategy.StoppingStrategy;

    private void Binding()
    {
        Receive<Tcp.Bound>(bound =>
        {
            _socket = Context.Watch(Sender);
            Context.Parent.Tell(new TcpServerProtocol.Listening(_listener, (IPEndPoint)bound.LocalAddress));
            Become(Accepting);
        });
        Receive<Tcp.CommandFailed>(failed =>
            Context.Parent.Tell(new TcpServerProtocol.BindFailed(_listener, failed.Cause.GetOrElse(null!))));
        Receive<TcpServerProtocol.StopAccepting>(_ => Become(Closed));
        Receive<TcpServerProtocol.Drain>(_ => Drain());
    }

    private void Accepting()
    {
        Receive<TcpServerProtocol.StartAccepting>(_ => _socket.Tell(new Tcp.ResumeAccepting(ActorRuntime.AcceptBatch)));
        Receive<Tcp.Connected>(connected =>
        {
            Accept(connected);
            AcceptOn();
        });

        // Without its socket a listener is nothing: that one is left unhandled, so that the listener fails.
        Receive<Terminated>(terminated => Forget(terminated.ActorRef), terminated => !terminated.ActorRef.Equals(_socket));
        Receive<TcpServerProtocol.StopAccepting>(_ => StopAccepting());
        Receive<TcpServerProtocol.Drain>(_ =>
        {
            StopAccepting();
            Drain();
        });
    }

    private void Closed()
    {
        // Bound or accepted while the listener was being closed.
        Receive<Tcp.Bound>(_ => Sender.Tell(Tcp.Unbind.Instance));
        Receive<Tcp.Connected>(_ => Refuse(Refusals.ShuttingDown));
        Receive<TcpServerProtocol.StartAccepting>(_ => { });
        Receive<Tcp.CommandFailed>(_ => { });
        Receive<Tcp.Unbound>(_ => { });
        Receive<Terminated>(terminated =>
        {
            if (terminated.ActorRef.Equals(_socket))
                _socket = ActorRefs.Nobody;
            else
                Forget(terminated.ActorRef);
            TellIfDrained();
        });
        Receive<TcpServerProtocol.StopAccepting>(_ => { });
        Receive<TcpServerProtocol.Drain>(_ => Drain());
    }

    private void StopAccepting()
    {
        if (ActorRuntime.ConnectionsOutliveListener)
            Unbind();
        Become(Closed);
    }

    private void Unbind()
    {
        if (_isUnbinding)
            return;
        _isUnbinding = true;
        _socket.Tell(Tcp.Unbind.Instance);
    }

    private void Accept(Tcp.Connected connected)
    {
        var address = ((IPEndPoint)connected.RemoteAddress).Address;
        if (_count.Add(address) is { } busy)
        {
            Refuse(busy);
            return;
        }

        var id = NextId();
        var connection = Spawn(id, _listener.Profile switch
        {
            ListenerProfile.Greeting => GreetingConnectionActor.PropsFor(id, Sender, _ordering, _connectionOptions),
            ListenerProfile.Echo => EchoConnectionActor.PropsFor(id, Sender, _connectionOptions),
            _ => ClassicConnectionActor.PropsFor(id, Sender, _ordering, _connectionOptions),
        });
        _addresses?.Add(connection, address);
        TcpServerLog.Accepted(_log, id, connected.RemoteAddress);
    }

    /// <summary>
    /// Asks for the next batch when all of the last one is taken care of: else clients that come and go faster than they are
    /// served would use up the descriptors, for their connections are counted only here.
    /// </summary>
    private void AcceptOn()
    {
        if (!ActorRuntime.AcceptsOneBatch || ++_acceptedOfBatch < ActorRuntime.AcceptBatch)
            return;
        _acceptedOfBatch = 0;
        _socket.Tell(new Tcp.ResumeAccepting(ActorRuntime.AcceptBatch));
    }

    /// <summary>Tells a client why it is not served; of too many at once, some are cut without a word.</summary>
    private void Refuse(ErrorReply error)
    {
        if (_refused.Count == MaxRefusals)
        {
            Sender.Tell(Tcp.Abort.Instance);
            return;
        }

        var id = NextId();
        _refused.Add(Spawn(id, RefusedConnectionActor.PropsFor(id, Sender, error, _connectionOptions)));
    }

    private ConnectionId NextId() => new(_listener.Number, ++_lastConnection);

    private IActorRef Spawn(ConnectionId id, Props props)
    {
        _open++;
        return Context.Watch(Context.ActorOf(props, $"connection-{id.Number}"));
    }

    private void Forget(IActorRef connection)
    {
        _open--;
        if (_refused.Remove(connection))
            return;
        IPAddress? address = null;
        _addresses?.Remove(connection, out address);
        _count.Remove(address);
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
        if (_socket.IsNobody())
            _drainer.Tell(new TcpServerProtocol.Drained());
        else
            Unbind();
    }
}
