using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using ActorArbiter.Transports;
using Akka.Actor;

namespace ActorArbiter.Connections.Sessions;

/// <summary>
/// How a connection behaves that holds a session: it tells the ordering actor what the client says, and the client what the
/// ordering actor says. Belongs to the connection actor.
/// </summary>
/// <remarks>
/// <code>
///          +--lines at hand--> Answering --Deliver, an answer--> Ready
///  Ready --+
///          +--none--> Reading --Received--> Ready
/// </code>
/// It stays ready while its client leaves too much unread. So a client that sends without end is slowed down by TCP: its
/// next lines are read when the last ones were answered and it took the answers.
/// </remarks>
internal sealed class SessionConversation
{
    private readonly ConnectionActor _client;
    private readonly IActorRef _ordering;
    private readonly SessionIntake _intake;

    /// <summary>What the ordering actor is told whenever lines were taken; it lets go of them before the next are.</summary>
    private readonly OrderingProtocol.SessionLines _lines;
    private readonly SessionOutput _output;
    private readonly SessionTimeLimits _limits;
    private Phase _phase = Phase.Ready;
    private bool _isOwed;
    private bool _isOver;

    public SessionConversation(ConnectionActor client, IActorContext context, IActorRef ordering, SessionIntake intake)
    {
        _client = client;
        _ordering = ordering;
        _intake = intake;
        _lines = new OrderingProtocol.SessionLines(client.Id, intake.Taken);
        _output = new SessionOutput(client.Options.MaxUnreadOutput);
        _limits = new SessionTimeLimits(context, client.Options);
    }

    private enum Phase
    {
        /// <summary>The next lines may be taken, or read.</summary>
        Ready,

        /// <summary>The next chunk was asked for.</summary>
        Reading,

        /// <summary>The ordering actor has lines to answer.</summary>
        Answering,
    }

    /// <summary>Goes on where the first line was read.</summary>
    public void Begin() => GoOn();

    /// <summary>The connection actor stopped: the last that the ordering actor hears of it.</summary>
    public void Stopped() => _ordering.Tell(new OrderingProtocol.SessionOver(_client.Id, IsLost: true));

    /// <summary>Handles a message to the connection actor.</summary>
    public void Receive(object message)
    {
        switch (message)
        {
            case SocketProtocol.Received received:
                _phase = Phase.Ready;
                _intake.Add(received);
                GoOn();
                break;
            case OrderingProtocol.Deliver deliver:
                Deliver(deliver);
                break;
            case SocketProtocol.Sent:
                _output.Acknowledged();
                SendAndGoOn();
                break;
            case SocketProtocol.PeerClosed:
                ConnectionLog.HalfClosed(_client.Log, _client.Id);
                TellOver(isLost: false);
                CancelTimers();
                break;
            case SessionTimeLimits.LineOverdue:
                if (_limits.IsOverdue())
                    Reject(ConnectionErrors.TooSlow(_client.Options.LineTimeout));
                break;
            case SessionTimeLimits.IdleTooLong:
                if (_limits.IsIdle())
                    EndIdle();
                break;
            case ConnectionProtocol.Shutdown:
                // The ordering actor has no answer to give any more, if it is there at all.
                _isOver = true;
                Refuse(Refusals.ShuttingDown);
                break;
            default:
                _client.Otherwise(message);
                break;
        }
    }

    /// <summary>No time is kept any more.</summary>
    public void CancelTimers() => _limits.CancelTimers();

    private void Deliver(OrderingProtocol.Deliver deliver)
    {
        if (deliver.IsLast)
        {
            _isOver = true;
            End(deliver.Lines);
            return;
        }

        if (!_output.Add(deliver.Lines))
        {
            _client.Cut();
            return;
        }

        _isOwed = deliver.IsOwed;
        if (deliver.IsAnswer)
            _phase = Phase.Ready;
        SendAndGoOn();
    }

    private void SendAndGoOn()
    {
        var lines = _output.TakeNext();
        if (!lines.IsEmpty && _client.Send(lines))
            _output.Acknowledged();
        GoOn();
    }

    /// <summary>Takes the next lines if it is time for them, and begins to wait for what comes next.</summary>
    private void GoOn()
    {
        if (_isOver)
            return;
        if (_phase == Phase.Ready && _output.HasRoom)
            TakeLines();
        if (!_isOver)
            _limits.Await(_phase == Phase.Reading && _intake.HasUnfinishedLine, _isOwed || _phase == Phase.Answering);
    }

    private void TakeLines()
    {
        var status = _intake.Take();
        if (_lines.Lines.Count > 0)
        {
            _phase = Phase.Answering;
            _ordering.Tell(_lines);
        }
        else if (status == LineStatus.TooLong)
        {
            Reject(ConnectionErrors.TooLong);
        }
        else
        {
            _phase = Phase.Reading;
            _client.ReadOn();
        }
    }

    private void EndIdle()
    {
        if (_output.IsWaiting)
            _client.Cut();
        else
            Reject(ConnectionErrors.Idle(_client.Options.IdleTimeout));
    }

    /// <summary>
    /// Ends a session that its client did not end. The ordering actor takes the connection for lost: the client may come back
    /// to its seat.
    /// </summary>
    private void Reject(ErrorReply error)
    {
        TellOver(isLost: true);
        Refuse(error);
    }

    private void Refuse(ErrorReply error)
    {
        ConnectionLog.Refused(_client.Log, _client.Id, error);
        End(error.ToBytes());
    }

    /// <summary>Ends the connection behind all that waits for the client.</summary>
    private void End(ReadOnlyMemory<byte> last)
    {
        _client.Reply(_output.TakeRest(last));
        if (_phase != Phase.Reading)
            _client.ReadOn(); // To learn that the client has closed.
    }

    private void TellOver(bool isLost)
    {
        if (_isOver)
            return;
        _isOver = true;
        _ordering.Tell(new OrderingProtocol.SessionOver(_client.Id, isLost));
    }
}
