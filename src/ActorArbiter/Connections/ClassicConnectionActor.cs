using ActorArbiter.Connections.Sessions;
using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Transports;
using Akka.Actor;

namespace ActorArbiter.Connections;

/// <summary>
/// A client that sends one message and is told the verdict of its round; or, as its first line says, holds a session.
/// </summary>
/// <remarks>
/// <code>
///  Reading --message--> Waiting --Acknowledge or Refuse--> (reply and close)
///     |
///     +-- a session's first line --> SessionConversation
///     |
///     +-- bad input, silence, shutdown --> (error and close)
/// </code>
/// </remarks>
internal sealed class ClassicConnectionActor : ConnectionActor
{
    private readonly IActorRef _ordering;
    private readonly PatientTimer _idle;
    private MessageIntake? _intake;
    private SessionConversation? _session;
    private LineEnding _ending;
    private bool _isOwedAnswer;

    public ClassicConnectionActor(ConnectionId id, IClientSocket socket, IActorRef ordering, ConnectionOptions options)
        : base(id, socket, options)
    {
        _ordering = ordering;
        _idle = new PatientTimer(Context, IdleTooLong.Instance, options.Time);
    }

    /// <summary>Made when the client speaks: most connections that are open at a time are silent.</summary>
    private MessageIntake Intake => _intake ??= new MessageIntake(Context, Options);

    protected override void PreStart()
    {
        _idle.Start(Options.IdleTimeout);
        ReadOn();
    }

    protected override void PostStop()
    {
        if (_isOwedAnswer)
            _ordering.Tell(new OrderingProtocol.Disconnected(Id));
        _session?.Stopped();
        base.PostStop();
    }

    protected override void CancelTimers()
    {
        _idle.Cancel();
        _intake?.CancelTimers();
        _session?.CancelTimers();
    }

    /// <summary>Reading.</summary>
    protected override void OnFirst(object message)
    {
        switch (message)
        {
            case SocketProtocol.Received received:
                Read(received);
                break;
            case MessageIntake.WentQuiet:
                if (Intake.IsQuiet())
                    Submit(Intake.TakeUnfinishedLine(), LineEnding.None);
                break;
            case SocketProtocol.PeerClosed when Intake.HasUnfinishedLine:
                Submit(Intake.TakeUnfinishedLine(), LineEnding.None);
                if (_isOwedAnswer)
                    TellHalfClosed();
                break;
            case SocketProtocol.PeerClosed:
                CloseSendingSide();
                break;
            case MessageIntake.LineOverdue:
                if (Intake.IsOverdue())
                    Refuse(ConnectionErrors.TooSlow(Options.LineTimeout));
                break;
            case IdleTooLong:
                if (_idle.IsOver())
                    Refuse(ConnectionErrors.Idle(Options.IdleTimeout));
                break;
            case ConnectionProtocol.Shutdown:
                Refuse(Refusals.ShuttingDown);
                break;
            default:
                Otherwise(message);
                break;
        }
    }

    private void Waiting(object message)
    {
        switch (message)
        {
            case OrderingProtocol.Acknowledge acknowledge:
                _isOwedAnswer = false;
                Reply(Replies.Acknowledgment(acknowledge.Line, _ending));
                break;
            case OrderingProtocol.Refuse refuse:
                _isOwedAnswer = false;
                Refuse(refuse.Error);
                break;
            case SocketProtocol.Received:
                ReadOn();
                break;
            case SocketProtocol.PeerClosed:
                TellHalfClosed();
                break;
            case ConnectionProtocol.Shutdown:
                // The ordering actor has no answer to give any more, if it is there at all.
                _isOwedAnswer = false;
                Refuse(Refusals.ShuttingDown);
                break;
            default:
                Otherwise(message);
                break;
        }
    }

    private void Read(SocketProtocol.Received received)
    {
        switch (Intake.Read(received, out var line, out var ending, out var rest))
        {
            case LineStatus.Complete when SessionLine.IsSessionStart(line, ending):
                BeginSession(new SessionIntake(line, Intake.Stamp, rest));
                return;
            case LineStatus.Complete:
                Submit(line, ending);
                break;
            case LineStatus.TooLong:
                Refuse(ConnectionErrors.TooLong);
                break;
            default:
                _idle.Stop();
                break;
        }

        ReadOn();
    }

    private void Submit(ReadOnlySpan<byte> line, LineEnding ending)
    {
        if (!MessageParser.TryParse(line, out var message, out var problem))
        {
            Refuse(ConnectionErrors.BadMessage(problem));
            return;
        }

        CancelTimers();
        _ending = ending;
        _isOwedAnswer = true;
        _ordering.Tell(new OrderingProtocol.Submit(Id, message, Intake.Stamp));
        ConnectionLog.Submitted(Log, Id, message.Text);
        GoOnAs(Waiting);
    }

    private void BeginSession(SessionIntake intake)
    {
        CancelTimers();
        ConnectionLog.BeganSession(Log, Id);
        _session = new SessionConversation(this, Context, _ordering, intake);
        GoOnAs(_session.Receive);
        _session.Begin();
    }

    private void TellHalfClosed()
    {
        _ordering.Tell(new OrderingProtocol.HalfClosed(Id));
        ConnectionLog.HalfClosed(Log, Id);
    }

    private sealed class IdleTooLong : TimeOver
    {
        public static readonly IdleTooLong Instance = new();
    }
}
