using System.Diagnostics.CodeAnalysis;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>
/// What sessions are to be told, gathered so that each is told once, and what else is to be done. What goes to many is
/// rendered once.
/// </summary>
internal sealed class Outbox
{
    private readonly Queue<Session> _addressed = new();
    private readonly Queue<SessionEffect> _effects = new();

    public void Add(SessionEffect effect) => _effects.Enqueue(effect);

    public void Tell(Session to, ReadOnlyMemory<byte> lines)
    {
        if (!lines.IsEmpty)
            LetterTo(to).Add(lines);
    }

    public void Tell(Session to, SessionReply line) => Tell(to, line.ToBytes());

    public void Tell(Session to, IReadOnlyList<SessionReply> lines)
    {
        foreach (var line in lines)
            Tell(to, line);
    }

    public void Tell(IReadOnlyCollection<Session> to, SessionReply line)
    {
        var bytes = line.ToBytes();
        foreach (var session in to)
            Tell(session, bytes);
    }

    public void Refuse(Session to, ErrorReply error) => Tell(to, new SessionReply.Refused(error));

    /// <summary>What the session was told so far ends the answer to its lines: the next may follow.</summary>
    public void Answered(Session session) => LetterTo(session).IsAnswer = true;

    /// <summary>The session is over when its client has been sent all that it was told.</summary>
    public void End(Session session) => LetterTo(session).IsLast = true;

    /// <summary>Takes the next thing to be done, in the order in which they came up.</summary>
    public bool TryTake(out SessionEffect effect) => _effects.TryDequeue(out effect);

    /// <summary>Takes all that one of the sessions is to be told.</summary>
    public bool TryTake(out ConnectionId connection, [NotNullWhen(true)] out OrderingProtocol.Deliver? delivery)
    {
        connection = default;
        delivery = null;
        if (!_addressed.TryDequeue(out var session))
            return false;
        connection = session.Connection;
        delivery = session.Letter.Take(session.IsOwed);
        return true;
    }

    private Letter LetterTo(Session session)
    {
        if (session.Letter.IsEmpty)
            _addressed.Enqueue(session);
        return session.Letter;
    }
}
