using ActorArbiter.Journal.Records;
using ActorArbiter.Protocol;
using Akka.Actor;

namespace ActorArbiter.Ordering;

/// <summary>Classic rounds: a message goes to the oldest round that has none of its id.</summary>
internal sealed partial class OrderingActor
{
    private void Submit(OrderingProtocol.Submit submit)
    {
        var id = submit.Message.Id ?? _classic.FreeLetter();
        if (!_classic.HasRoomFor(id))
        {
            Sender.Tell(new OrderingProtocol.Refuse(Refusals.TooManyRounds(_options.MaxOpenRounds)));
            return;
        }

        _contenders.Add(submit.Connection, Sender);
        var message = new ClientMessage(id, submit.Message.Text);
        var round = _classic.Add(new Arrival(message, submit.Connection, submit.Stamp, _sequence++, Now));
        if (round is not null)
            Announce(round, RoundProfile.Classic);
        else
            AwaitDeadline(_classicTimer, _classic.Deadline, _options.RoundTimeout);
    }

    private void EndOverdueClassicRounds()
    {
        if (!_classicTimer.IsOver())
            return;
        foreach (var connection in _classic.Expire(Now))
            Answer(connection, new OrderingProtocol.Refuse(Refusals.RoundTimeout(_options.RoundTimeout)));
        AwaitDeadline(_classicTimer, _classic.Deadline, _options.RoundTimeout);
    }

    private sealed class ClassicRoundsDue
    {
        public static readonly ClassicRoundsDue Instance = new();
    }
}
