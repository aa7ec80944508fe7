using ActorArbiter.Clocks;
using ActorArbiter.Journal;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>
/// The named rounds of sessions. A deterministic function of what happens: the same calls in the same sequence have the
/// same effects.
/// </summary>
/// <remarks>
/// <para>
/// Time is told, never read: any clock will do that does not go back. A call's effects are to be taken in their order.
/// </para>
/// <para>
/// A round is decided in two steps. When it closes, it is decided, and <see cref="SessionEffect.Record"/> asks for it to be
/// recorded; when <see cref="Recorded"/> says that it was, everyone is told. In between, lines that ask for its verdict, and
/// messages that are too late for it, wait, and so do the lines behind them.
/// </para>
/// </remarks>
internal sealed class SessionRounds
{
    private readonly Outbox _outbox = new();
    private readonly Watchers _watchers = new();
    private readonly SessionTable _sessions;
    private readonly NamedRounds _rounds;
    private readonly LookUps _lookUps;
    private readonly SessionCommands _commands;

    /// <param name="options">How rounds are kept.</param>
    /// <param name="clocks">
    /// How the system's clock went. It is to be sampled right before <see cref="Handle"/>, <see cref="TimePassed"/>,
    /// <see cref="Recorded"/> and <see cref="LookedUp"/>, for each may close a round.
    /// </param>
    /// <param name="recorded">The rounds in the journal, which this adds to; none without a journal.</param>
    public SessionRounds(SessionOptions options, ClockHistory clocks, RecordedNames? recorded = null)
    {
        _sessions = new SessionTable(_watchers, _outbox);
        _rounds = new NamedRounds(options, clocks, recorded, _sessions, _watchers, _outbox);
        _lookUps = new LookUps(_outbox);
        _commands = new SessionCommands(options, clocks, _sessions, _rounds, _lookUps, _watchers, _outbox);
    }

    /// <summary>How many rounds are open, or decided and not told.</summary>
    public int OpenCount => _rounds.Count;

    /// <summary>How many sessions there are.</summary>
    public int SessionCount => _sessions.All.Count;

    /// <summary>When <see cref="TimePassed"/> has something to do; none if only sessions can bring it about.</summary>
    public TimeSpan? DueAt => _rounds.DueAt;

    /// <summary>Whether a connection is in a round that was not told yet, or watches one.</summary>
    public bool IsOwed(ConnectionId connection) =>
        _sessions.TryFind(connection, out var session) && (session.Contender is not null || session.Watched.Count > 0);

    /// <summary>Answers lines of a connection, which is a session from its first ones on.</summary>
    /// <param name="connection">Whose lines they are; not one that <see cref="SessionEffect.End"/> was said of.</param>
    /// <param name="lines">What was read together.</param>
    /// <param name="sequence">Their place in the mailbox.</param>
    /// <param name="now">When they are taken.</param>
    /// <param name="atMost">How many rounds may be decided, at least one; with the last all is closed.</param>
    /// <returns>What to do; <see cref="SessionEffect.Answered"/> is among it when the next lines may come.</returns>
    public IReadOnlyList<SessionEffect> Handle(
        ConnectionId connection, IReadOnlyList<SessionInput> lines, long sequence, TimeSpan now, int? atMost = null)
    {
        _rounds.MayDecide = atMost ?? int.MaxValue;
        var session = _sessions.FindOrAdd(connection);
        foreach (var line in _sessions.IsClosing ? [] : lines)
            session.Lines.Enqueue(new Line(line, sequence));
        if (!session.IsWaiting)
            Answer(session, now);
        return _outbox.Take();
    }

    /// <summary>The connection is lost, or its client closed its sending side.</summary>
    /// <param name="connection">Whose session it is; nothing happens if there is none.</param>
    /// <param name="isLost">
    /// Whether it can be told nothing any more. If not, its session ends when it was told what it is owed.
    /// </param>
    /// <param name="now">When it is known.</param>
    public IReadOnlyList<SessionEffect> Over(ConnectionId connection, bool isLost, TimeSpan now)
    {
        if (!_sessions.TryFind(connection, out var session))
            return [];
        session.IsHalfClosed = true;
        if (isLost)
            Lose(session, now);
        else if (!session.IsWaiting)
            Finish(session);
        return _outbox.Take();
    }

    /// <summary>It is <paramref name="now"/>.</summary>
    /// <param name="now">What time it is.</param>
    /// <param name="atMost">How many rounds are decided at most; the others stay due.</param>
    public IReadOnlyList<SessionEffect> TimePassed(TimeSpan now, int? atMost = null)
    {
        _rounds.MayDecide = atMost ?? int.MaxValue;
        _rounds.TimePassed(now);
        return _outbox.Take();
    }

    /// <summary>The verdict that <see cref="SessionEffect.Record"/> asked for is recorded.</summary>
    /// <param name="name">Its round.</param>
    /// <param name="number">The verdict's number, greater than those before.</param>
    /// <param name="now">When it is known.</param>
    /// <param name="atMost">As for <see cref="Handle"/>.</param>
    /// <exception cref="InvalidOperationException">No such round was asked to be recorded.</exception>
    public IReadOnlyList<SessionEffect> Recorded(RoundName name, long number, TimeSpan now, int? atMost = null)
    {
        _rounds.MayDecide = atMost ?? int.MaxValue;
        if (_rounds.Find(name) is not { Decided: not null } round)
            throw new InvalidOperationException($"round {name} was not asked to be recorded");
        _rounds.Tell(round, number);
        Answer(round.Waiting, now);
        return _outbox.Take();
    }

    /// <summary>The journal was asked for a round, as <see cref="SessionEffect.LookUp"/> wanted.</summary>
    /// <param name="name">The round.</param>
    /// <param name="outcome">What became of it; none when the journal does not have it.</param>
    /// <param name="now">When it is known.</param>
    /// <param name="atMost">As for <see cref="Handle"/>.</param>
    public IReadOnlyList<SessionEffect> LookedUp(
        RoundName name, Outcome? outcome, TimeSpan now, int? atMost = null)
    {
        _rounds.MayDecide = atMost ?? int.MaxValue;
        _rounds.Past.LookedUp(name, outcome);
        Answer(_lookUps.End(name), now);
        return _outbox.Take();
    }

    /// <summary>
    /// Ends all sessions: those that are owed the verdict of a decided round when it was told, the others at once. No round
    /// is opened or decided any more.
    /// </summary>
    public IReadOnlyList<SessionEffect> Close()
    {
        CloseAll();
        return _outbox.Take();
    }

    private void CloseAll()
    {
        _sessions.IsClosing = true;
        _rounds.DropAll(decidedToo: false);
        foreach (var session in _sessions.All.ToArray())
        {
            foreach (var name in session.Watched.Where(name => _rounds.Find(name) is null).ToArray())
                _watchers.Remove(name, session);
            session.KeepAwaitedLine();
            _sessions.EndIfDone(session);
        }
    }

    /// <summary>
    /// Ends all sessions at once, because nothing can be recorded or looked up any more: nobody is told of a round that is decided
    /// and not recorded.
    /// </summary>
    public IReadOnlyList<SessionEffect> Abandon()
    {
        _sessions.IsClosing = true;
        _rounds.DropAll(decidedToo: true);
        foreach (var session in _sessions.All.ToArray())
        {
            foreach (var name in session.Watched.ToArray())
                _watchers.Remove(name, session);
            session.IsWaiting = false;
            _sessions.EndIfDone(session);
        }

        return _outbox.Take();
    }

    private void Answer(IEnumerable<Session> waiting, TimeSpan now)
    {
        foreach (var session in waiting.Where(session => !session.IsEnded))
        {
            session.IsWaiting = false;
            Answer(session, now);
        }
    }

    /// <summary>Answers the lines of <paramref name="session"/> up to one that has to wait.</summary>
    private void Answer(Session session, TimeSpan now)
    {
        while (session.Lines.TryPeek(out var line))
        {
            if (_commands.AwaitedWith(session, line.Input.Command) is { } waiting)
            {
                session.IsWaiting = true;
                waiting.Add(session);
                return;
            }

            session.Lines.Dequeue();
            _commands.Do(session, line, now);
            if (_rounds.MayDecide == 0 && !_sessions.IsClosing)
                CloseAll();
            if (session.IsEnded)
                return;
        }

        if (session.IsHalfClosed || _sessions.IsClosing)
            Finish(session);
        else
            _outbox.Add(new SessionEffect.Answered(session.Connection));
    }

    /// <summary>No further line will come: ends <paramref name="session"/>, or leaves it to what it is still owed.</summary>
    private void Finish(Session session)
    {
        if (session.Contender is { Arrival: null, Round.Decided: null })
            _commands.Leave(session);
        foreach (var name in session.Watched.Where(name => _rounds.Find(name) is null).ToArray())
            _watchers.Remove(name, session);
        _sessions.EndIfDone(session);
    }

    private void Lose(Session session, TimeSpan now)
    {
        var contender = session.Contender;
        _sessions.Forget(session);
        if (contender is not null)
            _rounds.Hold(contender, now);
    }
}
