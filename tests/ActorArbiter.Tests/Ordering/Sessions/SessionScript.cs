using System.Text;
using ActorArbiter.Journal;
using ActorArbiter.Ordering;
using ActorArbiter.Ordering.Sessions;
using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Tests.Clocks;

namespace ActorArbiter.Tests.Ordering.Sessions;

/// <summary>Sessions with named rounds, played line by line. Times and stamps are in milliseconds.</summary>
internal sealed class SessionScript
{
    /// <summary>What is heard when the session ends.</summary>
    public const string End = "(end)";

    private readonly SessionRounds _rounds;
    private readonly Dictionary<long, List<string>> _heard = [];
    private readonly List<long> _answered = [];
    private readonly HashSet<long> _gone = [];
    private long _sequence;
    private long _number;

    /// <param name="change">What is not as in <see cref="Defaults"/>.</param>
    /// <param name="recorded">A round in the journal, or none if empty; without it there is no journal.</param>
    public SessionScript(Func<SessionOptions, SessionOptions>? change = null, string? recorded = null)
    {
        var names = recorded is null ? null : new RecordedNames();
        if (recorded?.Length > 0)
            names!.Add(RoundName.Parse(recorded));
        _rounds = new SessionRounds(change is null ? Defaults : change(Defaults), SteadyClock.History(), names);
    }

    public static SessionOptions Defaults { get; } = new()
    {
        RoundTimeout = Ms(600_000),
        Settle = Ms(5),
        SeatHold = Ms(10_000),
        MaxOpenRounds = 100,
        MaxContenders = 50,
        DecidedRounds = 100,
        DecidedBytes = int.MaxValue,
    };

    /// <summary>Whether a verdict is recorded as soon as that is asked for.</summary>
    public bool RecordsAtOnce { get; init; } = true;

    /// <summary>How many rounds may be decided in all.</summary>
    public int? Rounds { get; init; }

    public long Now { get; private set; }

    public long? DueAt => (long?)_rounds.DueAt?.TotalMilliseconds;

    public int OpenCount => _rounds.OpenCount;

    public int SessionCount => _rounds.SessionCount;

    /// <summary>The rounds that were decided, in that order, as <c>r: X Y</c>.</summary>
    public List<string> Decided { get; } = [];

    /// <summary>The rounds that the journal was asked for.</summary>
    public List<string> LookedUp { get; } = [];

    /// <summary>The messages that were overtaken, as <c>r: X</c>.</summary>
    public List<string> Overtaken { get; } = [];

    private int? Left => Rounds - Decided.Count;

    public static TimeSpan Ms(long milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    public static SessionInput Input(string line, ReceiveStamp stamp) =>
        SessionCommandParser.TryParse(Encoding.UTF8.GetBytes(line), out var command, out var problem)
            ? new SessionInput(command, null, stamp)
            : new SessionInput(default, problem, stamp);

    /// <summary>A connection sends lines that are read together, just now.</summary>
    public void Say(long connection, params string[] lines) => SayStamped(Now, connection, lines);

    /// <summary>A connection sent lines at <paramref name="stamp"/> that are read together, now.</summary>
    public void SayStamped(double stamp, long connection, params string[] lines) =>
        Say(new ReceiveStamp(StampSource.Read, (long)(stamp * 1_000_000)), connection, lines);

    /// <summary>A connection sends lines that are read together, and nothing says when they came.</summary>
    public void SayUnstamped(long connection, params string[] lines) => Say(default(ReceiveStamp), connection, lines);

    public void Lose(long connection)
    {
        _gone.Add(connection);
        _rounds.Over(Arrivals.Connection(connection), isLost: true, Ms(Now));
        Take();
    }

    public void HalfClose(long connection)
    {
        _rounds.Over(Arrivals.Connection(connection), isLost: false, Ms(Now));
        Take();
    }

    /// <summary>Time passes, and whatever is due meanwhile happens when it is.</summary>
    public void Pass(long milliseconds)
    {
        var until = Now + milliseconds;
        while (DueAt <= until)
        {
            Now = Math.Max(Now, DueAt.Value);
            _rounds.TimePassed(Ms(Now));
            Take();
        }

        Now = until;
        _rounds.TimePassed(Ms(Now));
        Take();
    }

    public void Record(string round)
    {
        _rounds.Recorded(RoundName.Parse(round), ++_number, Ms(Now), Left);
        Take();
    }

    /// <summary>The journal has this of a round.</summary>
    public void LookUp(Outcome outcome) => LookUp(outcome.Name, outcome);

    /// <summary>The journal has this of a round; nothing if none.</summary>
    public void LookUp(RoundName name, Outcome? outcome)
    {
        _rounds.LookedUp(name, outcome, Ms(Now), Left);
        Take();
    }

    public void Close()
    {
        _rounds.Close();
        Take();
    }

    public void Abandon()
    {
        _rounds.Abandon();
        Take();
    }

    /// <summary>What a connection heard since it was asked last, and nothing else.</summary>
    public void Hears(long connection, params string[] lines)
    {
        _heard.Remove(connection, out var heard);
        Assert.Equal(lines, heard ?? []);
    }

    /// <summary>An error is what a connection heard last, after these lines and nothing else.</summary>
    public void HearsError(long connection, string code, params string[] linesBefore) =>
        HearsErrorAbout(connection, code, "", linesBefore);

    /// <summary>The same, and the error says so.</summary>
    public void HearsErrorAbout(long connection, string code, string about, params string[] linesBefore)
    {
        _heard.Remove(connection, out var heard);
        Assert.NotNull(heard);
        Assert.StartsWith($"ERROR {code} ", heard[^1]);
        Assert.Contains(about, heard[^1]);
        Assert.Equal(linesBefore, heard[..^1]);
    }

    /// <summary>Takes these errors out of what a connection heard; there are no others.</summary>
    public void HearsErrors(long connection, params string[] codes)
    {
        var errors = _heard[connection].FindAll(line => line.StartsWith("ERROR ", StringComparison.Ordinal));
        Assert.Equal(codes, errors.Select(error => error.Split(' ')[1]));
        _heard[connection].RemoveAll(errors.Contains);
    }

    /// <summary>A session was ended with an error, after these lines and nothing else.</summary>
    public void HearsErrorAndEnd(long connection, string code, params string[] linesBefore)
    {
        Assert.True(_heard[connection].Remove(End));
        HearsError(connection, code, linesBefore);
        Assert.Contains(connection, _gone);
    }

    /// <summary>What connections heard until now is not asked for.</summary>
    public void Forget() => _heard.Clear();

    /// <summary>How often it was said that the lines of a connection were answered, since this was asked last.</summary>
    public int AnswersTo(long connection) => _answered.RemoveAll(each => each == connection);

    private void Say(ReceiveStamp stamp, long connection, string[] lines)
    {
        SessionInput[] inputs = [.. lines.Select(line => Input(line, stamp))];
        _rounds.Handle(Arrivals.Connection(connection), inputs, ++_sequence, Ms(Now), Left);
        Take();
    }

    private void Take()
    {
        while (_rounds.TryTake(out var effect))
            Take(effect);
        while (_rounds.TryTake(out var connection, out var delivery))
            Hear(connection, delivery);
    }

    private void Take(SessionEffect effect)
    {
        switch (effect)
        {
            case (SessionEffectKind.Overtaken, var round, _, { } arrival):
                Overtaken.Add($"{round}: {arrival.Id}");
                break;
            case (SessionEffectKind.LookUp, var round, _, _):
                LookedUp.Add(round.Value);
                break;
            case (SessionEffectKind.Record, var round, { } verdict, _):
                Decided.Add($"{round}: {Arrivals.Ids(verdict)}");
                if (RecordsAtOnce)
                    _rounds.Recorded(round, ++_number, Ms(Now), Left);
                break;
        }
    }

    private void Hear(ConnectionId connection, OrderingProtocol.Deliver delivery)
    {
        Assert.DoesNotContain(connection.Number, _gone);
        if (!_heard.TryGetValue(connection.Number, out var heard))
            _heard.Add(connection.Number, heard = []);
        heard.AddRange(SentText.Of(delivery.Lines).Split('\n')[..^1]);
        if (delivery.IsAnswer)
            _answered.Add(connection.Number);
        if (!delivery.IsLast)
            return;
        heard.Add(End);
        _gone.Add(connection.Number);
    }
}
