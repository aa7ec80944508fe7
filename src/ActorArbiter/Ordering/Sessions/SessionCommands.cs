using System.Globalization;
using ActorArbiter.Clocks;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>What each command of a session does.</summary>
internal sealed class SessionCommands(
    SessionOptions options,
    ClockHistory clocks,
    SessionTable sessions,
    NamedRounds rounds,
    LookUps lookUps,
    Watchers watchers,
    Outbox outbox)
{
    /// <summary>The most rounds that a connection may watch at once.</summary>
    public const int MaxWatched = 100;

    private static readonly ErrorReply TooManyWatched = SessionErrors.BadArgument(string.Create(
        CultureInfo.InvariantCulture, $"a connection watches at most {MaxWatched} rounds at once"));

    private readonly Joining _joining = new(options, sessions, rounds, outbox);
    private readonly Sending _sending = new(clocks, rounds, outbox);

    /// <summary>
    /// Those with whom <paramref name="session"/> has to wait for the answer, until a round is recorded or was looked up; none if
    /// the answer is known now.
    /// </summary>
    public List<Session>? AwaitedWith(Session session, in SessionCommand command) => command.Kind switch
    {
        SessionCommandKind.Join when session.Contender is null => AwaitedWith(command.Round),
        SessionCommandKind.Result => AwaitedWith(command.Round),
        SessionCommandKind.Watch when rounds.Past.IsInJournalOnly(command.Round) => lookUps.Begin(command.Round),
        SessionCommandKind.Message when session.Contender is { Arrival: null, Round: { IsDecided: true } own } contender
            && Sending.IsFrom(contender, command) => own.Waiting,
        _ => null,
    };

    /// <summary>Answers a line that waits for nothing.</summary>
    public void Do(Session session, in Line line, TimeSpan now)
    {
        var command = line.Input.Command;
        switch (command.Kind)
        {
            case SessionCommandKind.Join:
                _joining.Join(session, command, line, now);
                break;
            case SessionCommandKind.Message:
                _sending.Send(session, command, line, now);
                break;
            case SessionCommandKind.Leave:
                Leave(session);
                break;
            case SessionCommandKind.Watch:
                Watch(session, command.Round);
                break;
            case SessionCommandKind.Result:
                Result(session, command.Round);
                break;
            case SessionCommandKind.Ping:
                outbox.Tell(session, new SessionReply.Pong(command.Text));
                break;
            case SessionCommandKind.Help:
                outbox.Tell(session, SessionHelp.Lines);
                break;
            case SessionCommandKind.Quit:
                if (session.Contender is not null)
                    Leave(session);
                if (!session.IsEnded)
                    sessions.End(session, new SessionReply.Bye());
                break;
            default:
                outbox.Refuse(session, line.Input.Problem!);
                break;
        }
    }

    /// <summary>Gives up the seat of <paramref name="session"/>; its message stays, if it came.</summary>
    public void Leave(Session session)
    {
        if (session.Contender is not { } contender)
        {
            outbox.Refuse(session, SessionErrors.NotJoined);
            return;
        }

        if (!contender.IsBrief)
            outbox.Tell(session, new SessionReply.Left(contender.Round.Name));
        rounds.Leave(contender);
    }

    private static ContenderId? OwnId(Session session, RoundName name) =>
        session.Last is { } last && last.Round == name ? last.Id : null;

    private List<Session>? AwaitedWith(RoundName name)
    {
        if (rounds.Find(name) is { } round)
            return round.IsDecided ? round.Waiting : null;
        return rounds.Past.IsInJournalOnly(name) ? lookUps.Begin(name) : null;
    }

    private void Watch(Session session, RoundName name)
    {
        if (rounds.Past.TryFind(name, out var outcome))
            outbox.Tell(session, outcome.LinesFor(null, isBrief: false));
        else if (session.Watched.Count < MaxWatched || session.Watched.Contains(name))
            watchers.Add(name, session);
        else
            outbox.Refuse(session, TooManyWatched);
    }

    private void Result(Session session, RoundName name)
    {
        if (rounds.Past.TryFind(name, out var outcome))
            outbox.Tell(session, outcome.LinesFor(OwnId(session, name), isBrief: false));
        else if (rounds.Find(name) is not null)
            outbox.Refuse(session, SessionErrors.Undecided(name));
        else
            outbox.Refuse(session, SessionErrors.UnknownRound(name));
    }
}
