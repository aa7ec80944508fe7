using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>What is to be done because something happened to a session or a round.</summary>
internal abstract record SessionEffect
{
    private SessionEffect()
    {
    }

    /// <summary>
    /// These lines are to be sent, in this order. They are the same for all, so they need to be rendered once only.
    /// </summary>
    /// <param name="To">Whose clients, each once; at least one.</param>
    /// <param name="Lines">At least one.</param>
    public sealed record Tell(IReadOnlyList<ConnectionId> To, IReadOnlyList<SessionReply> Lines) : SessionEffect;

    /// <summary>All lines of this connection were answered; the next may follow.</summary>
    public sealed record Answered(ConnectionId Connection) : SessionEffect;

    /// <summary>The session is over when its client has been sent all it was told. Nothing is remembered of it.</summary>
    public sealed record End(ConnectionId Connection) : SessionEffect;

    /// <summary>
    /// A round is decided, and is to be recorded. Nobody is told before <see cref="SessionRounds.Recorded"/> says that it is.
    /// </summary>
    public sealed record Record(DecidedRound Round) : SessionEffect;

    /// <summary>
    /// The journal is to be asked for a round. Lines wait until <see cref="SessionRounds.LookedUp"/> tells what it said.
    /// </summary>
    public sealed record LookUp(RoundName Round) : SessionEffect;

    /// <summary>
    /// A message was read after its round was decided, and has a stamp from before one that has a place. It gets none.
    /// </summary>
    public sealed record Overtaken(RoundName Round, Arrival Arrival) : SessionEffect;
}
