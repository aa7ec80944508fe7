using System.Globalization;
using ActorArbiter.Clocks;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>What each command of a session does.</summary>
internal sealed class SessionCommands(
    SessionOptions options, ClockHistory clocks, SessionTable sessions, NamedRounds rounds, Watchers watchers, Outbox outbox)
{
    /// <summary>The most rounds that a connection may watch at once.</summary>
    public const int MaxWatched = 100;

    private static readonly ErrorReply TooManyWatched = SessionErrors.BadArgument(string.Create(
        CultureInfo.InvariantCulture, $"a connection watches at most {MaxWatched} rounds at once"));

    /// <summary>The round that must be told before the answer is known; none if it is known now.</summary>
    public NamedRound? AwaitedBy(Session session, SessionCommand? command) => command switch
    {
        SessionCommand.Join join when session.Contender is null => Decided(rounds.Find(join.Round)),
        SessionCommand.Result result => Decided(rounds.Find(result.Round)),
        SessionCommand.Message message when session.Contender is { Arrival: null } own && IsFrom(own, message) =>
            Decided(own.Round),
        _ => null,
    };

    /// <summary>Answers a line that awaits no round.</summary>
    public void Do(Session session, Line line, TimeSpan now)
    {
        switch (line.Input.Command)
        {
            case SessionCommand.Join join:
                Join(session, join, line, now);
                break;
            case SessionCommand.Message message:
                Send(session, message, line, now);
                break;
            case SessionCommand.Leave:
                Leave(session);
                break;
            case SessionCommand.Watch watch:
                Watch(session, watch.Round);
                break;
            case SessionCommand.Result result:
                Result(session, result.Round);
                break;
            case SessionCommand.Ping ping:
                outbox.Tell(session, new SessionReply.Pong(ping.Text));
                break;
            case SessionCommand.Help:
                outbox.Tell(session, SessionHelp.Lines);
                break;
            case SessionCommand.Quit:
                if (session.Contender is not null)
                    Leave(session);
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

        rounds.Leave(contender);
        if (!contender.IsBrief)
            outbox.Tell(session, new SessionReply.Left(contender.Round.Name));
    }

    private static NamedRound? Decided(NamedRound? round) => round?.Decided is null ? null : round;

    private static bool IsFrom(Contender contender, SessionCommand.Message message) =>
        message.Id is null || message.Id == contender.Id;

    private void Join(Session session, SessionCommand.Join join, Line line, TimeSpan now)
    {
        if (session.Contender is { } joined)
            outbox.Refuse(session, SessionErrors.AlreadyJoined(joined.Round.Name));
        else if (rounds.Past.TryFind(join.Round, out var outcome))
            outbox.Tell(session, outcome.LinesFor(join.Id, join.Options.Brief));
        else if (rounds.Find(join.Round) is { } round)
            JoinOpen(round, session, join, line, now);
        else
            JoinFirst(session, join, line, now);
    }

    private void JoinFirst(Session session, SessionCommand.Join join, Line line, TimeSpan now)
    {
        var terms = new RoundTerms(join.Options);
        if (terms.Problem(options.MaxContenders) is { } problem)
            outbox.Refuse(session, problem);
        else if (!rounds.HasRoom)
            outbox.Refuse(session, Refusals.TooManyRounds(options.MaxOpenRounds));
        else
            TakeSeat(rounds.Open(join.Round, terms, new Opening(line.Input.Stamp, now)), session, join, line, now);
    }

    private void JoinOpen(NamedRound round, Session session, SessionCommand.Join join, Line line, TimeSpan now)
    {
        if (round.Terms.Difference(round.Name, join.Options) is { } difference)
            outbox.Refuse(session, difference);
        else if (round.Find(join.Id) is { } contender)
            TakeOver(contender, session, join);
        else if (round.IsFull)
            outbox.Refuse(session, SessionErrors.RoundFull(round.Name));
        else
            TakeSeat(round, session, join, line, now);
    }

    private void TakeSeat(NamedRound round, Session session, SessionCommand.Join join, Line line, TimeSpan now)
    {
        var contender = round.Seat(session, join.Id, join.Options);
        TellJoined(contender, session);
        outbox.Tell(
            rounds.Audience(round, except: session),
            new SessionReply.Seated(round.Name, join.Id, round.Contenders.Count, round.Terms.Of));
        if (!round.IsFull)
            return;
        round.GotReady(line.ToArrival(join.Id, "", session.Connection, now));
        outbox.Tell(rounds.Audience(round), round.Ready);
    }

    private void TakeOver(Contender contender, Session session, SessionCommand.Join join)
    {
        var round = contender.Round;
        if (!contender.MayBeTakenOver(join.Options))
        {
            outbox.Refuse(session, SessionErrors.IdTaken(round.Name, join.Id));
            return;
        }

        if (contender.Session is { } old)
            sessions.End(old, new SessionReply.Refused(SessionErrors.Replaced(round.Name, join.Id)));
        rounds.Unhold(contender);
        contender.Attach(session, join.Options);
        TellJoined(contender, session);
        if (contender.IsBrief)
            return;
        if (round.IsFull)
            outbox.Tell(session, round.Ready);
        if (contender.Arrival is { } arrival)
            outbox.Tell(session, new SessionReply.Received(round.Name, join.Id, arrival.Message.Text));
    }

    private void TellJoined(Contender contender, Session session)
    {
        var round = contender.Round;
        session.Last = null;
        if (!contender.IsBrief)
            outbox.Tell(session, new SessionReply.Joined(round.Name, contender.Id, round.Contenders.Count, round.Terms.Of));
    }

    private void Send(Session session, SessionCommand.Message message, Line line, TimeSpan now)
    {
        if (session.Contender is not { } contender)
        {
            SendAfterVerdict(session, message, line, now);
            return;
        }

        var round = contender.Round;
        var arrival = line.ToArrival(contender.Id, message.Text, session.Connection, now);
        if (!IsFrom(contender, message))
        {
            outbox.Refuse(session, SessionErrors.NotYourId(message.Id.GetValueOrDefault(), contender.Id));
        }
        else if (contender.Arrival is not null)
        {
            outbox.Refuse(session, SessionErrors.AlreadySent(round.Name));
        }
        else if (round.IsTooEarly(arrival, clocks))
        {
            outbox.Refuse(session, SessionErrors.TooEarly(round.Name));
        }
        else
        {
            if (!contender.IsBrief)
                outbox.Tell(session, new SessionReply.Received(round.Name, contender.Id, message.Text));
            rounds.Add(contender, arrival);
        }
    }

    /// <summary>The first message after a verdict was meant for its round; the next one is for none.</summary>
    private void SendAfterVerdict(Session session, SessionCommand.Message message, Line line, TimeSpan now)
    {
        if (session.Last is not { IsToldTooLate: false } last)
        {
            outbox.Refuse(session, SessionErrors.NotJoined);
            return;
        }

        var (round, id, hasSent, _) = last;
        session.Last = last with { IsToldTooLate = true };
        var arrival = line.ToArrival(id, message.Text, session.Connection, now);
        if (!hasSent && round.Verdict.IsOvertaken(arrival))
            outbox.Add(new SessionEffect.Overtaken(round.Name, arrival));
        outbox.Refuse(session, SessionErrors.TooLate(round.Name));
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
            outbox.Tell(session, outcome.LinesFor(session.Last?.Round.Name == name ? session.Last.Id : null, isBrief: false));
        else if (rounds.Find(name) is not null)
            outbox.Refuse(session, SessionErrors.Undecided(name));
        else
            outbox.Refuse(session, SessionErrors.UnknownRound(name));
    }
}
