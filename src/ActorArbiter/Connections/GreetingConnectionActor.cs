using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using ActorArbiter.Transports;
using Akka.Actor;

namespace ActorArbiter.Connections;

/// <summary>A client that takes a seat, is greeted when all seats are taken, sends one text and is told the verdict.</summary>
/// <remarks>
/// <code>
///  Seating --Seated--> Reading --text--> Waiting --Acknowledge or Refuse--> (reply and close)
///                         |
///                         +-- bad input, left --> (close; the seat is given up)
/// </code>
/// The greeting may come while reading or, for a text sent ahead of it, while waiting.
/// </remarks>
internal sealed class GreetingConnectionActor : ConnectionActor
{
    private readonly IActorRef _ordering;
    private readonly MessageIntake _intake;
    private ContenderId _letter;
    private LineEnding _ending;
    private bool _hasSeat = true;

    public GreetingConnectionActor(ConnectionId id, IClientSocket socket, IActorRef ordering, ConnectionOptions options)
        : base(id, socket, options)
    {
        _ordering = ordering;
        _intake = new MessageIntake(Context, options);
    }

    protected override void PreStart()
    {
        _ordering.Tell(new OrderingProtocol.TakeSeat(Id));
    }

    protected override void PostStop()
    {
        GiveUpSeat();
        base.PostStop();
    }

    protected override void CancelTimers() => _intake.CancelTimers();

    /// <summary>Seating.</summary>
    protected override void OnFirst(object message)
    {
        switch (message)
        {
            case OrderingProtocol.Seated seated:
                _letter = seated.Letter;
                ConnectionLog.Seated(Log, Id, _letter);
                ReadOn();
                GoOnAs(Reading);
                break;
            default:
                Answered(message);
                break;
        }
    }

    private void Reading(object message)
    {
        switch (message)
        {
            case SocketProtocol.Received received:
                Read(received);
                break;
            case MessageIntake.WentQuiet:
                if (_intake.IsQuiet())
                    Speak(_intake.TakeUnfinishedLine(), LineEnding.None);
                break;
            case SocketProtocol.PeerClosed when _intake.HasUnfinishedLine:
                Speak(_intake.TakeUnfinishedLine(), LineEnding.None);
                break;
            case SocketProtocol.PeerClosed:
                GiveUpSeat();
                CloseSendingSide();
                break;
            case MessageIntake.LineOverdue:
                if (_intake.IsOverdue())
                    Reject(ConnectionErrors.TooSlow(Options.LineTimeout));
                break;
            default:
                Answered(message);
                break;
        }
    }

    private void Waiting(object message)
    {
        switch (message)
        {
            case SocketProtocol.Received:
                ReadOn();
                break;
            case SocketProtocol.PeerClosed:
                break; // It may still listen.
            default:
                Answered(message);
                break;
        }
    }

    private void Answered(object message)
    {
        switch (message)
        {
            case OrderingProtocol.Greet:
                Send(Greeting.ToBytes(_letter));
                break;
            case OrderingProtocol.Acknowledge acknowledge:
                _hasSeat = false;
                Reply(Replies.Acknowledgment(acknowledge.Line, _ending));
                break;
            case OrderingProtocol.Refuse refuse:
                RefuseContender(refuse.Error);
                break;
            case ConnectionProtocol.Shutdown:
                // The ordering actor has no answer to give any more, if it is there at all.
                RefuseContender(Refusals.ShuttingDown);
                break;
            default:
                Otherwise(message);
                break;
        }
    }

    private void Read(SocketProtocol.Received received)
    {
        switch (_intake.Read(received, out var line, out var ending, out _))
        {
            case LineStatus.Complete:
                Speak(line, ending);
                break;
            case LineStatus.TooLong:
                Reject(ConnectionErrors.TooLong);
                break;
        }

        ReadOn();
    }

    private void Speak(ReadOnlySpan<byte> line, LineEnding ending)
    {
        if (!MessageParser.TryParseText(line, _letter, out var message, out var problem))
        {
            Reject(ConnectionErrors.BadMessage(problem));
            return;
        }

        CancelTimers();
        _ending = ending;
        _ordering.Tell(new OrderingProtocol.Speak(Id, new ClientMessage(_letter, message.Text), _intake.Stamp));
        ConnectionLog.Submitted(Log, Id, message.Text);
        GoOnAs(Waiting);
    }

    /// <summary>Ends a connection whose seat is gone already; while it had none, nothing was read yet.</summary>
    private void RefuseContender(ErrorReply error)
    {
        _hasSeat = false;
        Refuse(error);
        ReadOn();
    }

    private void Reject(ErrorReply error)
    {
        GiveUpSeat();
        Refuse(error);
    }

    private void GiveUpSeat()
    {
        if (!_hasSeat)
            return;
        _hasSeat = false;
        _ordering.Tell(new OrderingProtocol.Disconnected(Id));
    }
}
