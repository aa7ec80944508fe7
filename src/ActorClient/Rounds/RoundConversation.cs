using System.Text;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorClient.Conversation;

namespace ActorClient.Rounds;

/// <summary>
/// What a client says of one round, over as many connections as it takes, until it knows the outcome. Knows neither sockets
/// nor time: it is told what happens, and what is to be done is taken from it. Not thread-safe.
/// </summary>
/// <param name="round">The round.</param>
internal abstract class RoundConversation(RoundName round)
{
    private readonly List<Placing> _places = [];
    private List<RoundEffect> _effects = [];

    /// <summary>What has not come yet.</summary>
    public abstract AwaitedStep Awaited { get; }

    /// <summary>Whether the server has said something on this connection that an arbiter with rounds says.</summary>
    public bool IsUnderstood { get; private set; }

    /// <summary>The round.</summary>
    protected RoundName Round { get; } = round;

    /// <summary>The command that has not been answered, for error sentences.</summary>
    protected abstract string Unanswered { get; }

    /// <summary>There is a connection, the first or another.</summary>
    public void Connected()
    {
        _places.Clear();
        IsUnderstood = false;
        Tell(new RoundEvent.Connected());
        Begin();
    }

    /// <summary>The connection is lost.</summary>
    public virtual void Lost()
    {
    }

    /// <summary>The server said this line. What it is about, or means, may be unknown: then it is skipped.</summary>
    public void Hear(string line)
    {
        if (SessionReply.TryParse(line, out var reply))
        {
            IsUnderstood = true;
            Hear(reply);
        }
        else if (!IsUnderstood && (!BeginsLikeReply(line) || IsEcho(line)))
        {
            FailWithoutRounds(line);
        }
    }

    /// <summary>
    /// The server said this and no more, without a line end. If it is the beginning of a line that was cut off, it says
    /// nothing: <c>ERROR un</c> is no refusal.
    /// </summary>
    public void HearUnfinished(string beginning)
    {
        if (!IsUnderstood && !BeginsLikeReply(beginning))
            FailWithoutRounds(beginning);
    }

    /// <summary>What is to be done, in this order; empty afterwards.</summary>
    public IReadOnlyList<RoundEffect> Take()
    {
        var effects = _effects;
        _effects = [];
        return effects;
    }

    /// <summary>Whether a verdict heard now is that of a round decided before the client asked for a seat.</summary>
    protected virtual bool WasDecidedBefore => false;

    /// <summary>Says the first words of a new connection.</summary>
    protected abstract void Begin();

    /// <summary>The server said something that is neither the outcome nor a reason to come back later.</summary>
    protected abstract void Answered(SessionReply reply);

    /// <summary>Nobody's message arrived by the deadline.</summary>
    protected virtual void Expired()
    {
        Tell(new RoundEvent.Expired(Round));
        _effects.Add(new RoundEffect.End());
    }

    protected void Say(params IReadOnlyList<SessionCommand> commands) => _effects.Add(new RoundEffect.Say(commands));

    protected void Tell(RoundEvent happened) => _effects.Add(new RoundEffect.Tell(happened));

    protected void Reconnect(string reason) => _effects.Add(new RoundEffect.Reconnect(reason));

    protected void Fail(ClientOutcome outcome) => _effects.Add(new RoundEffect.Fail(outcome));

    private void Hear(SessionReply reply)
    {
        switch (reply)
        {
            case SessionReply.Placed placed when placed.Round == Round:
                _places.Add(new Placing(placed.Place, placed.Arrived, placed.Id, placed.Gap, placed.Basis));
                break;
            case SessionReply.Verdict verdict when verdict.Round == Round:
                Decided(new RoundVerdict(Round, verdict.Number, verdict.Sentence, [.. _places]));
                break;
            case SessionReply.Expired expired when expired.Round == Round:
                Expired();
                break;
            case SessionReply.Refused { Error: var error } when IsPassing(error):
                Reconnect(error.Sentence);
                break;
            default:
                Answered(reply);
                break;
        }
    }

    private void Decided(RoundVerdict verdict)
    {
        Tell(new RoundEvent.Decided(verdict) { WasDecidedBefore = WasDecidedBefore });
        _effects.Add(new RoundEffect.End());
    }

    /// <summary>
    /// Whether another connection may do better. A seat can be taken over only with its key, which is the client's own
    /// secret: what replaced a connection is an older one of the same client, whose JOIN the server read late.
    /// </summary>
    private static bool IsPassing(ErrorReply error) => error.Code
        is ErrorCodes.Busy or ErrorCodes.ShuttingDown or ErrorCodes.Idle or ErrorCodes.TooSlow or ErrorCodes.Replaced;

    /// <summary>The first word of each of an arbiter's lines is in capitals, also of those that later versions may say.</summary>
    private static bool BeginsLikeReply(string line)
    {
        var word = line.AsSpan(0, line.IndexOf(' ') is >= 0 and var space ? space : line.Length);
        return !word.IsEmpty && !word.ContainsAnyExceptInRange('A', 'Z');
    }

    private static bool IsEcho(string line) => SessionLine.IsSessionStart(Encoding.UTF8.GetBytes(line), LineEnding.Lf);

    private void FailWithoutRounds(string said) => Fail(new ClientOutcome.ConnectionLost(
        $"the server said '{said}' where the answer to {Unanswered} was due: it knows no rounds"));
}
