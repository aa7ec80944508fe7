using System.Runtime.InteropServices;
using ActorArbiter.Clocks;

namespace ActorArbiter.Ordering;

/// <summary>
/// The contenders whose arrivals are ordered against each other. In whatever sequence arrivals are added, the verdict
/// is the same: their stamps decide, their places in the mailbox break ties.
/// </summary>
/// <remarks>
/// <code>
///  Open --all arrived--------------------------------------> Closed
///    |                                                          ^
///    +--window or deadline over, or a claim's first--> Settling-+ settled, or all arrived
/// </code>
/// Time is told, never read: any clock will do that does not go back. It says when to stop waiting; who was in time is
/// judged by stamp, and by that clock only where stamps cannot be compared.
/// </remarks>
internal sealed class Round
{
    private const int MostUsual = 4;

    private readonly List<Arrival> _arrivals;
    private RoundRules _rules;
    private Opening _opening;
    private TimeSpan _settledAt;

    /// <param name="rules">When it is decided.</param>
    /// <param name="opening">When it was opened, which its deadline counts from.</param>
    public Round(RoundRules rules, Opening opening = default)
    {
        _arrivals = new List<Arrival>(Math.Min(rules.Contenders, MostUsual));
        Begin(rules, opening);
    }

    public RoundPhase Phase { get; private set; }

    /// <summary>When <see cref="TimePassed"/> has something to do; none if only arrivals can close it.</summary>
    public TimeSpan? DueAt => Phase switch
    {
        RoundPhase.Open => Earlier(_opening.At + _rules.Deadline, FirstAt + _rules.Window),
        RoundPhase.Settling => _settledAt,
        _ => null,
    };

    private TimeSpan? FirstAt => _arrivals.Count == 0 ? null : _arrivals[0].At;

    /// <summary>Begins another round in the place of this one, of which nothing is left.</summary>
    /// <inheritdoc cref="Round(RoundRules, Opening)"/>
    public void Begin(RoundRules rules, Opening opening)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rules.Contenders, 1);
        (_rules, _opening, Phase) = (rules, opening, RoundPhase.Open);
        _arrivals.Clear();
    }

    /// <summary>Takes <paramref name="arrival"/>; each is taken no earlier than the one before.</summary>
    /// <exception cref="InvalidOperationException">The round is closed, or has a message of this id.</exception>
    public void Add(Arrival arrival)
    {
        if (Phase == RoundPhase.Closed)
            throw new InvalidOperationException("the round is closed");
        foreach (var other in _arrivals)
        {
            if (other.Id == arrival.Id)
                throw new InvalidOperationException($"the round has a message of {arrival.Id}");
        }

        _arrivals.Add(arrival);
        if (_rules.IsClaim)
            Settle(arrival.At);
        else if (_arrivals.Count == _rules.Contenders)
            Phase = RoundPhase.Closed;
    }

    /// <summary>It is <paramref name="now"/>.</summary>
    public void TimePassed(TimeSpan now)
    {
        if (DueAt > now)
            return;
        if (Phase == RoundPhase.Settling)
            Phase = RoundPhase.Closed;
        else if (DueAt is not null)
            Settle(now);
    }

    /// <param name="clocks">How the system's clock went, up to now.</param>
    /// <exception cref="InvalidOperationException">The round is not closed.</exception>
    public RoundResult Decide(ClockHistory clocks)
    {
        if (Phase != RoundPhase.Closed)
            throw new InvalidOperationException("the round is not closed");
        if (_arrivals.Count == 0)
            return new RoundResult(null, []);

        var ranking = Ranking.Of(CollectionsMarshal.AsSpan(_arrivals), clocks, _opening);
        var order = ranking.Order;
        var first = ranking.Time(order[0]);
        var inTime = 0;
        List<Arrival>? tooLate = null;
        foreach (var arrival in order)
        {
            if (inTime < _rules.Contenders && IsInTime(arrival, first, ranking))
                order[inTime++] = arrival;
            else
                (tooLate ??= []).Add(arrival);
        }

        return new RoundResult(
            inTime == 0 ? null : ranking.ToVerdict(order.AsSpan(0, inTime)), tooLate is null ? [] : tooLate);
    }

    private static TimeSpan? Earlier(TimeSpan? one, TimeSpan? other) => one < other || other is null ? one : other;

    private void Settle(TimeSpan now)
    {
        if (Phase == RoundPhase.Settling)
            return;
        Phase = RoundPhase.Settling;
        _settledAt = now + _rules.Settle;
    }

    private bool IsInTime(Arrival arrival, long first, Ranking ranking) =>
        !(ranking.Time(arrival) - first > Nanoseconds(_rules.Window))
        && !(SinceOpening(arrival, ranking) > Nanoseconds(_rules.Deadline));

    private long SinceOpening(Arrival arrival, Ranking ranking) =>
        ranking.HasTimes && _opening.Stamp.IsKnown
            ? arrival.Stamp.Nanoseconds - _opening.Stamp.Nanoseconds
            : (arrival.At - _opening.At).Ticks * TimeSpan.NanosecondsPerTick;

    private static long? Nanoseconds(TimeSpan? time) => time?.Ticks * TimeSpan.NanosecondsPerTick;
}
