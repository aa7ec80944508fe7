using ActorArbiter.Clocks;
using ActorArbiter.Protocol;
using ActorArbiter.Transcript;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorArbiter.Ordering;

/// <summary>
/// Decides who was first. There is one: its mailbox gives every message of every connection a place.
/// </summary>
/// <remarks>
/// Open until the last round that was asked for is told or <see cref="OrderingProtocol.Close"/> comes; closed, it refuses
/// everyone.
/// </remarks>
internal sealed class OrderingActor : ReceiveActor, IWithTimers
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly OrderingOptions _options;
    private readonly IActorRef _transcript;
    private readonly TimeProvider _time;
    private readonly ClockWatch _clocks;
    private readonly VerdictTally _tally = new();
    private readonly ClassicRounds _classic;
    private readonly GreetingRounds _greeting;
    private readonly PatientTimer _classicTimer;
    private readonly PatientTimer _greetingTimer;

    /// <summary>Everyone who was not answered yet.</summary>
    private readonly Dictionary<ConnectionId, IActorRef> _contenders = [];

    private long _sequence;

    public OrderingActor(OrderingOptions options, IActorRef transcript, TimeProvider time, IHostClocks? clocks)
    {
        _options = options;
        _transcript = transcript;
        _time = time;
        _clocks = new ClockWatch(clocks);
        _classic = new ClassicRounds(options.Contenders, options.RoundTimeout, options.MaxOpenRounds);
        _greeting = new GreetingRounds(options.Contenders, options.MessageTimeout, options.MaxOpenRounds);
        _classicTimer = new PatientTimer(ClassicRoundsDue.Instance, time);
        _greetingTimer = new PatientTimer(GreetingRoundsDue.Instance, time);
        Open();
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private TimeSpan Now => _time.GetElapsedTime(0);

    /// <param name="options">How rounds are kept.</param>
    /// <param name="transcript">Who prints what is told.</param>
    /// <param name="time">The clock of rounds' deadlines; it has no part in their order.</param>
    /// <param name="clocks">The clocks that tell whether kernel stamps can be compared; none where there are no such stamps.</param>
    public static Props PropsFor(
        OrderingOptions options, IActorRef transcript, TimeProvider time, IHostClocks? clocks) =>
        Props.Create(() => new OrderingActor(options, transcript, time, clocks));

    protected override void PreStart()
    {
        LookAtClocks();
        Timers.StartPeriodicTimer(ClocksDue.Instance, ClocksDue.Instance, ClockWatch.Interval);
    }

    private void Open()
    {
        Receive<OrderingProtocol.Submit>(Submit);
        Receive<OrderingProtocol.TakeSeat>(TakeSeat);
        Receive<OrderingProtocol.Speak>(Speak);
        Receive<OrderingProtocol.HalfClosed>(closed => _classic.HalfClosed(closed.Connection));
        Receive<OrderingProtocol.Disconnected>(Disconnected);
        Receive<ClocksDue>(_ => LookAtClocks());
        Receive<ClassicRoundsDue>(_ => EndOverdueClassicRounds());
        Receive<GreetingRoundsDue>(_ => EndOverdueGreetingRounds());
        Receive<OrderingProtocol.Close>(_ =>
        {
            Close();
            Sender.Tell(new OrderingProtocol.Closed());
        });
    }

    private void Closed()
    {
        Receive<OrderingProtocol.Submit>(_ => Sender.Tell(new OrderingProtocol.Refuse(Refusals.ShuttingDown)));
        Receive<OrderingProtocol.TakeSeat>(_ => Sender.Tell(new OrderingProtocol.Refuse(Refusals.ShuttingDown)));
        Receive<OrderingProtocol.Close>(_ => Sender.Tell(new OrderingProtocol.Closed()));

        // Whoever speaks or leaves now was refused when the rounds were closed.
        Receive<OrderingProtocol.Speak>(_ => { });
        Receive<OrderingProtocol.HalfClosed>(_ => { });
        Receive<OrderingProtocol.Disconnected>(_ => { });
        Receive<ClocksDue>(_ => { });
        Receive<ClassicRoundsDue>(_ => { });
        Receive<GreetingRoundsDue>(_ => { });
    }

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
            Announce(round);
        else
            AwaitDeadline(_classicTimer, ClassicRoundsDue.Instance, _classic.Deadline, _options.RoundTimeout);
    }

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
        AwaitDeadline(_greetingTimer, GreetingRoundsDue.Instance, _greeting.Deadline, _options.MessageTimeout);
    }

    private void Speak(OrderingProtocol.Speak speak)
    {
        var round = _greeting.Add(new Arrival(speak.Message, speak.Connection, speak.Stamp, _sequence++, Now));
        if (round is not null)
            TellIfComplete(round);
    }

    private void Disconnected(OrderingProtocol.Disconnected gone)
    {
        _classic.Lost(gone.Connection);
        _contenders.Remove(gone.Connection);
        if (_greeting.Leave(gone.Connection) is { } round)
            End(round, Refusals.Left(round.Seats.First(seat => seat.Connection == gone.Connection).Letter));
    }

    private void TellIfComplete(GreetingRound round)
    {
        if (!round.IsComplete)
            return;
        _greeting.Close(round);
        Announce(round.ToRound());
    }

    private void Announce(Round complete)
    {
        LookAtClocks();
        var verdict = complete.Decide(_clocks.History).Verdict!;
        var acknowledge = new OrderingProtocol.Acknowledge(ByteString.FromString(verdict.Sentence));
        foreach (var arrival in verdict.Order)
            Answer(arrival.Connection, acknowledge);
        _transcript.Tell(new TranscriptProtocol.Told(verdict));
        _tally.Add(verdict);
        if (verdict.Doubt is not null)
            OrderingLog.FellBack(_log, verdict, _tally);

        if (_tally.Total != _options.Rounds)
            return;
        Close();
        Context.Parent.Tell(new OrderingProtocol.RoundsDone());
    }

    private void EndOverdueClassicRounds()
    {
        if (!_classicTimer.IsOver(Timers))
            return;
        foreach (var connection in _classic.Expire(Now))
            Answer(connection, new OrderingProtocol.Refuse(Refusals.RoundTimeout(_options.RoundTimeout)));
        AwaitDeadline(_classicTimer, ClassicRoundsDue.Instance, _classic.Deadline, _options.RoundTimeout);
    }

    private void EndOverdueGreetingRounds()
    {
        if (!_greetingTimer.IsOver(Timers))
            return;
        foreach (var round in _greeting.Overdue(Now))
            End(round, Refusals.Silent(_options.MessageTimeout));
        AwaitDeadline(_greetingTimer, GreetingRoundsDue.Instance, _greeting.Deadline, _options.MessageTimeout);
    }

    private void End(GreetingRound round, ErrorReply reason)
    {
        _greeting.Close(round);
        foreach (var seat in round.Seats)
            Answer(seat.Connection, new OrderingProtocol.Refuse(reason));
    }

    private void Close()
    {
        foreach (var connection in _contenders.Keys.ToArray())
            Answer(connection, new OrderingProtocol.Refuse(Refusals.ShuttingDown));
        Timers.CancelAll();
        if (_tally.Total > 0)
            OrderingLog.Told(_log, _tally);
        Become(Closed);
    }

    private void LookAtClocks() => _clocks.Look(_sequence++);

    private void Answer(ConnectionId connection, object answer)
    {
        if (_contenders.Remove(connection, out var contender))
            contender.Tell(answer);
    }

    /// <summary>
    /// One timer serves all rounds of a profile. It is not moved when the round it was started for is decided: it finds out
    /// when it fires.
    /// </summary>
    private void AwaitDeadline(PatientTimer timer, object due, TimeSpan? deadline, TimeSpan length)
    {
        if (deadline is { } at && !Timers.IsTimerActive(due))
            timer.Start(Timers, length, remaining: at - Now);
    }

    private sealed class ClocksDue
    {
        public static readonly ClocksDue Instance = new();
    }

    private sealed class ClassicRoundsDue
    {
        public static readonly ClassicRoundsDue Instance = new();
    }

    private sealed class GreetingRoundsDue
    {
        public static readonly GreetingRoundsDue Instance = new();
    }
}
