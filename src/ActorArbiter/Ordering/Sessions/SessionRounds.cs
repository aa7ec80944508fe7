using System.Diagnostics.CodeAnalysis;
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
/// Time is told, never read: any clock will do that does not go back. After a call its effects are to be taken, and then what
/// sessions are to be told.
/// </para>
/// <para>
/// A round is decided in two steps. When it closes, it is decided, and <see cref="SessionEffectKind.Record"/> asks for it to be
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

    /// <summary>Takes what is to be done next, beside telling sessions.</summary>
    public bool TryTake(out SessionEffect effect) => _outbox.TryTake(out effect);

    /// <summary>
    /// Takes all that a connection is to be told; after one with <see cref="OrderingProtocol.Deliver.IsLast"/> nothing is
    /// remembered of it.
    /// </summary>
    public bool TryTake(out ConnectionId connection, [NotNullWhen(true)] out OrderingProtocol.Deliver? delivery) =>
        _outbox.TryTake(out connection, out delivery);

    /// <summary>Answers lines of a connection, which is a session from its first ones on.</summary>
    /// <param name="connection">Whose lines they are; not one that was ended.</param>
    /// <param name="lines">What was read together.</param>
    /// <param name="sequence">Their place in the mailbox.</param>
    /// <param name="now">When they are taken.</param>
    /// <param name="atMost">How many rounds may be decided, at least one; with the last all is closed.</param>
    public void Handle(
        ConnectionId connection, IReadOnlyList<SessionInput> lines, long sequence, TimeSpan now, int? atMost = null)
    {
        _rounds.MayDecide = atMost ?? int.MaxValue;
        var session = _sessions.FindOrAdd(connection);
        for (var i = 0; i < lines.Count && !_sessions.IsClosing; i++)
            session.Lines.Enqueue(new Line(lines[i], sequence));
        if (!session.IsWaiting)
            Answer(session, now);
    }

    /// <summary>The connection is lost, or its client closed its sending side.</summary>
    /// <param name="connection">Whose session it is; nothing happens if there is none.</param>
    /// <param name="isLost">
    /// Whether it can be told nothing any more. If not, its session ends when it was told what it is owed.
    /// </param>
    /// <param name="now">When it is known.</param>
    public void Over(ConnectionId connection, bool isLost, TimeSpan now)
    {
        if (!_sessions.TryFind(connection, out var session))
            return;
        session.IsHalfClosed = true;
        if (isLost)
            Lose(session, now);
        else if (!session.IsWaiting)
            Finish(session);
    }

    /// <summary>It is <paramref name="now"/>.</summary>
    /// <param name="now">What time it is.</param>
    /// <param name="atMost">How many rounds are decided at most; the others stay due.</param>
    public void TimePassed(TimeSpan now, int? atMost = null)
    {
        _rounds.MayDecide = atMost ?? int.MaxValue;
        _rounds.TimePassed(now);
    }

    /// <summary>The verdict that <see cref="SessionEffectKind.Record"/> asked for is recorded.</summary>
    /// <param name="name">Its round.</param>
    /// <param name="number">The verdict's number, greater than those before.</param>
    /// <param name="now">When it is known.</param>
    /// <param name="atMost">As for <see cref="Handle"/>.</param>
    /// <exception cref="InvalidOperationException">No such round was asked to be recorded.</exception>
    public void Recorded(RoundName name, long number, TimeSpan now, int? atMost = null)
    {
        _rounds.MayDecide = atMost ?? int.MaxValue;
        if (_rounds.Find(name) is not { IsDecided: true } round)
            throw new InvalidOperationException($"round {name} was not asked to be recorded");
        var waiting = round.TakeWaiting();
        _rounds.Tell(round, number);
        Answer(waiting, now);
    }

    /// <summary>The journal was asked for a round, as <see cref="SessionEffectKind.LookUp"/> wanted.</summary>
    /// <param name="name">The round.</param>
    /// <param name="outcome">What became of it; none when the journal does not have it.</param>
    /// <param name="now">When it is known.</param>
    /// <param name="atMost">As for <see cref="Handle"/>.</param>
    public void LookedUp(
        RoundName name, Outcome? outcome, TimeSpan now, int? atMost = null)
    {
        _rounds.MayDecide = atMost ?? int.MaxValue;
        _rounds.Past.LookedUp(name, outcome);
        Answer(_lookUps.End(name), now);
    }

    /// <summary>
    /// Ends all sessions: those that are owed the verdict of a decided round when it was told, the others at once. No round
    /// is opened or decided any more.
    /// </summary>
    public void Close()
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
    public void Abandon()
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

    }

    private void Answer(IReadOnlyList<Session> waiting, TimeSpan now)
    {
        for (var i = 0; i < waiting.Count; i++)
        {
            if (waiting[i].IsEnded)
                continue;
            waiting[i].IsWaiting = false;
            Answer(waiting[i], now);
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
                Close();
            if (session.IsEnded)
                return;
        }

        if (session.IsHalfClosed || _sessions.IsClosing)
            Finish(session);
        else
            _outbox.Answered(session);
    }

    /// <summary>No further line will come: ends <paramref name="session"/>, or leaves it to what it is still owed.</summary>
    private void Finish(Session session)
    {
        if (session.Contender is { Arrival: null, Round.IsDecided: false })
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
