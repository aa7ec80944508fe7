using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>What is to be done, in the order in which it came up.</summary>
internal sealed class Outbox
{
    private List<SessionEffect> _effects = [];

    public void Add(SessionEffect effect) => _effects.Add(effect);

    public void Tell(Session to, params IReadOnlyList<SessionReply> lines) => Tell([to.Connection], lines);

    /// <summary>Tells many the same; nothing if there is nobody, or nothing to tell.</summary>
    public void Tell(IReadOnlyList<ConnectionId> to, params IReadOnlyList<SessionReply> lines)
    {
        if (to.Count > 0 && lines.Count > 0)
            Add(new SessionEffect.Tell(to, lines));
    }

    public void Refuse(Session to, ErrorReply error) => Tell(to, new SessionReply.Refused(error));

    /// <summary>All since the last time.</summary>
    public IReadOnlyList<SessionEffect> Take()
    {
        var effects = _effects;
        _effects = [];
        return effects;
    }
}
