using System.Diagnostics.CodeAnalysis;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>The sessions there are, and how they end.</summary>
/// <param name="watchers">Whom an ended session is taken from.</param>
/// <param name="outbox">Where it is told.</param>
internal sealed class SessionTable(Watchers watchers, Outbox outbox)
{
    private readonly Dictionary<ConnectionId, Session> _sessions = [];

    /// <summary>Whether every session ends as soon as it is owed nothing.</summary>
    public bool IsClosing { get; set; }

    public IReadOnlyCollection<Session> All => _sessions.Values;

    public bool TryFind(ConnectionId connection, [NotNullWhen(true)] out Session? session) =>
        _sessions.TryGetValue(connection, out session);

    public Session FindOrAdd(ConnectionId connection)
    {
        if (!_sessions.TryGetValue(connection, out var session))
            _sessions.Add(connection, session = new Session(connection));
        return session;
    }

    /// <summary>The connection is gone, or is about to be closed; what it holds in a round is left there.</summary>
    public void Forget(Session session)
    {
        session.IsEnded = true;
        session.Contender?.Detach();
        foreach (var round in session.Watched.ToArray())
            watchers.Remove(round, session);
        _sessions.Remove(session.Connection);
    }

    /// <summary>Ends <paramref name="session"/> when its client has been told <paramref name="lastLine"/>.</summary>
    public void End(Session session, SessionReply lastLine)
    {
        outbox.Tell(session, lastLine);
        Forget(session);
        outbox.End(session);
    }

    /// <summary>
    /// Ends <paramref name="session"/> if it is to end and is owed nothing any more: no answer, no verdict, no line of a
    /// round that it watches.
    /// </summary>
    public void EndIfDone(Session session)
    {
        if (session.IsEnded || session.IsWaiting || session.IsOwed)
            return;
        if (IsClosing)
            End(session, new SessionReply.Refused(Refusals.ShuttingDown));
        else if (session.IsHalfClosed)
            End(session, new SessionReply.Bye());
    }
}
