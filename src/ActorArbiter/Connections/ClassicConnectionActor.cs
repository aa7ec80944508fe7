using ActorArbiter.Connections.Sessions;
using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using Akka.Actor;
using Akka.IO;

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
    private SessionConversation? _session;
    private LineEnding _ending;
    private bool _isOwedAnswer;

    public ClassicConnectionActor(ConnectionId id, IActorRef connection, IActorRef ordering, ConnectionOptions options)
        : base(id, connection, options)
    {
        _ordering = ordering;
        _idle = new PatientTimer(IdleTooLong.Instance, options.Time);
    }

    /// <summary>Made when the client speaks: most connections that are open at a time are silent.</summary>
    private MessageIntake Intake => field ??= new MessageIntake(Options);

    public static Props PropsFor(ConnectionId id, IActorRef connection, IActorRef ordering, ConnectionOptions options) =>
        Props.Create<ClassicConnectionActor>(id, connection, ordering, options);

    protected override void PreStart()
    {
        base.PreStart();
        _idle.Start(Timers, Options.IdleTimeout);
        ReadOn();
    }

    protected override void PostStop()
    {
        if (_isOwedAnswer)
            _ordering.Tell(new OrderingProtocol.Disconnected(Id));
        _session?.Stopped();
        base.PostStop();
    }

    protected override void OnReceive(object message) => Reading(message);

    private void Reading(object message)
    {
        switch (message)
        {
            case Tcp.Received received:
                Read(received);
                break;
            case MessageIntake.WentQuiet:
                if (Intake.IsQuiet(Timers))
                    Submit(Intake.TakeUnfinishedLine(), LineEnding.None);
                break;
            case Tcp.PeerClosed when Intake.HasUnfinishedLine:
                Submit(Intake.TakeUnfinishedLine(), LineEnding.None);
                if (_isOwedAnswer)
                    TellHalfClosed();
                break;
            case Tcp.PeerClosed:
                CloseSendingSide();
                break;
            case MessageIntake.LineOverdue:
                if (Intake.IsOverdue(Timers))
                    Refuse(ConnectionErrors.TooSlow(Options.LineTimeout));
                break;
            case IdleTooLong:
                if (_idle.IsOver(Timers))
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
            case Tcp.Received:
                ReadOn();
                break;
            case Tcp.PeerClosed:
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

    private void Read(Tcp.Received received)
    {
        switch (Intake.Read(received, Timers, out var line, out var ending, out var rest))
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

        Timers.CancelAll();
        _ending = ending;
        _isOwedAnswer = true;
        _ordering.Tell(new OrderingProtocol.Submit(Id, message, Intake.Stamp));
        ConnectionLog.Submitted(Log, Id, message.Text);
        Become(Waiting);
    }

    private void BeginSession(SessionIntake intake)
    {
        Timers.CancelAll();
        ConnectionLog.BeganSession(Log, Id);
        _session = new SessionConversation(this, _ordering, intake);
        Become(_session.Receive);
        _session.Begin();
    }

    private void TellHalfClosed()
    {
        _ordering.Tell(new OrderingProtocol.HalfClosed(Id));
        ConnectionLog.HalfClosed(Log, Id);
    }

    private sealed class IdleTooLong
    {
        public static readonly IdleTooLong Instance = new();
    }
}
