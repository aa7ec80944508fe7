using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>The rounds that the journal was asked for, and whose next line is answered when it has answered.</summary>
/// <param name="outbox">Where the journal is asked.</param>
internal sealed class LookUps(Outbox outbox)
{
    private readonly Dictionary<RoundName, List<Session>> _waiting = [];

    /// <summary>Those who wait for <paramref name="round"/>; the journal is asked if it was not.</summary>
    public List<Session> Begin(RoundName round)
    {
        if (_waiting.TryGetValue(round, out var waiting))
            return waiting;
        outbox.Add(new SessionEffect(SessionEffectKind.LookUp, round));
        return _waiting[round] = [];
    }

    /// <summary>The journal has answered; those who waited.</summary>
    public IReadOnlyList<Session> End(RoundName round) => _waiting.Remove(round, out var waiting) ? waiting : [];
}
