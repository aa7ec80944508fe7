using System.Globalization;
using ActorArbiter.Journal;
using ActorArbiter.Ordering;
using ActorArbiter.Ordering.Sessions;
using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Tests.Clocks;

namespace ActorArbiter.Tests.Ordering.Sessions;

/// <summary>
/// Steps, played with <see cref="SessionRounds"/> and with <see cref="SessionModel"/>, which must agree after each. A slot
/// has a connection until that is ended or lost, and then another one; nobody says anything before its last lines were
/// answered.
/// </summary>
internal sealed class SessionPlay
{
    /// <summary>Stands for a text that no other message has.</summary>
    public const string Text = "<text>";

    public const string Answered = "(answered)";
    public const string Overtaken = "(overtaken)";
    public const string Record = "(record)";
    public const string LookUp = "(look up)";

    private static readonly SessionOptions Options = new()
    {
        RoundTimeout = SessionScript.Ms(200),
        Settle = SessionScript.Ms(5),
        SeatHold = SessionScript.Ms(60),
        MaxOpenRounds = 4,
        MaxContenders = 3,
        DecidedRounds = 3,
        DecidedBytes = int.MaxValue,
    };

    /// <summary>A name that looks like a recorded one, and is none.</summary>
    private const string Suspected = "other";

    private readonly SessionRounds _rounds;
    private readonly SessionModel _model;
    private readonly bool _recordsAtOnce;
    private readonly Dictionary<int, ConnectionId> _slots = [];
    private readonly HashSet<ConnectionId> _unanswered = [];
    private readonly HashSet<ConnectionId> _halfClosed = [];
    private readonly List<SessionEffect> _toRecord = [];
    private readonly List<RoundName> _toLookUp = [];
    private long _now = 1000;
    private long _sequence;
    private long _number;
    private long _texts;

    private SessionPlay(bool recordsAtOnce, bool hasJournal)
    {
        _recordsAtOnce = recordsAtOnce;
        var names = hasJournal ? new RecordedNames() : null;
        names?.Add(RoundName.Parse(Suspected));
        _rounds = new SessionRounds(Options, SteadyClock.History(), names);
        _model = new SessionModel(Options, hasJournal ? [Suspected] : null);
    }

    /// <summary>All that was told, in order.</summary>
    public List<(ConnectionId To, string Line)> Told { get; } = [];

    /// <summary>All that was decided, in order.</summary>
    public List<SessionEffect> Decided { get; } = [];

    /// <summary>All that was recorded: the round of each number.</summary>
    public Dictionary<long, SessionEffect> Recorded { get; } = [];

    public static SessionPlay Of(IEnumerable<SessionStep> steps, bool recordsAtOnce, bool hasJournal)
    {
        var play = new SessionPlay(recordsAtOnce, hasJournal);
        foreach (var step in steps)
            play.Take(step);
        play.End();
        return play;
    }

    private void Take(SessionStep step)
    {
        switch (step)
        {
            case SessionStep.Say say:
                Say(say);
                break;
            case SessionStep.HalfClose(var slot) when _slots.TryGetValue(slot, out var connection):
                _halfClosed.Add(connection);
                _model.HalfClose(connection);
                _rounds.Over(connection, isLost: false, Now);
                Take();
                break;
            case SessionStep.Lose(var slot) when _slots.Remove(slot, out var connection):
                _model.Lose(connection, Now);
                _rounds.Over(connection, isLost: true, Now);
                Take();
                break;
            case SessionStep.Pass(var milliseconds):
                _now += milliseconds;
                _model.TimePasses(Now);
                _rounds.TimePassed(Now);
                Take(isOrderOfRoundsKnown: false);
                break;
            case SessionStep.Record(var which) when _toRecord.Count > 0:
                RecordOne(_toRecord[which % _toRecord.Count]);
                break;
            case SessionStep.LookUp(var which) when _toLookUp.Count > 0:
                LookUpOne(_toLookUp[which % _toLookUp.Count]);
                break;
        }

        while (_recordsAtOnce && _toRecord.Count > 0)
            RecordOne(_toRecord[0]);
        Assert.Equal(_model.DueAt, _rounds.DueAt);
        Assert.Equal(_model.OpenCount, _rounds.OpenCount);
        Assert.Equal(_model.SessionCount, _rounds.SessionCount);
    }

    private TimeSpan Now => SessionScript.Ms(_now);

    private void Say(SessionStep.Say say)
    {
        if (!_slots.TryGetValue(say.Slot, out var connection))
            _slots.Add(say.Slot, connection = Arrivals.Connection(++_sequence));
        if (_unanswered.Contains(connection) || _halfClosed.Contains(connection))
            return;

        _unanswered.Add(connection);
        var stamp = say.Source == StampSource.None
            ? default
            : new ReceiveStamp(say.Source, (_now - say.Delay) * 1_000_000);
        SessionInput[] lines =
        [
            .. say.Lines.Select(line => SessionScript.Input(
                line.Replace(Text, string.Create(CultureInfo.InvariantCulture, $"t{++_texts}")), stamp)),
        ];
        _model.Say(connection, lines, ++_sequence, Now);
        _rounds.Handle(connection, lines, _sequence, Now);
        Take();
    }

    private void RecordOne(SessionEffect round)
    {
        _toRecord.Remove(round);
        Recorded.Add(++_number, round);
        _model.Recorded(round.Round.Value, _number, Now);
        _rounds.Recorded(round.Round, _number, Now);
        Take();
    }

    private void LookUpOne(RoundName name)
    {
        _toLookUp.Remove(name);
        var (number, round) = Recorded.FirstOrDefault(each => each.Value.Round == name);
        _model.LookedUp(name.Value, Now);
        _rounds.LookedUp(name, round.Verdict is { } verdict ? Outcome.Of(name, number, verdict) : null, Now);
        Take();
    }

    /// <summary>Lets all rounds end that can, and closes.</summary>
    private void End()
    {
        while (_rounds.OpenCount > 0 || _toLookUp.Count > 0)
        {
            while (_toLookUp.Count > 0)
                LookUpOne(_toLookUp[0]);
            if (_rounds.DueAt is { } due)
                _now = Math.Max(_now, (long)due.TotalMilliseconds);
            Take(new SessionStep.Pass(0));
            while (_toRecord.Count > 0)
                RecordOne(_toRecord[0]);
        }

        Assert.Null(_rounds.DueAt);
        _rounds.Close();
        Assert.Equal(0, _rounds.SessionCount);
    }

    private void Take(bool isOrderOfRoundsKnown = true)
    {
        List<SessionEffect> effects = [];
        while (_rounds.TryTake(out var effect))
            effects.Add(effect);
        List<(ConnectionId To, string Line)> told = [.. effects.Select(Line)];
        while (_rounds.TryTake(out var connection, out var delivery))
            told.AddRange(Lines(delivery).Select(line => (connection, line)));
        Assert.Equal(Sorted(_model.Said, isOrderOfRoundsKnown), Sorted(told, isOrderOfRoundsKnown));
        _model.Said.Clear();

        foreach (var (to, line) in told.Where(each => each.To != default))
        {
            Assert.Contains(to, _slots.Values);
            Told.Add((to, line));
            if (line == Answered)
                Assert.True(_unanswered.Remove(to));
            if (line == SessionScript.End)
                _slots.Remove(_slots.First(slot => slot.Value == to).Key);
        }

        var decided = effects.Where(effect => effect.Kind == SessionEffectKind.Record).ToArray();
        Decided.AddRange(decided);
        _toRecord.AddRange(decided);
        _toLookUp.AddRange(effects.Where(effect => effect.Kind == SessionEffectKind.LookUp).Select(effect => effect.Round));
    }

    /// <summary>
    /// What each is told in its order; if that of rounds is not known, what each is told of each round. All of it is told at
    /// once, so that an answer ends with the last line, whichever was the last of its own lines; what was overtaken is no line.
    /// </summary>
    private static IEnumerable<(ConnectionId To, string Line)> Sorted(
        IEnumerable<(ConnectionId To, string Line)> told, bool isOrderOfRoundsKnown) =>
        from each in told
        let round = isOrderOfRoundsKnown ? "" : each.Line.Split(' ').ElementAtOrDefault(1)
        orderby each.To.Number, each.Line == Answered, !each.Line.StartsWith(Overtaken, StringComparison.Ordinal), round
        select each;

    private static (ConnectionId To, string Line) Line(SessionEffect effect) => effect switch
    {
        (SessionEffectKind.Overtaken, var round, _, { } arrival) => (arrival.Connection, $"{Overtaken} {round}"),
        (SessionEffectKind.Record, var round, { } verdict, _) => (default, $"{Record} {round} {Places(verdict)}"),
        (SessionEffectKind.LookUp, var round, _, _) => (default, $"{LookUp} {round}"),
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, "no effect"),
    };

    private static IEnumerable<string> Lines(OrderingProtocol.Deliver delivery)
    {
        foreach (var line in SentText.Of(delivery.Lines).Split('\n')[..^1])
            yield return line.StartsWith("ERROR ", StringComparison.Ordinal) ? string.Join(' ', line.Split(' ')[..2]) : line;
        if (delivery.IsAnswer)
            yield return Answered;
        if (delivery.IsLast)
            yield return SessionScript.End;
    }

    private static string Places(Verdict verdict) =>
        string.Join(' ', verdict.Order.Select(arrival => $"{arrival.Id}={arrival.Message.Text}"));
}
