using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>Who watches which round, whether it is open or not.</summary>
internal sealed class Watchers
{
    private static readonly HashSet<Session> Nobody = [];

    private readonly Dictionary<RoundName, HashSet<Session>> _byRound = [];

    /// <summary>Those who watch <paramref name="round"/>.</summary>
    public IReadOnlyCollection<Session> Of(RoundName round) => _byRound.GetValueOrDefault(round, Nobody);

    public void Add(RoundName round, Session session)
    {
        if (!session.Watched.Add(round))
            return;
        if (!_byRound.TryGetValue(round, out var watchers))
            _byRound.Add(round, watchers = []);
        watchers.Add(session);
    }

    public void Remove(RoundName round, Session session)
    {
        if (!session.Watched.Remove(round))
            return;
        var watchers = _byRound[round];
        watchers.Remove(session);
        if (watchers.Count == 0)
            _byRound.Remove(round);
    }

    /// <summary>Nobody watches <paramref name="round"/> any more; those who did.</summary>
    public IReadOnlyCollection<Session> TakeAll(RoundName round)
    {
        if (!_byRound.Remove(round, out var watchers))
            return Nobody;
        foreach (var session in watchers)
            session.Watched.Remove(round);
        return watchers;
    }
}
