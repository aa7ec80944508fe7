using ActorArbiter.Ordering;
using ActorArbiter.Protocol;

namespace ActorArbiter.Tests.Ordering;

/// <summary>
/// What <see cref="ClassicRounds"/> does, said as plainly as can be: all that wait are in one list, and every question is
/// answered by sorting it.
/// </summary>
internal sealed class ClassicRoundsModel(int contenders, TimeSpan timeout)
{
    private readonly List<Waiting> _waiting = [];

    private enum Presence
    {
        Connected,
        HalfClosed,
        Lost,
    }

    /// <summary>Of every id, those that wait for it: connected before half-closed before lost, each by sequence.</summary>
    private IEnumerable<Waiting[]> Queues =>
        from waiting in _waiting
        orderby waiting.Presence, waiting.Arrival.Sequence
        group waiting by waiting.Arrival.Id into queue
        select queue.ToArray();

    private IEnumerable<Waiting> FirstRound => Queues.Select(queue => queue[0]);

    public int OpenCount => Queues.Select(queue => queue.Length).DefaultIfEmpty().Max();

    public TimeSpan? Deadline => FirstRound.Min(waiting => (TimeSpan?)waiting.Arrival.At) + timeout;

    public IEnumerable<ContenderId> TakenInFirstRound => FirstRound.Select(waiting => waiting.Arrival.Id);

    /// <summary>The connections that are told a verdict, if there is one.</summary>
    public IReadOnlyList<ConnectionId> Add(Arrival arrival)
    {
        _waiting.RemoveAll(waiting => waiting.Arrival.Id == arrival.Id && waiting.Presence == Presence.Lost);
        _waiting.Add(new Waiting(arrival));
        return FirstRound.Count() == contenders ? CloseFirst() : [];
    }

    public void HalfClosed(ConnectionId connection)
    {
        if (Find(connection) is { Presence: Presence.Connected } waiting)
            waiting.Presence = Presence.HalfClosed;
    }

    public void Lost(ConnectionId connection)
    {
        if (Find(connection) is not { } lost)
            return;
        if (Queues.Any(queue => queue.Contains(lost) && queue[^1] != lost))
            _waiting.Remove(lost);
        else
            lost.Presence = Presence.Lost;
    }

    public IReadOnlyList<ConnectionId> Expire(TimeSpan now)
    {
        List<ConnectionId> ended = [];
        while (Deadline <= now)
            ended.AddRange(CloseFirst());
        return ended;
    }

    private Waiting? Find(ConnectionId connection) =>
        _waiting.Find(waiting => waiting.Arrival.Connection == connection);

    private ConnectionId[] CloseFirst()
    {
        var first = FirstRound.ToArray();
        _waiting.RemoveAll(first.Contains);
        return [.. first.Select(waiting => waiting.Arrival.Connection)];
    }

    private sealed class Waiting(Arrival arrival)
    {
        public Arrival Arrival { get; } = arrival;

        public Presence Presence { get; set; }
    }
}
