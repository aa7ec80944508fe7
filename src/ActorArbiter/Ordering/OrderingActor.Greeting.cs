using ActorArbiter.Journal.Records;
using ActorArbiter.Protocol;
using ActorArbiter.Transcript;
using Akka.Actor;

namespace ActorArbiter.Ordering;

/// <summary>Greeting rounds: seats go by connection.</summary>
internal sealed partial class OrderingActor
{
    private void TakeSeat(OrderingProtocol.TakeSeat request)
    {
        if (!_greeting.HasRoom)
        {
            Sender.Tell(new OrderingProtocol.Refuse(Refusals.TooManyRounds(_options.MaxOpenRounds)));
            return;
        }

        _contenders.Add(request.Connection, Sender);
        var seat = _greeting.TakeSeat(request.Connection);
        Sender.Tell(new OrderingProtocol.Seated(seat.Letter));
        _transcript.Tell(new TranscriptProtocol.Accepted(seat));
        if (_greeting.Greet(Now) is not { } round)
            return;
        foreach (var taken in round.Seats)
            _contenders[taken.Connection].Tell(new OrderingProtocol.Greet());
        TellIfComplete(round);
        AwaitDeadline(_greetingTimer, _greeting.Deadline, _options.MessageTimeout);
    }

    private void Speak(OrderingProtocol.Speak speak)
    {
        var round = _greeting.Add(new Arrival(speak.Message, speak.Connection, speak.Stamp, _sequence++, Now));
        if (round is not null)
            TellIfComplete(round);
    }

    private void TellIfComplete(GreetingRound round)
    {
        if (!round.IsComplete)
            return;
        _greeting.Close(round);
        Announce(round.ToRound(), RoundProfile.Greeting);
    }

    private void EndOverdueGreetingRounds()
    {
        if (!_greetingTimer.IsOver())
            return;
        foreach (var round in _greeting.Overdue(Now))
            End(round, Refusals.Silent(_options.MessageTimeout));
        AwaitDeadline(_greetingTimer, _greeting.Deadline, _options.MessageTimeout);
    }

    private void End(GreetingRound round, ErrorReply reason)
    {
        _greeting.Close(round);
        foreach (var seat in round.Seats)
            Answer(seat.Connection, new OrderingProtocol.Refuse(reason));
    }

    private sealed class GreetingRoundsDue
    {
        public static readonly GreetingRoundsDue Instance = new();
    }
}
