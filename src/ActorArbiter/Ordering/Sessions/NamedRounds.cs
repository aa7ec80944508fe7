using ActorArbiter.Clocks;
using ActorArbiter.Journal;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>The rounds that were not told yet, by name, and how each ends.</summary>
internal sealed class NamedRounds
{
    /// <summary>Of the rounds that have ended, no more and none larger are kept to be used again.</summary>
    private const int MaxEnded = 1024;

    private const int MaxContendersOfEnded = 8;

    private readonly SessionOptions _options;
    private readonly ClockHistory _clocks;
    private readonly SessionTable _sessions;
    private readonly Watchers _watchers;
    private readonly Outbox _outbox;

    private readonly Dictionary<RoundName, NamedRound> _rounds = [];
    private readonly Stack<NamedRound> _ended = new();
    private readonly Agenda<NamedRound> _closings = new();
    private readonly Agenda<Contender> _holds = new();
    private readonly List<Session> _audience = [];

    public NamedRounds(
        SessionOptions options,
        ClockHistory clocks,
        RecordedNames? recorded,
        SessionTable sessions,
        Watchers watchers,
        Outbox outbox)
    {
        _options = options;
        _clocks = clocks;
        _sessions = sessions;
        _watchers = watchers;
        _outbox = outbox;
        Past = new DecidedRounds(options.DecidedRounds, options.DecidedBytes, recorded);
    }

    /// <summary>The rounds that were told.</summary>
    public DecidedRounds Past { get; }

    /// <summary>How many are open, or decided and not told.</summary>
    public int Count => _rounds.Count;

    /// <summary>How many rounds may be decided before all is closed.</summary>
    public int MayDecide { get; set; } = int.MaxValue;

    public bool HasRoom => _rounds.Count < _options.MaxOpenRounds;

    /// <summary>When <see cref="TimePassed"/> has something to do next.</summary>
    public TimeSpan? DueAt =>
        _closings.NextAt is { } closing && !(_holds.NextAt < closing) ? closing : _holds.NextAt;

    public NamedRound? Find(RoundName name) => _rounds.GetValueOrDefault(name);

    public NamedRound Open(RoundName name, RoundTerms terms, Opening opening)
    {
        if (_ended.TryPop(out var round))
            round.Begin(name, terms, opening);
        else
            round = new NamedRound(name, terms, _options, opening);
        _rounds.Add(name, round);
        _closings.Set(round, round.DueAt);
        return round;
    }

    /// <summary>Those who are told what happens in <paramref name="round"/>, each once; valid until the next call.</summary>
    /// <param name="round">The round.</param>
    /// <param name="except">Who is told something else.</param>
    public IReadOnlyCollection<Session> Audience(NamedRound round, Session? except = null)
    {
        _audience.Clear();
        foreach (var contender in round.Contenders)
        {
            if (contender is { IsBrief: false, Session: { } session } && session != except)
                _audience.Add(session);
        }

        foreach (var watcher in _watchers.Of(round.Name))
        {
            if (IsOnlooker(watcher, round) && watcher != except)
                _audience.Add(watcher);
        }

        return _audience;
    }

    public void Add(Contender contender, Arrival arrival)
    {
        contender.Round.Add(contender, arrival);
        Advance(contender.Round);
    }

    /// <summary>The contender's connection is lost: without a message, its seat is kept for a while.</summary>
    public void Hold(Contender contender, TimeSpan now)
    {
        if (contender.Arrival is null && !contender.Round.IsDecided)
            _holds.Set(contender, now + _options.SeatHold);
    }

    /// <summary>The seat of <paramref name="contender"/> is not freed any more.</summary>
    public void Unhold(Contender contender) => _holds.Set(contender, null);

    /// <summary>The contender is gone for good; its message stays, if it came.</summary>
    public void Leave(Contender contender)
    {
        contender.Detach();
        if (contender.Arrival is not null)
            return;
        contender.Round.Remove(contender);
        if (contender.Round.Contenders.Count == 0)
            Drop(contender.Round);
    }

    public void TimePassed(TimeSpan now)
    {
        while (_holds.TryTake(now, out var contender))
            Leave(contender);
        while (MayDecide > 0 && _closings.TryTake(now, out var round))
        {
            round.TimePassed(now);
            Advance(round);
        }
    }

    /// <summary>
    /// The verdict of <paramref name="round"/> is recorded: tells everyone, and remembers it. The round is not to be used any more.
    /// </summary>
    public void Tell(NamedRound round, long number)
    {
        var outcome = Outcome.Of(round.Name, number, round.Verdict!);
        Past.Add(outcome);
        Remove(round);

        var watchers = _watchers.TakeAll(round.Name);
        Tell(round, watchers, outcome);
        foreach (var contender in round.Contenders)
        {
            if (contender.Session is not { } session)
                continue;

            // Whoever lost a claim was not late: there is one place, and it went to an earlier one.
            var isTooLate = !round.Terms.IsClaim && contender.Arrival is { } arrival && round.TooLate.Contains(arrival);
            if (isTooLate)
                _outbox.Refuse(session, SessionErrors.TooLate(round.Name));
            session.Last = new Participation(
                round.Name, round.Verdict, contender.Id, contender.Arrival is not null, isTooLate);
            contender.Detach();
            _sessions.EndIfDone(session);
        }

        foreach (var watcher in watchers)
            _sessions.EndIfDone(watcher);
        End(round);
    }

    /// <summary>Drops rounds, and whom they were to be told to.</summary>
    /// <param name="decidedToo">Whether those, too, that are decided and not recorded.</param>
    public void DropAll(bool decidedToo)
    {
        foreach (var round in _rounds.Values.Where(round => decidedToo || !round.IsDecided).ToArray())
        {
            foreach (var contender in round.Contenders)
                contender.Detach();
            Remove(round);
        }
    }

    /// <summary>A contender of the round is told as one, whether it watches it or not.</summary>
    private static bool IsOnlooker(Session watcher, NamedRound round) => watcher.Contender?.Round != round;

    private void Advance(NamedRound round)
    {
        _closings.Set(round, round.DueAt);
        if (!round.IsClosed)
            return;
        if (!round.Decide(_clocks))
        {
            Expire(round);
            return;
        }

        MayDecide--;
        _outbox.Add(new SessionEffect(SessionEffectKind.Record, round.Name, round.Verdict));
    }

    /// <summary>Who watches an empty round waits for its name to come again, unless nobody is there to be told.</summary>
    private void Drop(NamedRound round)
    {
        Remove(round);
        foreach (var watcher in _watchers.Of(round.Name).Where(watcher => watcher.IsHalfClosed).ToArray())
        {
            _watchers.Remove(round.Name, watcher);
            _sessions.EndIfDone(watcher);
        }
    }

    private void Expire(NamedRound round)
    {
        Remove(round);
        Session[] told =
        [
            .. round.Contenders.Select(each => each.Session).OfType<Session>()
                .Union(_watchers.TakeAll(round.Name)),
        ];
        _outbox.Tell(told, new SessionReply.Expired(round.Name));
        foreach (var contender in round.Contenders)
            contender.Detach();
        foreach (var session in told)
            _sessions.EndIfDone(session);
    }

    private void Tell(NamedRound round, IReadOnlyCollection<Session> watchers, Outcome outcome)
    {
        var last = outcome.Last;
        ReadOnlyMemory<byte>? all = null;
        foreach (var contender in round.Contenders)
        {
            if (contender.Session is { } session)
                _outbox.Tell(session, contender.IsBrief ? last : LinesFor(contender.Id));
        }

        foreach (var watcher in watchers)
        {
            if (IsOnlooker(watcher, round))
                _outbox.Tell(watcher, LinesFor(null));
        }

        ReadOnlyMemory<byte> LinesFor(ContenderId? id) => outcome.IsToldInFull
            ? all ??= outcome.LinesFor(null, isBrief: false)
            : outcome.LinesFor(id, isBrief: false);
    }

    private void End(NamedRound round)
    {
        if (_ended.Count == MaxEnded || round.Contenders.Count > MaxContendersOfEnded)
            return;
        round.End();
        _ended.Push(round);
    }

    private void Remove(NamedRound round)
    {
        _rounds.Remove(round.Name);
        _closings.Set(round, null);
        foreach (var contender in round.Contenders)
            _holds.Set(contender, null);
    }
}
