using ActorArbiter.Protocol;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>A line of a session, and when it was read.</summary>
/// <param name="Input">What it says.</param>
/// <param name="Sequence">Its place in the mailbox, the same for lines that were read together.</param>
internal readonly record struct Line(SessionInput Input, long Sequence)
{
    /// <summary>Its text as the message of <paramref name="id"/>.</summary>
    /// <param name="id">Whose message it is.</param>
    /// <param name="text">What it says.</param>
    /// <param name="connection">Where it came from.</param>
    /// <param name="now">When it is taken.</param>
    public Arrival ToArrival(ContenderId id, string text, ConnectionId connection, TimeSpan now) =>
        new(new ClientMessage(id, text), connection, Input.Stamp, Sequence, now);
}
