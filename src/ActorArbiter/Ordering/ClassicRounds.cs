using ActorArbiter.Protocol;

namespace ActorArbiter.Ordering;

/// <summary>
/// The open rounds of classic listeners. A message goes to the first open round that has none of its id yet, so the
/// messages of an id fill the oldest rounds without a gap, and a queue for each id says it all: what is first in each
/// queue is the oldest round, what is second the next one, and so on.
/// </summary>
/// <remarks>
/// <para>
/// A round counts as opened when the oldest of the messages that are in it now arrived. None ends before the round
/// ahead of it.
/// </para>
/// <para>
/// There are never more queues than contenders in a round, and what happens to one message costs the logarithm of the
/// number of open rounds at most. Time is told, never read: any clock will do that starts where it likes and does not
/// go back.
/// </para>
/// </remarks>
internal sealed class ClassicRounds
{
    private readonly RoundRules _rules;
    private readonly TimeSpan _timeout;
    private readonly int _maxOpen;

    /// <summary>None of them is empty.</summary>
    private readonly Dictionary<ContenderId, ContenderQueue> _queues = [];
    private readonly Dictionary<ConnectionId, WaitingArrival> _waiting = [];

    /// <param name="contenders">How many messages decide a round.</param>
    /// <param name="timeout">How long after its first message a round must be complete.</param>
    /// <param name="maxOpen">The most rounds that may be open at once.</param>
    public ClassicRounds(int contenders, TimeSpan timeout, int maxOpen)
    {
        _rules = new RoundRules(contenders);
        _timeout = timeout;
        _maxOpen = maxOpen;
    }

    public int OpenCount => _queues.Values.Select(queue => queue.Count).DefaultIfEmpty().Max();

    /// <summary>When the oldest open round must be complete; none without an open round.</summary>
    public TimeSpan? Deadline => OpenedAt + _timeout;

    private TimeSpan? OpenedAt => _queues.Values.Min(queue => (TimeSpan?)queue.First.Arrival.At);

    /// <summary>The id for a message that names none: the first letter not taken in the round it will go to.</summary>
    public ContenderId FreeLetter()
    {
        for (var index = 0; ; index++)
        {
            var letter = ContenderLetters.At(index);
            if (!_queues.ContainsKey(letter))
                return letter;
        }
    }

    /// <summary>Whether a message of <paramref name="id"/> finds a round, or room for another one.</summary>
    public bool HasRoomFor(ContenderId id) =>
        !_queues.TryGetValue(id, out var queue) || queue.Count < _maxOpen || queue.EndsInLost;

    /// <summary>Places <paramref name="arrival"/>; its round, when that is complete now.</summary>
    public Round? Add(Arrival arrival)
    {
        var waiting = new WaitingArrival(arrival);
        _waiting.Add(arrival.Connection, waiting);

        if (!_queues.TryGetValue(arrival.Id, out var queue))
            _queues.Add(arrival.Id, queue = new ContenderQueue());
        else if (queue.EndsInLost)
            _waiting.Remove(queue.TakeLast().Arrival.Connection);
        queue.Add(waiting);

        return _queues.Count == _rules.Contenders ? CompleteFirst() : null;
    }

    /// <summary>
    /// The client closed its sending side after its message. It may be gone or may still listen, so it stays, but
    /// behind those of its id that are connected in full.
    /// </summary>
    public void HalfClosed(ConnectionId connection)
    {
        if (_waiting.TryGetValue(connection, out var waiting))
            _queues[waiting.Arrival.Id].HalfClose(waiting);
    }

    /// <summary>
    /// The connection is lost after its message. The message stays, behind all others of its id, until another one of
    /// its id waits or comes: to that one it gives up its place.
    /// </summary>
    public void Lost(ConnectionId connection)
    {
        if (_waiting.TryGetValue(connection, out var waiting) && _queues[waiting.Arrival.Id].Lose(waiting))
            _waiting.Remove(connection);
    }

    /// <summary>Closes the rounds whose time is over; the connections whose messages were in them.</summary>
    public IReadOnlyList<ConnectionId> Expire(TimeSpan now)
    {
        List<ConnectionId> ended = [];
        while (Deadline <= now)
            ended.AddRange(CloseFirst().Select(arrival => arrival.Connection));
        return ended;
    }

    private Round CompleteFirst()
    {
        var round = new Round(_rules);
        foreach (var arrival in CloseFirst())
            round.Add(arrival);
        return round;
    }

    private Arrival[] CloseFirst()
    {
        Arrival[] arrivals = [.. _queues.Values.Select(queue => queue.TakeFirst().Arrival)];
        foreach (var arrival in arrivals)
        {
            _waiting.Remove(arrival.Connection);
            if (_queues[arrival.Id].Count == 0)
                _queues.Remove(arrival.Id);
        }

        return arrivals;
    }
}
