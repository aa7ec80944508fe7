namespace ActorArbiter.Ordering;

/// <summary>A round whose contenders have seats before they have sent anything.</summary>
internal sealed class GreetingRound
{
    private readonly SortedDictionary<int, Seat> _seats = [];
    private readonly Dictionary<ConnectionId, Arrival> _arrivals = [];
    private readonly int _contenders;

    /// <param name="contenders">How many seats there are, at least one.</param>
    public GreetingRound(int contenders)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(contenders, 1);
        _contenders = contenders;
    }

    /// <summary>When all seats were taken; <see langword="null"/> before that.</summary>
    public TimeSpan? GreetedAt { get; set; }

    /// <summary>The seats that are taken, in the order of their letters.</summary>
    public IReadOnlyCollection<Seat> Seats => _seats.Values;

    public bool IsEmpty => _seats.Count == 0;

    public bool IsFull => _seats.Count == _contenders;

    public bool IsComplete => GreetedAt is not null && _arrivals.Count == _contenders;

    public Seat TakeSeat(ConnectionId connection)
    {
        var number = Enumerable.Range(0, _contenders).First(free => !_seats.ContainsKey(free));
        return _seats[number] = new Seat(number, connection);
    }

    public void Free(ConnectionId connection)
    {
        _seats.Remove(_seats.Values.First(seat => seat.Connection == connection).Number);
        _arrivals.Remove(connection);
    }

    public bool HasMessageOf(ConnectionId connection) => _arrivals.ContainsKey(connection);

    public void Add(Arrival arrival) => _arrivals.Add(arrival.Connection, arrival);

    /// <summary>Its messages as a round, which is closed when this one is complete.</summary>
    public Round ToRound()
    {
        var round = new Round(new RoundRules(_contenders));
        foreach (var arrival in _arrivals.Values)
            round.Add(arrival);
        return round;
    }
}
