using ActorArbiter.Clocks;
using ActorArbiter.Journal;
using ActorArbiter.Ordering.Sessions;
using ActorArbiter.StampedTcp;
using Akka.Actor;
using Akka.Event;

namespace ActorArbiter.Ordering;

/// <summary>
/// Decides who was first. There is one: its mailbox gives every message of every connection a place.
/// </summary>
/// <remarks>
/// <code>
///  Open --last round decided, Close, the journal failed--> Closing --every decided round told or given up--> Closed
/// </code>
/// Closing and closed, it refuses everyone who is in no decided round.
/// </remarks>
internal sealed partial class OrderingActor : ReceiveActor
{
    private const long VerdictsPerMillisecond = 1000;

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly OrderingOptions _options;
    private readonly IActorRef _transcript;
    private readonly TimeProvider _time;
    private readonly ClockWatch _clocks;
    private readonly ActorTimer _clockTimer;
    private readonly VerdictTally _tally = new();
    private readonly ClassicRounds _classic;
    private readonly GreetingRounds _greeting;
    private readonly PatientTimer _classicTimer;
    private readonly PatientTimer _greetingTimer;
    private readonly SessionRounds _named;
    private readonly PatientTimer _namedTimer;

    /// <summary>Everyone who was not answered yet.</summary>
    private readonly Dictionary<ConnectionId, IActorRef> _contenders = [];

    private readonly List<IActorRef> _awaitingClosed = [];
    private long _sequence;

    public OrderingActor(
        OrderingOptions options, IActorRef transcript, TimeProvider time, IHostClocks clocks, OpenJournal? journal)
    {
        _options = options;
        _transcript = transcript;
        _time = time;
        _clocks = new ClockWatch(clocks);
        _clockTimer = ActorTimer.Of(Context, ClocksDue.Instance);
        _classic = new ClassicRounds(options.Contenders, options.RoundTimeout, options.MaxOpenRounds);
        _greeting = new GreetingRounds(options.Contenders, options.MessageTimeout, options.MaxOpenRounds);
        _classicTimer = new PatientTimer(Context, ClassicRoundsDue.Instance, time);
        _greetingTimer = new PatientTimer(Context, GreetingRoundsDue.Instance, time);
        _named = new SessionRounds(options.Sessions, _clocks.History, journal?.Names);
        _namedTimer = new PatientTimer(Context, NamedRoundsDue.Instance, time);
        _journal = journal?.Actor;

        // Without a journal nothing is kept, so that numbers start where those of an earlier start cannot have got to.
        _number = time.GetUtcNow().ToUnixTimeMilliseconds() * VerdictsPerMillisecond;
        Open();
    }

    private TimeSpan Now => _time.GetElapsedTime(0);

    /// <param name="options">How rounds are kept.</param>
    /// <param name="transcript">Who prints what is told; <see cref="ActorRefs.Nobody"/> where it is not printed.</param>
    /// <param name="time">The clock of rounds' deadlines; it has no part in their order.</param>
    /// <param name="clocks">The clocks that tell whether stamps can be compared.</param>
    /// <param name="journal">Who records verdicts before they are told; none where they are not kept.</param>
    public static Props PropsFor(
        OrderingOptions options,
        IActorRef transcript,
        TimeProvider time,
        IHostClocks clocks,
        OpenJournal? journal = null) =>
        Props.Create(() => new OrderingActor(options, transcript, time, clocks, journal));

    protected override void PreStart() => KeepLookingAtClocks();

    protected override void PostStop() => CancelTimers();

    private void Open()
    {
        Receive<OrderingProtocol.Submit>(Submit);
        Receive<OrderingProtocol.TakeSeat>(TakeSeat);
        Receive<OrderingProtocol.Speak>(Speak);
        Receive<OrderingProtocol.HalfClosed>(closed => _classic.HalfClosed(closed.Connection));
        Receive<OrderingProtocol.Disconnected>(Disconnected);
        Receive<ClocksDue>(_ => KeepLookingAtClocks());
        Receive<ClassicRoundsDue>(_ => EndOverdueClassicRounds());
        Receive<GreetingRoundsDue>(_ => EndOverdueGreetingRounds());
        Receive<OrderingProtocol.SessionLines>(said =>
        {
            AnswerLines(said);
            CloseAfterLastRound();
        });
        Receive<OrderingProtocol.SessionOver>(EndSession);
        Receive<NamedRoundsDue>(_ =>
        {
            EndDueNamedRounds();
            CloseAfterLastRound();
        });
        Receive<JournalProtocol.Appended>(appended =>
        {
            Recorded(appended);
            CloseAfterLastRound();
        });
        Receive<JournalProtocol.LookedUp>(found =>
        {
            LookedUp(found);
            CloseAfterLastRound();
        });
        Receive<JournalProtocol.Failed>(_ =>
        {
            Close();
            GiveUp();
        });
        Receive<OrderingProtocol.Close>(_ =>
        {
            _awaitingClosed.Add(Sender);
            Close();
            CloseIfAllTold();
        });
    }

    private void Closing()
    {
        Receive<OrderingProtocol.SessionLines>(said =>
        {
            AnswerLines(said);
            CloseIfAllTold();
        });
        Receive<OrderingProtocol.SessionOver>(over =>
        {
            EndSession(over);
            CloseIfAllTold();
        });
        Receive<JournalProtocol.Appended>(appended =>
        {
            Recorded(appended);
            CloseIfAllTold();
        });
        Receive<JournalProtocol.LookedUp>(found =>
        {
            LookedUp(found);
            CloseIfAllTold();
        });
        Receive<JournalProtocol.Failed>(_ => GiveUp());
        Receive<OrderingProtocol.GiveUp>(_ => GiveUp());
        Receive<OrderingProtocol.Close>(_ => _awaitingClosed.Add(Sender));
        RefuseAll();
    }

    private void Closed()
    {
        Receive<OrderingProtocol.SessionLines>(_ => Sender.Tell(ShuttingDown));
        Receive<OrderingProtocol.SessionOver>(_ => { });
        Receive<OrderingProtocol.Close>(_ => Sender.Tell(new OrderingProtocol.Closed()));

        // What the journal says of what was given up.
        Receive<JournalProtocol.Appended>(_ => { });
        Receive<JournalProtocol.LookedUp>(_ => { });
        Receive<JournalProtocol.Failed>(_ => { });
        Receive<OrderingProtocol.GiveUp>(_ => { });
        RefuseAll();
    }

    private void RefuseAll()
    {
        Receive<OrderingProtocol.Submit>(_ => Sender.Tell(new OrderingProtocol.Refuse(Refusals.ShuttingDown)));
        Receive<OrderingProtocol.TakeSeat>(_ => Sender.Tell(new OrderingProtocol.Refuse(Refusals.ShuttingDown)));

        // Whoever speaks or leaves now was refused when the rounds were closed.
        Receive<OrderingProtocol.Speak>(_ => { });
        Receive<OrderingProtocol.HalfClosed>(_ => { });
        Receive<OrderingProtocol.Disconnected>(_ => { });
        Receive<ClocksDue>(_ => { });
        Receive<ClassicRoundsDue>(_ => { });
        Receive<GreetingRoundsDue>(_ => { });
        Receive<NamedRoundsDue>(_ => { });
    }

    private void Disconnected(OrderingProtocol.Disconnected gone)
    {
        _classic.Lost(gone.Connection);
        _contenders.Remove(gone.Connection);
        if (_greeting.Leave(gone.Connection) is { } round)
            End(round, Refusals.Left(round.Seats.First(seat => seat.Connection == gone.Connection).Letter));
    }

    private void CloseAfterLastRound()
    {
        if (!(Decided >= _options.Rounds))
            return;
        Close();
        CloseIfAllTold();
    }

    /// <summary>Decides no round any more: whoever is in none that is decided is told so.</summary>
    private void Close()
    {
        _named.Close();
        Carry();
        foreach (var connection in _contenders.Keys.ToArray())
            Answer(connection, new OrderingProtocol.Refuse(Refusals.ShuttingDown));
        CancelTimers();
        Become(Closing);
    }

    private void GiveUp()
    {
        Abandon();
        CloseIfAllTold();
    }

    private void CloseIfAllTold()
    {
        if (_unrecorded.Count > 0 || _named.SessionCount > 0)
            return;
        if (_tally.Total > 0)
            OrderingLog.Told(_log, _tally);
        Become(Closed);
        if (_tally.Total >= _options.Rounds)
            Context.Parent.Tell(new OrderingProtocol.RoundsDone());
        foreach (var asker in _awaitingClosed)
            asker.Tell(new OrderingProtocol.Closed());
    }

    private void KeepLookingAtClocks()
    {
        LookAtClocks();
        _clockTimer.Start(ClockWatch.Interval);
    }

    private void CancelTimers()
    {
        _clockTimer.Cancel();
        _classicTimer.Cancel();
        _greetingTimer.Cancel();
        _namedTimer.Cancel();
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
    private void AwaitDeadline(PatientTimer timer, TimeSpan? deadline, TimeSpan length)
    {
        if (deadline is { } at && !timer.IsStarted)
            timer.Start(length, remaining: at - Now);
    }

    private sealed class ClocksDue
    {
        public static readonly ClocksDue Instance = new();
    }
}
