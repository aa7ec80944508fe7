using ActorArbiter.Ordering;
using ActorArbiter.Ordering.Sessions;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.Ordering.Sessions;

/// <summary>
/// What <see cref="SessionRounds"/> does, said as plainly as can be: lists of everything that ever was, searched from end to
/// end. Of errors it says the code only. Nobody sets its clock.
/// </summary>
/// <param name="options">How rounds are kept.</param>
/// <param name="suspected">
/// The names that are taken for recorded ones, and are not; none where there is no journal.
/// </param>
internal sealed class SessionModel(SessionOptions options, HashSet<string>? suspected)
{
    private readonly List<ModelConnection> _connections = [];
    private readonly List<ModelRound> _rounds = [];
    private readonly List<ModelRound> _told = [];
    private readonly List<ModelRound> _remembered = [];
    private readonly List<ModelConnection> _waiting = [];
    private readonly List<string> _lookUps = [];

    /// <summary>What was said to whom since this was cleared.</summary>
    public List<(ConnectionId To, string Line)> Said { get; } = [];

    public int OpenCount => _rounds.Count;

    public int SessionCount => _connections.Count;

    public TimeSpan? DueAt => _rounds.SelectMany(round => round.Lost.Select(HeldUntil).Append(round.DueAt)).Min();

    public void Say(ConnectionId id, IEnumerable<SessionInput> lines, long sequence, TimeSpan now)
    {
        if (Find(id) is not { } connection)
            _connections.Add(connection = new ModelConnection(id));
        connection.Todo.AddRange(lines.Select(line => (line, sequence)));
        Work(connection, now);
    }

    public void HalfClose(ConnectionId id)
    {
        if (Find(id) is not { } connection)
            return;
        connection.IsHalfClosed = true;
        if (connection.WaitsFor is null)
            Finish(connection);
    }

    public void Lose(ConnectionId id, TimeSpan now)
    {
        if (Find(id) is not { } connection)
            return;
        if (Contender(connection) is { Text: null } silent && Round(connection)!.Order is null)
            silent.LostAt = now;
        Forget(connection);
    }

    public void TimePasses(TimeSpan now)
    {
        foreach (var round in _rounds.ToArray())
        {
            foreach (var lost in round.Lost.Where(lost => HeldUntil(lost) <= now).ToArray())
                round.Contenders.Remove(lost);
            DropIfEmpty(round);
        }

        while (_rounds.Where(each => each.DueAt <= now).MinBy(each => each.DueAt) is { } round)
        {
            if (round.SettlesAt is null)
                round.SettlesAt = now + options.Settle;
            else
                Decide(round);
        }
    }

    public void Recorded(string name, long number, TimeSpan now)
    {
        var round = _rounds.Single(each => each.Name == name);
        _rounds.Remove(round);
        _told.Add(round);
        _remembered.Add(round);
        suspected?.Remove(name);
        round.Number = number;
        var watchers = WatchersOf(round);
        foreach (var contender in round.Contenders.Where(each => each.Connection is not null))
            Tell(contender.Connection!, round.Lines(contender.IsBrief));
        foreach (var watcher in watchers.Where(each => !round.Has(each)))
            Tell(watcher, round.Lines(isBrief: false));

        foreach (var contender in round.Contenders.Where(each => each.Connection is not null))
        {
            var connection = contender.Connection!;
            contender.Connection = null;
            connection.Last = round;
            connection.HadSent = contender.Text is not null;
            connection.IsToldTooLate = round.Of > 1 && connection.HadSent && !round.Order!.Contains(contender);
            if (connection.IsToldTooLate)
                Tell(connection, "ERROR too-late");
            EndIfDone(connection);
        }

        StopWatching(round, watchers);
        GoOn(name, now);
    }

    public void LookedUp(string name, TimeSpan now)
    {
        _lookUps.Remove(name);
        suspected!.Remove(name);
        _remembered.AddRange(_told.Where(each => each.Name == name));
        GoOn(name, now);
    }

    private void GoOn(string name, TimeSpan now)
    {
        foreach (var connection in _waiting.Where(each => each.WaitsFor == name).ToArray())
        {
            _waiting.Remove(connection);
            connection.WaitsFor = null;
            Work(connection, now);
        }
    }

    private void Work(ModelConnection connection, TimeSpan now)
    {
        while (connection.Todo.Count > 0)
        {
            var (line, sequence) = connection.Todo[0];
            if (RoundToWaitFor(connection, line) is { } round)
            {
                connection.WaitsFor = round;
                _waiting.Add(connection);
                return;
            }

            connection.Todo.RemoveAt(0);
            Do(connection, line, sequence, now);
            if (!_connections.Contains(connection))
                return;
        }

        if (connection.IsHalfClosed)
            Finish(connection);
        else
            Tell(connection, SessionPlay.Answered);
    }

    private string? RoundToWaitFor(ModelConnection connection, SessionInput line)
    {
        var command = line.Command;
        var (name, isAsked) = command.Kind switch
        {
            SessionCommandKind.Join when Contender(connection) is null => (command.Round.Value, true),
            SessionCommandKind.Result => (command.Round.Value, true),
            SessionCommandKind.Message when Contender(connection) is { Text: null } own && IsOf(own, command) =>
                (Round(connection)!.Name, true),
            SessionCommandKind.Watch => (command.Round.Value, false),
            _ => ("", false),
        };
        if (_rounds.Find(each => each.Name == name) is { } open)
            return isAsked && open.Order is not null ? name : null;
        var isKnown = suspected is null || Told(name) is not null;
        if (isKnown || !(suspected!.Contains(name) || _told.Exists(each => each.Name == name)))
            return null;
        if (_lookUps.Contains(name))
            return name;
        _lookUps.Add(name);
        Said.Add((default, $"{SessionPlay.LookUp} {name}"));
        return name;
    }

    private void Do(ModelConnection connection, SessionInput line, long sequence, TimeSpan now)
    {
        var (command, name) = (line.Command, line.Command.Round.Value);
        switch (command.Kind)
        {
            case SessionCommandKind.Join when Contender(connection) is null:
                Join(connection, command, line.Stamp, sequence, now);
                break;
            case SessionCommandKind.Join:
                Tell(connection, "ERROR already-joined");
                break;
            case SessionCommandKind.Message:
                Send(connection, command, line.Stamp, sequence, now);
                break;
            case SessionCommandKind.Leave when Contender(connection) is null:
                Tell(connection, "ERROR not-joined");
                break;
            case SessionCommandKind.Leave:
                Leave(connection);
                break;
            case SessionCommandKind.Quit:
                Leave(connection);
                Tell(connection, "BYE", SessionScript.End);
                Forget(connection);
                break;
            case SessionCommandKind.Watch when Told(name) is { } round:
                Tell(connection, round.Lines(isBrief: false));
                break;
            case SessionCommandKind.Watch:
                connection.Watches.Remove(name);
                connection.Watches.Add(name);
                break;
            case SessionCommandKind.Result when Told(name) is { } round:
                Tell(connection, round.Lines(isBrief: false));
                break;
            case SessionCommandKind.Result:
                Tell(connection, _rounds.Exists(each => each.Name == name) ? "ERROR undecided" : "ERROR unknown-round");
                break;
            case SessionCommandKind.Ping:
                Tell(connection, "PONG");
                break;
            default:
                Tell(connection, $"ERROR {line.Problem!.Code}");
                break;
        }
    }

    private void Join(
        ModelConnection connection, SessionCommand join, ReceiveStamp stamp, long sequence, TimeSpan now)
    {
        var (id, key, asked) = (join.Id!.Value.Value, join.Options.Key?.Value, join.Options);
        if (Told(join.Round.Value) is { } told)
        {
            // A message that follows is too late, and overtook nobody: it was sent when the verdict was known.
            (connection.Last, connection.HadSent, connection.IsToldTooLate) = (told, true, false);
            Tell(connection, told.Lines(asked.Brief));
            return;
        }

        var round = _rounds.Find(each => each.Name == join.Round.Value);
        var isNew = round is null;
        round ??= new ModelRound(join.Round.Value, asked, options) { OpenedStamp = stamp, OpenedAt = now };
        var seated = round.Contenders.Find(each => each.Id == id);
        var mayTakeOver = seated?.Key is null ? seated?.Connection is null : seated.Key == key;
        var problem =
            isNew && (round.Of > options.MaxContenders || (round.Of == 1 && round.StartsWithReady)) ? "bad-argument"
            : isNew && _rounds.Count == options.MaxOpenRounds ? "busy"
            : round.DiffersFrom(asked) ? "round-differs"
            : !mayTakeOver ? "id-taken"
            : seated is null && round.IsFull ? "round-full"
            : null;
        if (problem is not null)
        {
            Tell(connection, $"ERROR {problem}");
            return;
        }

        if (seated?.Connection is { } old)
        {
            Tell(old, "ERROR replaced", SessionScript.End);
            Forget(old);
        }

        if (isNew)
            _rounds.Add(round);
        var contender = seated ?? new ModelContender(id);
        if (seated is null)
            round.Contenders.Add(contender);
        (contender.Connection, contender.Key, contender.IsBrief, contender.LostAt) = (connection, key, asked.Brief, null);
        connection.Last = null;
        TellUnlessBrief(contender, $"JOINED {round.Name} {id} {round.Contenders.Count}/{round.Of}");

        var ready = $"READY {round.Name} {string.Join(' ', round.Contenders.Select(each => each.Id))}";
        if (round.IsFull)
            TellUnlessBrief(contender, ready);
        if (seated?.Text is { } text)
            TellUnlessBrief(contender, $"RECEIVED {round.Name} {id}: {text}");
        if (seated is not null)
            return;
        TellOthers(round, contender, $"SEATED {round.Name} {id} {round.Contenders.Count}/{round.Of}");
        if (!round.IsFull)
            return;
        TellOthers(round, contender, ready);
        if (round.ReadySequence is null)
            (round.ReadySequence, round.ReadyStamp) = (sequence, stamp);
    }

    private void Send(
        ModelConnection connection, SessionCommand message, ReceiveStamp stamp, long sequence, TimeSpan now)
    {
        var contender = Contender(connection);
        var round = Round(connection);
        if (contender is null || round is null)
        {
            if (connection.Last is null || connection.IsToldTooLate)
            {
                Tell(connection, "ERROR not-joined");
                return;
            }

            connection.IsToldTooLate = true;
            if (!connection.HadSent && connection.Last.IsOvertaken(stamp, sequence))
                Said.Add((connection.Id, $"{SessionPlay.Overtaken} {connection.Last.Name}"));
            Tell(connection, "ERROR too-late");
            return;
        }

        var problem =
            !IsOf(contender, message) ? "bad-argument"
            : contender.Text is not null ? "already-sent"
            : round.IsFalseStart(stamp, sequence) ? "too-early"
            : null;
        if (problem is not null)
        {
            Tell(connection, $"ERROR {problem}");
            return;
        }

        (contender.Text, contender.Stamp, contender.Sequence, contender.At) = (message.Text, stamp, sequence, now);
        round.Arrived.Add(contender);
        TellUnlessBrief(contender, $"RECEIVED {round.Name} {contender.Id}: {message.Text}");
        if (round.Of == 1 && options.Settle > TimeSpan.Zero)
            round.SettlesAt ??= now + options.Settle;
        else if (round.Arrived.Count == round.Of)
            Decide(round);
    }

    private void Decide(ModelRound round)
    {
        round.Decide();
        if (round.Order!.Count > 0)
        {
            var places = string.Join(' ', round.Order.Select(each => $"{each.Id}={each.Text}"));
            Said.Add((default, $"{SessionPlay.Record} {round.Name} {places}"));
            return;
        }

        _rounds.Remove(round);
        var watchers = WatchersOf(round);
        var contenders = round.Contenders.Select(each => each.Connection).OfType<ModelConnection>().ToArray();
        foreach (var connection in contenders.Union(watchers))
            Tell(connection, $"EXPIRED {round.Name}");
        foreach (var connection in contenders)
            EndIfDone(connection);
        StopWatching(round, watchers);
    }

    private void Leave(ModelConnection connection)
    {
        if (Contender(connection) is not { } contender)
            return;
        var round = Round(connection)!;
        TellUnlessBrief(contender, $"LEFT {round.Name}");
        contender.Connection = null;
        if (contender.Text is null)
            round.Contenders.Remove(contender);
        DropIfEmpty(round);
    }

    private void Finish(ModelConnection connection)
    {
        if (Contender(connection) is { Text: null } && Round(connection)!.Order is null)
            Leave(connection);
        connection.Watches.RemoveAll(name => !_rounds.Exists(round => round.Name == name));
        EndIfDone(connection);
    }

    private void EndIfDone(ModelConnection connection)
    {
        var isInRound = Round(connection) is not null;
        if (!connection.IsHalfClosed || connection.WaitsFor is not null || isInRound || connection.Watches.Count > 0
            || !_connections.Contains(connection))
            return;
        Tell(connection, "BYE", SessionScript.End);
        Forget(connection);
    }

    private void Forget(ModelConnection connection)
    {
        foreach (var contender in _rounds.SelectMany(each => each.Contenders).Where(each => each.Connection == connection))
            contender.Connection = null;
        _waiting.Remove(connection);
        _connections.Remove(connection);
    }

    private void DropIfEmpty(ModelRound round)
    {
        if (round.Contenders.Count > 0 || round.Order is not null)
            return;
        _rounds.Remove(round);
        foreach (var watcher in WatchersOf(round).Where(each => each.IsHalfClosed))
        {
            watcher.Watches.Remove(round.Name);
            EndIfDone(watcher);
        }
    }

    private void StopWatching(ModelRound round, IEnumerable<ModelConnection> watchers)
    {
        foreach (var watcher in watchers)
        {
            watcher.Watches.Remove(round.Name);
            EndIfDone(watcher);
        }
    }

    private void TellOthers(ModelRound round, ModelContender but, string line)
    {
        foreach (var contender in round.Contenders.Where(each => each != but && each.Connection is not null))
            TellUnlessBrief(contender, line);
        foreach (var watcher in WatchersOf(round).Where(each => !round.Has(each)))
            Tell(watcher, line);
    }

    private void TellUnlessBrief(ModelContender contender, string line)
    {
        if (!contender.IsBrief)
            Tell(contender.Connection!, line);
    }

    private void Tell(ModelConnection connection, params IEnumerable<string> lines) =>
        Said.AddRange(lines.Select(line => (connection.Id, line)));

    private ModelConnection? Find(ConnectionId id) => _connections.Find(each => each.Id == id);

    private ModelRound? Told(string name) => _remembered.TakeLast(options.DecidedRounds).FirstOrDefault(each => each.Name == name);

    private ModelRound? Round(ModelConnection connection) => _rounds.Find(round => round.Has(connection));

    private ModelContender? Contender(ModelConnection connection) =>
        Round(connection)?.Contenders.Find(each => each.Connection == connection);

    private ModelConnection[] WatchersOf(ModelRound round) =>
        [.. _connections.Where(each => each.Watches.Contains(round.Name))];

    private TimeSpan? HeldUntil(ModelContender contender) => contender.LostAt + options.SeatHold;

    private static bool IsOf(ModelContender contender, SessionCommand message) =>
        message.Id is null || message.Id.Value.Value == contender.Id;
}
