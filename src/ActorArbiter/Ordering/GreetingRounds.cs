namespace ActorArbiter.Ordering;

/// <summary>
/// The rounds of greeting listeners. Seats go by connection; at most one round has free seats at a time, and rounds
/// whose seats are all taken wait for their messages beside it.
/// </summary>
/// <remarks>Time is told, never read, as in <see cref="ClassicRounds"/>.</remarks>
internal sealed class GreetingRounds
{
    private readonly int _contenders;
    private readonly TimeSpan _messageTimeout;
    private readonly int _maxOpen;

    private readonly Dictionary<ConnectionId, GreetingRound> _rounds = [];
    private readonly LinkedList<GreetingRound> _greeted = new();
    private GreetingRound? _forming;

    /// <param name="contenders">How many seats a round has.</param>
    /// <param name="messageTimeout">How long after the greeting all messages must have come.</param>
    /// <param name="maxOpen">The most rounds that may be open at once.</param>
    public GreetingRounds(int contenders, TimeSpan messageTimeout, int maxOpen)
    {
        _contenders = contenders;
        _messageTimeout = messageTimeout;
        _maxOpen = maxOpen;
    }

    public int OpenCount => _greeted.Count + (_forming is null ? 0 : 1);

    /// <summary>When the messages of the round that was greeted first must have come; none without one.</summary>
    public TimeSpan? Deadline => _greeted.First?.Value.GreetedAt + _messageTimeout;

    public bool HasRoom => _forming is not null || OpenCount < _maxOpen;

    /// <summary>Gives <paramref name="connection"/> the first free seat.</summary>
    public Seat TakeSeat(ConnectionId connection)
    {
        _forming ??= new GreetingRound(_contenders);
        _rounds.Add(connection, _forming);
        return _forming.TakeSeat(connection);
    }

    /// <summary>
    /// Begins the round whose seats are all taken, if there is one. Its contenders are to be greeted; it may be complete
    /// already, with messages that came before the greeting.
    /// </summary>
    public GreetingRound? Greet(TimeSpan now)
    {
        if (_forming is not { IsFull: true } round)
            return null;
        _forming = null;
        round.GreetedAt = now;
        _greeted.AddLast(round);
        return round;
    }

    /// <summary>Takes the message of a seated contender; its round, unless it has ended.</summary>
    public GreetingRound? Add(Arrival arrival)
    {
        var round = _rounds.GetValueOrDefault(arrival.Connection);
        round?.Add(arrival);
        return round;
    }

    /// <summary>
    /// A seated contender left. Before the greeting that frees its seat. After it, a message that was sent stays; without
    /// one the round, which is the result, cannot be decided any more.
    /// </summary>
    public GreetingRound? Leave(ConnectionId connection)
    {
        if (!_rounds.TryGetValue(connection, out var round))
            return null;
        if (round.GreetedAt is null)
        {
            round.Free(connection);
            _rounds.Remove(connection);
            if (round.IsEmpty)
                _forming = null;
            return null;
        }

        return round.HasMessageOf(connection) ? null : round;
    }

    /// <summary>The rounds whose time for messages is over.</summary>
    public IReadOnlyList<GreetingRound> Overdue(TimeSpan now) =>
        [.. _greeted.TakeWhile(round => round.GreetedAt + _messageTimeout <= now)];

    /// <summary>Forgets a round that is decided or has ended.</summary>
    public void Close(GreetingRound round)
    {
        foreach (var seat in round.Seats)
            _rounds.Remove(seat.Connection);
        _greeted.Remove(round);
        if (ReferenceEquals(_forming, round))
            _forming = null;
    }
}
