using ActorArbiter.Clocks;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>What a message does: it arrives, or is told why it does not count.</summary>
internal sealed class Sending(ClockHistory clocks, NamedRounds rounds, Outbox outbox)
{
    /// <summary>Whether the message says so itself, or says nothing of it.</summary>
    public static bool IsFrom(Contender contender, in SessionCommand message) =>
        message.Id is null || message.Id == contender.Id;

    /// <summary>Answers a message for a round that is not decided, or was told.</summary>
    public void Send(Session session, in SessionCommand message, in Line line, TimeSpan now)
    {
        if (session.Contender is { } contender)
            Send(contender, session, message, line, now);
        else if (session.Last is { IsToldTooLate: false } last)
            SendAfterVerdict(last, session, message, line, now);
        else
            outbox.Refuse(session, SessionErrors.NotJoined);
    }

    private void Send(Contender contender, Session session, in SessionCommand message, in Line line, TimeSpan now)
    {
        var round = contender.Round;
        var arrival = line.ToArrival(contender.Id, message.Text!, session.Connection, now);
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
                outbox.Tell(session, new SessionReply.Received(round.Name, contender.Id, message.Text!));
            rounds.Add(contender, arrival);
        }
    }

    /// <summary>The first message after a verdict was meant for its round; the next one is for none.</summary>
    private void SendAfterVerdict(
        Participation last, Session session, in SessionCommand message, in Line line, TimeSpan now)
    {
        var (round, verdict, id, hasSent, _) = last;
        session.Last = last with { IsToldTooLate = true };
        var arrival = line.ToArrival(id, message.Text!, session.Connection, now);
        if (!hasSent && verdict?.IsOvertaken(arrival, clocks) is true)
            outbox.Add(new SessionEffect(SessionEffectKind.Overtaken, round, Arrival: arrival));
        outbox.Refuse(session, SessionErrors.TooLate(round));
    }
}
