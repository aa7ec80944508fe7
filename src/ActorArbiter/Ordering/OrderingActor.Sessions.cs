using ActorArbiter.Journal;
using ActorArbiter.Journal.Records;
using ActorArbiter.Ordering.Sessions;
using Akka.Actor;
using Akka.IO;

namespace ActorArbiter.Ordering;

/// <summary>Named rounds: what happens in them is decided by <see cref="SessionRounds"/>, and carried to the sessions here.</summary>
internal sealed partial class OrderingActor
{
    private static readonly OrderingProtocol.Deliver ShuttingDown =
        new(ByteString.FromBytes(Refusals.ShuttingDown.ToBytes()), IsAnswer: true, IsLast: true);

    private readonly Dictionary<ConnectionId, IActorRef> _sessions = [];

    /// <summary>Sessions that were ended, and whose connections are not gone: lines of theirs may be on their way still.</summary>
    private readonly HashSet<ConnectionId> _ended = [];

    private TimeSpan? _namedTimerAt;

    private void AnswerLines(OrderingProtocol.SessionLines said)
    {
        if (_ended.Contains(said.Connection))
            return;
        _sessions.TryAdd(said.Connection, Sender);
        LookAtClocks();
        Carry(_named.Handle(said.Connection, said.Lines, _sequence++, Now, Left));
    }

    private void EndSession(OrderingProtocol.SessionOver over)
    {
        if (over.IsLost)
        {
            _sessions.Remove(over.Connection);
            _ended.Remove(over.Connection);
        }

        Carry(_named.Over(over.Connection, over.IsLost, Now));
    }

    private void EndDueNamedRounds()
    {
        if (!_namedTimer.IsOver(Timers))
            return;
        _namedTimerAt = null;
        LookAtClocks();
        Carry(_named.TimePassed(Now, Left));
    }

    /// <summary>Does what the model asks for; each session is told all of it at once.</summary>
    private void Carry(IReadOnlyList<SessionEffect> effects)
    {
        var mail = new SessionMail();
        Carry(effects, mail);
        Send(mail);
    }

    private void Send(SessionMail mail)
    {
        foreach (var (connection, delivery) in mail.Deliveries(_named.IsOwed))
        {
            if (!_sessions.TryGetValue(connection, out var session))
                continue;
            session.Tell(delivery);
            if (!delivery.IsLast)
                continue;
            _sessions.Remove(connection);
            _ended.Add(connection);
        }

        AwaitNamedRounds();
    }

    private void Carry(IReadOnlyList<SessionEffect> effects, SessionMail mail)
    {
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case SessionEffect.Tell tell:
                    mail.Add(tell);
                    break;
                case SessionEffect.Answered answered:
                    mail.Answer(answered.Connection);
                    break;
                case SessionEffect.End end:
                    mail.End(end.Connection);
                    break;
                case SessionEffect.Record record:
                    Record(new DecidedVerdict(record.Round.Verdict, record.Round.Name, []), RoundProfile.Session, mail);
                    break;
                case SessionEffect.LookUp lookUp:
                    _journal!.Tell(new JournalProtocol.LookUp(lookUp.Round));
                    break;
                case SessionEffect.Overtaken overtaken:
                    _tally.Overtaken++;
                    OrderingLog.Overtaken(_log, overtaken.Round, overtaken.Arrival, _tally);
                    break;
            }
        }
    }

    private void LookedUp(JournalProtocol.LookedUp found)
    {
        LookAtClocks();
        Carry(_named.LookedUp(found.Round, found.Record is { } record ? RecordedOutcome.Of(record) : null, Now, Left));
    }

    /// <summary>One timer serves all named rounds; it is moved when one is due before it.</summary>
    private void AwaitNamedRounds()
    {
        if (_named.DueAt is not { } dueAt || _namedTimerAt <= dueAt)
            return;
        _namedTimer.Start(Timers, _options.Sessions.Settle, remaining: dueAt - Now);
        _namedTimerAt = dueAt;
    }

    private sealed class NamedRoundsDue
    {
        public static readonly NamedRoundsDue Instance = new();
    }
}
