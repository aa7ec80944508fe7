using System.Diagnostics.CodeAnalysis;
using ActorArbiter.Protocol;

namespace ActorArbiter.Ordering;

/// <summary>
/// The open rounds of classic listeners. A message goes to the first open round that has none of its id yet, so the
/// rounds that have a given id are always the oldest ones, and the oldest round is the first to be complete.
/// </summary>
/// <remarks>
/// Time is told, never read: any clock will do that starts where it likes and does not go back.
/// </remarks>
internal sealed class ClassicRounds
{
    private readonly int _contenders;
    private readonly TimeSpan _timeout;
    private readonly int _maxOpen;

    private readonly Dictionary<long, Round> _open = [];
    private readonly Dictionary<ContenderId, long> _firstWithout = [];
    private readonly Dictionary<ConnectionId, Waiting> _waiting = [];
    private long _first;

    /// <param name="contenders">How many messages decide a round.</param>
    /// <param name="timeout">How long after its first message a round must be complete.</param>
    /// <param name="maxOpen">The most rounds that may be open at once.</param>
    public ClassicRounds(int contenders, TimeSpan timeout, int maxOpen)
    {
        _contenders = contenders;
        _timeout = timeout;
        _maxOpen = maxOpen;
    }

    public int OpenCount => _open.Count;

    /// <summary>When the oldest open round must be complete; none without an open round.</summary>
    public TimeSpan? Deadline => _open.TryGetValue(_first, out var oldest) ? oldest.OpenedAt + _timeout : null;

    /// <summary>The id for a message that names none: the first letter not taken in the round it will go to.</summary>
    public ContenderId FreeLetter()
    {
        for (var index = 0; ; index++)
        {
            var letter = ContenderLetters.At(index);
            if (!_firstWithout.ContainsKey(letter))
                return letter;
        }
    }

    /// <summary>Whether a message of <paramref name="id"/> finds a round, or room for another one.</summary>
    public bool HasRoomFor(ContenderId id) =>
        _open.Count < _maxOpen || FirstWithout(id) < _first + _open.Count || IsLost(id, FirstWithout(id) - 1);

    /// <summary>Places <paramref name="arrival"/>; the verdict, when that makes its round complete.</summary>
    public Verdict? Add(Arrival arrival, TimeSpan now)
    {
        var number = FirstWithout(arrival.Id);
        if (IsLost(arrival.Id, number - 1))
        {
            number--;
            _waiting.Remove(_open[number].Take(arrival.Id).Connection);
        }
        else
        {
            _firstWithout[arrival.Id] = number + 1;
        }

        if (!_open.TryGetValue(number, out var round))
            _open.Add(number, round = new Round(_contenders, now));

        round.Add(arrival);
        _waiting.Add(arrival.Connection, new Waiting(arrival.Id) { Round = number });
        PassHalfClosed(arrival.Id, number);
        return _open[_first].IsComplete ? CloseFirst().Decide() : null;
    }

    /// <summary>
    /// The client closed its sending side after its message. It may be gone or may still listen, so it stays, but
    /// behind those of its id that are connected in full.
    /// </summary>
    public void HalfClosed(ConnectionId connection)
    {
        if (!_waiting.TryGetValue(connection, out var waiting))
            return;
        waiting.Presence = Presence.HalfClosed;
        for (var number = waiting.Round + 1; number < FirstWithout(waiting.Id); number++)
            PassHalfClosed(waiting.Id, number);
    }

    /// <summary>
    /// The connection is lost after its message. The message stays in its round unless another one of its id waits
    /// behind it: that one, and all behind it, move up.
    /// </summary>
    public void Lost(ConnectionId connection)
    {
        if (!_waiting.TryGetValue(connection, out var waiting))
            return;
        waiting.Presence = Presence.Lost;
        var (id, last) = (waiting.Id, FirstWithout(waiting.Id) - 1);
        if (waiting.Round == last)
            return;

        _open[waiting.Round].Take(id);
        _waiting.Remove(connection);
        for (var number = waiting.Round; number < last; number++)
            Move(_open[number + 1].Take(id), number);
        _firstWithout[id] = last;
        DropLastIfEmpty();
    }

    /// <summary>Closes the rounds whose time is over; the connections whose messages were in them.</summary>
    public IReadOnlyList<ConnectionId> Expire(TimeSpan now)
    {
        List<ConnectionId> ended = [];
        while (Deadline is { } deadline && deadline <= now)
            ended.AddRange(CloseFirst().Arrivals.Select(arrival => arrival.Connection));
        return ended;
    }

    /// <summary>Closes all rounds; the connections whose messages were in them.</summary>
    public IReadOnlyList<ConnectionId> CloseAll() => Expire(TimeSpan.MaxValue);

    private long FirstWithout(ContenderId id) => _firstWithout.GetValueOrDefault(id, _first);

    private bool IsLost(ContenderId id, long number) => PresenceOf(id, number) == Presence.Lost;

    private Presence? PresenceOf(ContenderId id, long number) =>
        TryFind(id, number, out var arrival) ? _waiting[arrival.Connection].Presence : null;

    private bool TryFind(ContenderId id, long number, [NotNullWhen(true)] out Arrival? arrival)
    {
        arrival = _open.TryGetValue(number, out var round) ? round.Find(id) : null;
        return arrival is not null;
    }

    /// <summary>Moves the arrival of <paramref name="id"/> at <paramref name="number"/> before the half-closed ones of its id.</summary>
    private void PassHalfClosed(ContenderId id, long number)
    {
        if (PresenceOf(id, number) != Presence.Connected)
            return;
        for (; PresenceOf(id, number - 1) == Presence.HalfClosed; number--)
        {
            var (earlier, later) = (_open[number - 1].Take(id), _open[number].Take(id));
            Move(later, number - 1);
            Move(earlier, number);
        }
    }

    private void Move(Arrival arrival, long number)
    {
        _open[number].Add(arrival);
        _waiting[arrival.Connection].Round = number;
    }

    private Round CloseFirst()
    {
        _open.Remove(_first, out var round);
        _first++;
        foreach (var arrival in round!.Arrivals)
        {
            _waiting.Remove(arrival.Connection);
            if (_firstWithout[arrival.Id] == _first)
                _firstWithout.Remove(arrival.Id);
        }

        return round;
    }

    private void DropLastIfEmpty()
    {
        var last = _first + _open.Count - 1;
        if (_open[last].IsEmpty)
            _open.Remove(last);
    }

    private enum Presence
    {
        Connected,
        HalfClosed,
        Lost,
    }

    private sealed class Waiting(ContenderId id)
    {
        public ContenderId Id { get; } = id;

        public long Round { get; set; }

        public Presence Presence { get; set; }
    }
}
