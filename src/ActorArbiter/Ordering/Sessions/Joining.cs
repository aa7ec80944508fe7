using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>What JOIN does: opens a round, takes a seat, or takes one over.</summary>
internal sealed class Joining(SessionOptions options, SessionTable sessions, NamedRounds rounds, Outbox outbox)
{
    /// <summary>Answers a JOIN of a round that is not decided, or was told.</summary>
    public void Join(Session session, in SessionCommand join, in Line line, TimeSpan now)
    {
        if (session.Contender is { } joined)
            outbox.Refuse(session, SessionErrors.AlreadyJoined(joined.Round.Name));
        else if (rounds.Find(join.Round) is { } round)
            JoinOpen(round, session, join, line, now);
        else if (rounds.Past.TryFind(join.Round, out var outcome))
            TellOutcome(session, outcome, join);
        else
            JoinFirst(session, join, line, now);
    }

    /// <summary>Nobody joins a round that was told; a message behind such a JOIN is too late for it.</summary>
    private void TellOutcome(Session session, Outcome outcome, in SessionCommand join)
    {
        session.Last = new Participation(join.Round, Verdict: null, join.Id.GetValueOrDefault(), HasSent: false, IsToldTooLate: false);
        outbox.Tell(session, outcome.LinesFor(join.Id, join.Options.Brief));
    }

    private void JoinFirst(Session session, in SessionCommand join, in Line line, TimeSpan now)
    {
        if (sessions.IsClosing)
            return; // It is told the end instead, as everyone is.
        var terms = new RoundTerms(join.Options);
        if (terms.Problem(options.MaxContenders) is { } problem)
            outbox.Refuse(session, problem);
        else if (!rounds.HasRoom)
            outbox.Refuse(session, Refusals.TooManyRounds(options.MaxOpenRounds));
        else
            TakeSeat(rounds.Open(join.Round, terms, new Opening(line.Input.Stamp, now, line.Sequence)), session, join, line, now);
    }

    private void JoinOpen(NamedRound round, Session session, in SessionCommand join, in Line line, TimeSpan now)
    {
        if (round.Terms.Difference(round.Name, join.Options) is { } difference)
            outbox.Refuse(session, difference);
        else if (round.Find(join.Id.GetValueOrDefault()) is { } contender)
            TakeOver(contender, session, join);
        else if (round.IsFull || round.Contenders.Count >= options.MaxContenders)
            outbox.Refuse(session, SessionErrors.RoundFull(round.Name));
        else
            TakeSeat(round, session, join, line, now);
    }

    private void TakeSeat(NamedRound round, Session session, in SessionCommand join, in Line line, TimeSpan now)
    {
        var id = join.Id.GetValueOrDefault();
        TellJoined(round.Seat(session, id, join.Options), session);
        if (rounds.Audience(round, except: session) is { Count: > 0 } others)
            outbox.Tell(others, new SessionReply.Seated(round.Name, id, round.Contenders.Count, round.Terms.Of));
        if (!round.IsFull)
            return;
        if (round.Terms.StartsWithReady)
            round.GotReady(line.ToArrival(id, "", session.Connection, now));
        if (rounds.Audience(round) is { Count: > 0 } all)
            outbox.Tell(all, round.Ready);
    }

    private void TakeOver(Contender contender, Session session, in SessionCommand join)
    {
        var (round, id) = (contender.Round, contender.Id);
        if (!contender.MayBeTakenOver(join.Options))
        {
            outbox.Refuse(session, SessionErrors.IdTaken(round.Name, id));
            return;
        }

        if (contender.Session is { } old)
            sessions.End(old, new SessionReply.Refused(SessionErrors.Replaced(round.Name, id)));
        rounds.Unhold(contender);
        contender.Attach(session, join.Options);
        TellJoined(contender, session);
        if (contender.IsBrief)
            return;
        if (round.IsFull)
            outbox.Tell(session, round.Ready);
        if (contender.Arrival is { } arrival)
            outbox.Tell(session, new SessionReply.Received(round.Name, id, arrival.Message.Text));
    }

    private void TellJoined(Contender contender, Session session)
    {
        var round = contender.Round;
        session.Last = null;
        if (!contender.IsBrief)
            outbox.Tell(session, new SessionReply.Joined(round.Name, contender.Id, round.Contenders.Count, round.Terms.Of));
    }
}
