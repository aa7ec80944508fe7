using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Dispatch.EventLoops;
using Akka.Event;

namespace Akka.IO.Internal;

/// <summary>
/// Listens on one address, and hands accepted sockets over until it is unbound or its handler stops. Where the kernel is to
/// say when bytes came, it accepts only once that is sure.
/// </summary>
internal sealed class TcpListenerActor : ActorBase
{
    /// <summary>How long to wait after a failure that is no client's, such as no free descriptor.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(100);

    private readonly TcpSettings _settings;
    private readonly Tcp.Bind _bind;
    private readonly IActorRef _commander;
    private readonly EstablishedSockets _established;
    private readonly ILoggingAdapter _log;

    private Inet.SocketOption[] _options = [];
    private Socket? _socket;
    private IAcceptor? _acceptor;
    private EndPoint _address;

    // The own end of all accepted connections; none where each may have another.
    private IPEndPoint? _commonEnd;
    private Tcp.ReceiveTimestampSource _timestamps;
    private TimestampProbe? _probe;
    private bool _bound;
    private bool _accepting;
    private bool _failing;
    private int _allowed;
    private ICancelable? _retry;

    public TcpListenerActor(
        TcpSettings settings, Tcp.Bind bind, IActorRef commander, EstablishedSockets established, ILoggingAdapter log)
    {
        _settings = settings;
        _bind = bind;
        _commander = commander;
        _established = established;
        _log = log;
        _address = bind.LocalAddress;
        _timestamps = settings.ReceiveTimestamps;
    }

    public static Props PropsFor(
        TcpSettings settings, Tcp.Bind bind, IActorRef commander, EstablishedSockets established, ILoggingAdapter log) =>
        Props.Create(() => new TcpListenerActor(settings, bind, commander, established, log))
            .WithDispatcher(settings.ManagementDispatcher);

    protected override void PreStart()
    {
        try
        {
            _options = [.. _bind.Options];
            _socket = Listen();
            _address = _socket.LocalEndPoint!;
            _commonEnd = _address is IPEndPoint end && !IsWildcard(end.Address) ? end : null;
            _acceptor = NewAcceptor(_socket);
        }
#pragma warning disable CA1031 // Whatever an option or the system throws is the answer to the bind.
        catch (Exception cause)
#pragma warning restore CA1031
        {
            TcpLog.BindFailed(_log, _address, cause);
            _commander.Tell(_bind.FailureMessage.WithCause(cause), Self);
            Context.Stop(Self);
            return;
        }

        Context.Watch(_bind.Handler);
        if (_timestamps == Tcp.ReceiveTimestampSource.Kernel)
        {
            _probe = new TimestampProbe(_socket, Self);
            _probe.Start();
            return;
        }

        BeginAccepting();
    }

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case TimestampProbe.Finished { Failure: { } failure }:
                _timestamps = Tcp.ReceiveTimestampSource.Clock;
                TcpLog.NoKernelTimestamps(_log, _address, failure);
                BeginAccepting();
                return true;
            case TimestampProbe.Finished:
                BeginAccepting();
                return true;
            case AcceptFinished:
                _accepting = false;
                TakeAccepted();
                Accept();
                return true;
            case AcceptMore:
                _accepting = false;
                Accept();
                return true;
            case Tcp.ResumeAccepting resume when _bind.PullMode:
                _allowed = resume.BatchSize;
                Accept();
                return true;
            case Tcp.Unbind:
                Close();
                Sender.Tell(Tcp.Unbound.Instance, Self);
                Context.Stop(Self);
                return true;
            case Terminated:
                Context.Stop(Self);
                return true;
            default:
                return false;
        }
    }

    protected override void PostStop() => Close();

    private Socket Listen()
    {
        if (_bind.LocalAddress is not IPEndPoint)
            throw new NotSupportedException($"Cannot listen on {_bind.LocalAddress}: the address must be an IPEndPoint.");

        var socket = new Socket(_bind.LocalAddress.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (_timestamps == Tcp.ReceiveTimestampSource.Kernel) KernelTimestamps.TryEnable(socket);
            foreach (var option in _options)
                option.BeforeServerSocketBind(socket);
            socket.Bind(_bind.LocalAddress);
            socket.Listen(_bind.Backlog);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsWildcard(IPAddress address) =>
        address.Equals(IPAddress.IPv6Any)
        || (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).Equals(IPAddress.Any);

    private IAcceptor NewAcceptor(Socket socket) =>
        Context.Dispatcher is EventLoopDispatcher { Loop: var loop }
            ? new EventLoopAcceptor(loop, socket, Self)
            : new AcceptOperation(socket, Self);

    private void BeginAccepting()
    {
        _bound = true;
        TcpLog.Bound(_log, _address);
        _commander.Tell(new Tcp.Bound(_address), Self);
        Accept();
    }

    /// <summary>Accepts what is there, at most a batch at a time, and then waits for more.</summary>
    private void Accept()
    {
        for (var count = 0; count < _settings.BatchAcceptLimit; count++)
        {
            if (!_bound || _accepting || (_bind.PullMode && _allowed == 0)) return;

            _accepting = _acceptor!.Start();
            if (_accepting) return;
            TakeAccepted();
        }

        _accepting = true;
        Self.Tell(AcceptMore.Instance, ActorRefs.NoSender);
    }

    private void TakeAccepted()
    {
        var error = _acceptor!.Take(out var accepted);
        if (accepted is not null)
        {
            _failing = false;
            HandOver(accepted);
        }
        else if (!SocketErrors.IsLostClient(error))
        {
            AwaitRecovery(error);
        }
    }

    private void HandOver(Socket accepted)
    {
        try
        {
            _established.Add(EstablishedSocket.Prepare(
                accepted, OwnEnd(), _options, _bind.Handler, _bind.PullMode, _timestamps));
            // A client that is lost before the handler hears of it does not count: the handler could not ask for another.
            if (_allowed > 0) _allowed--;
        }
#pragma warning disable CA1031 // Options are the user's code; whatever they throw ends this one connection.
        catch (Exception cause)
#pragma warning restore CA1031
        {
            TcpLog.AcceptedConnectionFailed(_log, _address, cause);
            SocketClosing.Reset(accepted);
        }
    }

    // Each handler may change its own.
    private IPEndPoint? OwnEnd() => _commonEnd is null ? null : new IPEndPoint(_commonEnd.Address, _commonEnd.Port);

    private void AwaitRecovery(SocketError error)
    {
        // One warning, however long it lasts.
        if (!_failing) TcpLog.AcceptFailed(_log, _address, error, RetryAfter);
        _failing = true;
        _accepting = true;
        _retry = Context.System.Scheduler.ScheduleTellOnceCancelable(
            RetryAfter, Self, AcceptMore.Instance, ActorRefs.NoSender);
    }

    private void Close()
    {
        if (_socket is null) return;
        _probe?.Dispose();
        _retry?.Cancel();
        _socket.Dispose();
        _socket = null;
        _acceptor?.Abandon();
        TcpLog.Unbound(_log, _address);
    }

    private sealed class AcceptMore : INoSerializationVerificationNeeded, IDeadLetterSuppression
    {
        public static readonly AcceptMore Instance = new();
    }
}
