using ActorArbiter.Clocks;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>A named round and who joined it.</summary>
/// <remarks>
/// <code>
///  open --closed, somebody was in time--> decided --recorded--> told
///    +----closed, nobody was in time--> expired
///    +----everyone left, and no message--> dropped
/// </code>
/// Decided, it only waits to be recorded: nobody joins any more, and no message counts. One that was told can be begun again
/// as another one: where rounds are played without end, nothing has to be made for each.
/// </remarks>
internal sealed class NamedRound
{
    private const int MostUsual = 2;

    private readonly SessionOptions _options;
    private readonly Round _round;

    /// <summary>Contenders of the rounds that this one was.</summary>
    private readonly Stack<Contender> _spare = new();
    private List<Session>? _waiting;

    /// <summary>The JOIN that took the last seat, as if it were a message; none before the first READY.</summary>
    private Arrival? _readyBy;

    /// <param name="name">Its name.</param>
    /// <param name="terms">What the first JOIN set.</param>
    /// <param name="options">What it did not set.</param>
    /// <param name="opening">When the first JOIN came.</param>
    public NamedRound(RoundName name, RoundTerms terms, SessionOptions options, Opening opening)
    {
        Name = name;
        Terms = terms;
        _options = options;
        _round = new Round(terms.ToRules(options), opening);
    }

    public RoundName Name { get; private set; }

    public RoundTerms Terms { get; private set; }

    /// <summary>Who joined and did not give the seat up, in the order in which they did.</summary>
    public List<Contender> Contenders { get; } = new(MostUsual);

    /// <summary>Whether all seats are taken; a claim has none.</summary>
    public bool IsFull => !Terms.IsClaim && Contenders.Count == Terms.Of;

    /// <summary>When <see cref="TimePassed"/> has something to do; none if it is closed.</summary>
    public TimeSpan? DueAt => _round.DueAt;

    /// <summary>Whether it takes no message any more, and can be decided.</summary>
    public bool IsClosed => _round.Phase == RoundPhase.Closed;

    /// <summary>Its order, from when it is decided on.</summary>
    public Verdict? Verdict { get; private set; }

    public bool IsDecided => Verdict is not null;

    /// <summary>Of the messages that came before it was decided, those that have no place.</summary>
    public IReadOnlyList<Arrival> TooLate { get; private set; } = [];

    /// <summary>Whose next line is answered when it is told.</summary>
    public List<Session> Waiting => _waiting ??= [];

    /// <summary>Its contenders in the order in which they took their seats.</summary>
    public SessionReply.Ready Ready => new(Name, [.. Contenders.Select(each => each.Id)]);

    /// <summary>
    /// Clears it for the next <see cref="Begin"/>, after it was told and when no session refers to it. Its contenders are kept
    /// for those of the next round.
    /// </summary>
    public void End()
    {
        foreach (var contender in Contenders)
            _spare.Push(contender);
        Contenders.Clear();
        (Verdict, TooLate, _readyBy, _waiting) = (null, [], null, null);
    }

    /// <summary>Begins another one that has ended.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="terms">What the first JOIN set.</param>
    /// <param name="opening">When the first JOIN came.</param>
    public void Begin(RoundName name, RoundTerms terms, Opening opening)
    {
        Name = name;
        Terms = terms;
        _round.Begin(terms.ToRules(_options), opening);
    }

    /// <summary>Nobody waits in <see cref="Waiting"/> any more; those who did.</summary>
    public IReadOnlyList<Session> TakeWaiting()
    {
        var waiting = _waiting;
        _waiting = null;
        return waiting is null ? [] : waiting;
    }

    public Contender? Find(ContenderId id)
    {
        foreach (var contender in Contenders)
        {
            if (contender.Id == id)
                return contender;
        }

        return null;
    }

    public Contender Seat(Session session, ContenderId id, JoinOptions options)
    {
        if (!_spare.TryPop(out var contender))
            contender = new Contender(this);
        contender.Join(id);
        contender.Attach(session, options);
        Contenders.Add(contender);
        return contender;
    }

    public void Remove(Contender contender) => Contenders.Remove(contender);

    /// <summary>READY is told, because <paramref name="join"/> took the last seat.</summary>
    public void GotReady(Arrival join) => _readyBy ??= join;

    /// <summary>
    /// Whether <paramref name="arrival"/> is a false start: it was read before READY was told, or together with the JOIN
    /// that took the last seat, or it has a stamp no later than that JOIN. A seat freed after READY changes nothing for
    /// those who were told it.
    /// </summary>
    public bool IsTooEarly(Arrival arrival, ClockHistory clocks)
    {
        if (!Terms.StartsWithReady)
            return false;
        if (_readyBy is not { } join || arrival.Sequence == join.Sequence)
            return true;
        var ranking = Ranking.Of([join, arrival], clocks);
        return ranking.IsByStamp && arrival.Stamp.Nanoseconds <= join.Stamp.Nanoseconds;
    }

    public void Add(Contender contender, Arrival arrival)
    {
        contender.Arrival = arrival;
        _round.Add(arrival);
    }

    public void TimePassed(TimeSpan now) => _round.TimePassed(now);

    /// <summary>Decides it, when it is closed; whether somebody was in time.</summary>
    public bool Decide(ClockHistory clocks)
    {
        (Verdict, TooLate) = _round.Decide(clocks);
        return IsDecided;
    }
}
