using ActorArbiter.Journal;
using ActorArbiter.Journal.Records;
using ActorArbiter.Ordering.Sessions;
using Akka.Actor;

namespace ActorArbiter.Ordering;

/// <summary>Named rounds: what happens in them is decided by <see cref="SessionRounds"/>, and carried to the sessions here.</summary>
internal sealed partial class OrderingActor
{
    private static readonly OrderingProtocol.Deliver ShuttingDown =
        new(Refusals.ShuttingDown.ToBytes(), IsAnswer: true, IsLast: true);

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
        _named.Handle(said.Connection, said.Lines, _sequence++, Now, Left);
        Carry();
    }

    private void EndSession(OrderingProtocol.SessionOver over)
    {
        if (over.IsLost)
        {
            _sessions.Remove(over.Connection);
            _ended.Remove(over.Connection);
        }

        _named.Over(over.Connection, over.IsLost, Now);
        Carry();
    }

    private void EndDueNamedRounds()
    {
        if (!_namedTimer.IsOver())
            return;
        _namedTimerAt = null;
        LookAtClocks();
        _named.TimePassed(Now, Left);
        Carry();
    }

    /// <summary>Does what the model asks for; then each session is told all of it at once.</summary>
    private void Carry()
    {
        while (_named.TryTake(out var effect))
            Carry(effect);
        while (_named.TryTake(out var connection, out var delivery))
            Send(connection, delivery);
        AwaitNamedRounds();
    }

    private void Carry(SessionEffect effect)
    {
        switch (effect.Kind)
        {
            case SessionEffectKind.Record:
                Record(new DecidedVerdict(effect.Verdict!, effect.Round, []), RoundProfile.Session);
                break;
            case SessionEffectKind.LookUp:
                _journal!.Tell(new JournalProtocol.LookUp(effect.Round));
                break;
            case SessionEffectKind.Overtaken:
                _tally.Overtaken++;
                OrderingLog.Overtaken(_log, effect.Round, effect.Arrival.GetValueOrDefault(), _tally);
                break;
        }
    }

    private void Send(ConnectionId connection, OrderingProtocol.Deliver delivery)
    {
        if (!_sessions.TryGetValue(connection, out var session))
            return;
        session.Tell(delivery);
        if (!delivery.IsLast)
            return;
        _sessions.Remove(connection);
        _ended.Add(connection);
    }

    private void LookedUp(JournalProtocol.LookedUp found)
    {
        LookAtClocks();
        _named.LookedUp(found.Round, found.Record is { } record ? RecordedOutcome.Of(record) : null, Now, Left);
        Carry();
    }

    /// <summary>One timer serves all named rounds; it is moved when one is due before it.</summary>
    private void AwaitNamedRounds()
    {
        if (_named.DueAt is not { } dueAt || _namedTimerAt <= dueAt)
            return;
        _namedTimer.Start(_options.Sessions.Settle, remaining: dueAt - Now);
        _namedTimerAt = dueAt;
    }

    private sealed class NamedRoundsDue
    {
        public static readonly NamedRoundsDue Instance = new();
    }
}
