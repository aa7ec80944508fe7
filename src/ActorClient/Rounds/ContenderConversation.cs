using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorClient.Conversation;

namespace ActorClient.Rounds;

/// <summary>Takes part in a round, and keeps the seat over lost connections by its key.</summary>
/// <remarks>
/// <code>
/// Apart --Connected--> Joining --JOINED--> Seated --VERDICT, EXPIRED--> end
///   |                  ^    |
///   |  undecided, unknown   +--VERDICT: decided before--> end
///   |                  |
///   +--its message may have arrived--> Asking --VERDICT--> end
/// </code>
/// Every phase goes back to Apart when the connection is lost. A message that may have arrived is not simply sent again:
/// the round is asked for first, for its verdict may be all that was lost; then PING follows JOIN, and if PONG comes without
/// RECEIVED before it, the message is not there.
/// </remarks>
internal sealed class ContenderConversation : RoundConversation
{
    /// <summary>What PING says behind JOIN.</summary>
    private const string Mark = "received-by-now";

    private readonly ContenderId _id;
    private readonly bool _isClaim;
    private JoinOptions _options;
    private Phase _phase = Phase.Apart;
    private string? _text;
    private bool _wasSeated;
    private bool _isBack;
    private bool _wasReceived;
    private bool _mayHaveArrived;
    private bool _isReceivedHere;
    private bool _awaitsReady;

    /// <param name="round">The round.</param>
    /// <param name="id">Who takes part.</param>
    /// <param name="options">What JOIN says, with the key of the seat.</param>
    /// <param name="text">What to say at once, behind JOIN in the same segment.</param>
    public ContenderConversation(RoundName round, ContenderId id, JoinOptions options, string? text = null)
        : base(round)
    {
        _id = id;
        _options = options;
        _text = text;
        _isClaim = options.Of == 1 && text is not null;
    }

    private enum Phase
    {
        /// <summary>There is no connection.</summary>
        Apart,

        /// <summary>RESULT was said.</summary>
        Asking,

        /// <summary>JOIN was said.</summary>
        Joining,

        /// <summary>JOINED was heard.</summary>
        Seated,
    }

    /// <inheritdoc/>
    public override AwaitedStep Awaited => _phase switch
    {
        Phase.Apart => AwaitedStep.Connection,
        _ when !_wasSeated => AwaitedStep.Seat,
        _ when _text is not null && !_wasReceived => AwaitedStep.Receipt,
        _ => AwaitedStep.Verdict,
    };

    /// <inheritdoc/>
    protected override string Unanswered => _phase == Phase.Asking ? "RESULT" : "JOIN";

    /// <inheritdoc/>
    /// <remarks>Who comes back may have had a seat, and its message may have decided the round.</remarks>
    protected override bool WasDecidedBefore => _phase == Phase.Joining && !_isBack;

    /// <summary>The contender's message: said as soon as there is a seat.</summary>
    public void Send(string text)
    {
        _text = text;
        if (_phase == Phase.Seated)
            Speak();
    }

    /// <inheritdoc/>
    public override void Lost()
    {
        _phase = Phase.Apart;
        _isBack = true;
    }

    /// <inheritdoc/>
    protected override void Begin()
    {
        _isReceivedHere = false;
        _awaitsReady = false;
        if (_mayHaveArrived)
            Ask();
        else
            Join();
    }

    /// <inheritdoc/>
    protected override void Answered(SessionReply reply)
    {
        switch (reply)
        {
            case SessionReply.Joined joined when joined.Round == Round:
                Sit(joined);
                break;
            case SessionReply.Seated seated when seated.Round == Round:
                Tell(new RoundEvent.Seated(seated.Id, seated.Seats, seated.Of));
                break;
            case SessionReply.Ready ready when ready.Round == Round:
                Tell(new RoundEvent.Ready(ready.Ids));
                if (_awaitsReady)
                    Speak();
                break;
            case SessionReply.Received received when received.Round == Round:
                Received(received.Text);
                break;
            case SessionReply.Pong { Text: Mark } when _phase == Phase.Seated && !_isReceivedHere:
                Speak();
                break;
            case SessionReply.Refused { Error: var error }:
                Refused(error);
                break;
        }
    }

    /// <summary>
    /// A claim is made again: its message crossed the end of a round that somebody else had opened with a deadline.
    /// </summary>
    protected override void Expired()
    {
        if (!_isClaim)
        {
            base.Expired();
            return;
        }

        ClaimAgain("the claim expired before the message");
    }

    private void ClaimAgain(string reason)
    {
        _mayHaveArrived = false;
        Reconnect(reason);
    }

    private void Ask()
    {
        _phase = Phase.Asking;
        Say(SessionCommand.Result(Round));
    }

    private void Join()
    {
        _phase = Phase.Joining;
        var join = SessionCommand.Join(Round, _id, _options);
        if (_mayHaveArrived)
            Say(join, SessionCommand.Ping(Mark));
        else if (_text is not null)
            Speak(join);
        else
            Say(join);
    }

    /// <summary>
    /// Where the server forgets its open rounds, whoever comes back first opens the round anew: with as many as it was.
    /// </summary>
    private void Sit(SessionReply.Joined joined)
    {
        _phase = Phase.Seated;
        _wasSeated = true;
        _options = _options with { Of = joined.Of };
        Tell(new RoundEvent.Joined(joined.Id, joined.Seats, joined.Of));
        if (_text is not null && !_mayHaveArrived)
            Speak();
    }

    private void Speak(params IReadOnlyList<SessionCommand> behind)
    {
        _awaitsReady = false;
        _mayHaveArrived = true;
        Say([.. behind, SessionCommand.Message(null, _text!)]);
        Tell(new RoundEvent.Sent(_text!));
    }

    private void Received(string text)
    {
        _isReceivedHere = true;
        if (_wasReceived)
            return;
        _wasReceived = true;
        Tell(new RoundEvent.Received(text));
    }

    private void Refused(ErrorReply error)
    {
        switch (error.Code)
        {
            case ErrorCodes.Undecided or ErrorCodes.UnknownRound when _phase == Phase.Asking:
                Join();
                break;
            case ErrorCodes.AlreadySent when _phase == Phase.Seated && _mayHaveArrived:
                Received(_text!);
                break;
            case ErrorCodes.TooEarly or ErrorCodes.BadMessage or ErrorCodes.BadArgument
                when _phase == Phase.Seated && _mayHaveArrived && !_isClaim:
                DoesNotCount(error);
                break;
            case ErrorCodes.TooLate:
                Ask();
                break;
            case ErrorCodes.IdTaken when _isClaim: // Until the other claim is decided, or its seat is free.
                ClaimAgain(error.Sentence);
                break;
            default:
                Fail(new ClientOutcome.Refused(error));
                break;
        }
    }

    /// <summary>
    /// A message that the server had received, and that is too early after the server began anew, is said again at READY.
    /// </summary>
    private void DoesNotCount(ErrorReply error)
    {
        if (_wasReceived)
        {
            _awaitsReady = true;
            return;
        }

        _text = null;
        _mayHaveArrived = false;
        Tell(new RoundEvent.Refused(error));
    }
}
