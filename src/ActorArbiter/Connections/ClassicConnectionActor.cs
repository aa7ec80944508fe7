using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using Akka.Actor;
using Akka.IO;

namespace ActorArbiter.Connections;

/// <summary>A client that sends one message and is told the verdict of its round.</summary>
/// <remarks>
/// <code>
///  Reading --message--> Waiting --Acknowledge or Refuse--> (reply and close)
///     |
///     +-- bad input, silence, shutdown --> (error and close)
/// </code>
/// </remarks>
internal sealed class ClassicConnectionActor : ConnectionActor
{
    private readonly IActorRef _ordering;
    private readonly MessageIntake _intake;
    private LineEnding _ending;
    private bool _isOwedAnswer;

    public ClassicConnectionActor(ConnectionId id, IActorRef connection, IActorRef ordering, ConnectionOptions options)
        : base(id, connection, options)
    {
        _ordering = ordering;
        _intake = new MessageIntake(options);
    }

    public static Props PropsFor(ConnectionId id, IActorRef connection, IActorRef ordering, ConnectionOptions options) =>
        Props.Create(() => new ClassicConnectionActor(id, connection, ordering, options));

    protected override void PreStart()
    {
        base.PreStart();
        Context.SetReceiveTimeout(Options.IdleTimeout);
        ReadOn();
    }

    protected override void PostStop()
    {
        if (_isOwedAnswer)
            _ordering.Tell(new OrderingProtocol.Disconnected(Id));
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
                Submit(_intake.TakeUnfinishedLine(), LineEnding.None);
                break;
            case Tcp.PeerClosed when _intake.HasUnfinishedLine:
                Submit(_intake.TakeUnfinishedLine(), LineEnding.None);
                if (_isOwedAnswer)
                    TellHalfClosed();
                break;
            case Tcp.PeerClosed:
                CloseSendingSide();
                break;
            case MessageIntake.LineOverdue:
                Refuse(ConnectionErrors.TooSlow(Options.LineTimeout));
                break;
            case ReceiveTimeout:
                Refuse(ConnectionErrors.Idle(Options.IdleTimeout));
                break;
            case ConnectionProtocol.Shutdown:
                Refuse(Refusals.ShuttingDown);
                break;
            default:
                if (!IsConnectionLost(message))
                    Unhandled(message);
                break;
        }
    }

    private void Waiting(object message)
    {
        switch (message)
        {
            case OrderingProtocol.Acknowledge acknowledge:
                _isOwedAnswer = false;
                Reply(Replies.Acknowledgment(acknowledge.Sentence, _ending));
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
                break; // The ordering actor's answer is on its way.
            default:
                if (!IsConnectionLost(message))
                    Unhandled(message);
                break;
        }
    }

    private void Read(Tcp.Received received)
    {
        switch (_intake.Read(received, Timers, out var line, out var ending))
        {
            case LineStatus.Complete:
                Submit(line, ending);
                ReadOn();
                break;
            case LineStatus.TooLong:
                Refuse(ConnectionErrors.TooLong);
                ReadOn();
                break;
            default:
                ReadOn();
                break;
        }
    }

    private void Submit(ReadOnlySpan<byte> line, LineEnding ending)
    {
        if (!MessageParser.TryParse(line, out var message, out var problem))
        {
            Refuse(ConnectionErrors.BadMessage(problem));
            return;
        }

        Timers.CancelAll();
        Context.SetReceiveTimeout(null);
        _ending = ending;
        _isOwedAnswer = true;
        _ordering.Tell(new OrderingProtocol.Submit(Id, message, _intake.Stamp));
        ConnectionLog.Submitted(Log, Id, message.Text);
        Become(Waiting);
    }

    private void TellHalfClosed()
    {
        _ordering.Tell(new OrderingProtocol.HalfClosed(Id));
        ConnectionLog.HalfClosed(Log, Id);
    }
}
