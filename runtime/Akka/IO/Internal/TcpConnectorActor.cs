using Akka.Actor;
using Akka.Event;

namespace Akka.IO.Internal;

/// <summary>Opens one connection, hands its socket over, and stops; gives up when its commander stops.</summary>
internal sealed class TcpConnectorActor : ActorBase
{
    private readonly TcpSettings _settings;
    private readonly Tcp.Connect _connect;
    private readonly IActorRef _commander;
    private readonly EstablishedSockets _established;
    private readonly ILoggingAdapter _log;
    private readonly ConnectAttempt _attempt;
    private ICancelable? _timeout;

    public TcpConnectorActor(
        TcpSettings settings, Tcp.Connect connect, IActorRef commander, EstablishedSockets established, ILoggingAdapter log)
    {
        _settings = settings;
        _connect = connect;
        _commander = commander;
        _established = established;
        _log = log;
        _attempt = new ConnectAttempt(connect, settings, Self);
    }

    public static Props PropsFor(
        TcpSettings settings, Tcp.Connect connect, IActorRef commander, EstablishedSockets established, ILoggingAdapter log) =>
        Props.Create(() => new TcpConnectorActor(settings, connect, commander, established, log));

    protected override void PreStart()
    {
        Context.Watch(_commander);
        if (_connect.Timeout is { } timeout)
            _timeout = Context.System.Scheduler.ScheduleTellOnceCancelable(timeout, Self, TimedOut.Instance, Self);
        _attempt.Start();
    }

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case ConnectAttempt.Finished { Failure: null }:
                HandOver();
                return true;
            case ConnectAttempt.Finished { Failure: { } cause }:
                Fail(cause);
                return true;
            case TimedOut:
                Fail(new ConnectException($"Connecting to {_connect.RemoteAddress} took longer than {_connect.Timeout}."));
                return true;
            case Terminated:
                Context.Stop(Self);
                return true;
            default:
                return false;
        }
    }

    protected override void PostStop()
    {
        _timeout?.Cancel();
        _attempt.Dispose();
    }

    private void HandOver()
    {
        var socket = _attempt.Take();
        try
        {
            _established.Add(EstablishedSocket.Prepare(
                socket, local: null, [.. _connect.Options], _commander, _connect.PullMode, _settings.ReceiveTimestamps));
            Context.Stop(Self);
        }
#pragma warning disable CA1031 // Whatever an option or the system throws is the answer to the connect.
        catch (Exception cause)
#pragma warning restore CA1031
        {
            SocketClosing.Reset(socket);
            Fail(cause);
        }
    }

    private void Fail(Exception cause)
    {
        TcpLog.ConnectFailed(_log, _connect.RemoteAddress, cause);
        _commander.Tell(_connect.FailureMessage.WithCause(cause), Self);
        Context.Stop(Self);
    }

    private sealed class TimedOut : INoSerializationVerificationNeeded, IDeadLetterSuppression
    {
        public static readonly TimedOut Instance = new();
    }
}
