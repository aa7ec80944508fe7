using ActorArbiter.Protocol;
using Akka.Event;

namespace ActorArbiter.Ordering;

/// <summary>What <see cref="OrderingActor"/> is told and tells.</summary>
internal static class OrderingProtocol
{
    /// <summary>
    /// A classic message. From a connection actor, once. Answered with <see cref="Acknowledge"/> or <see cref="Refuse"/>.
    /// </summary>
    public sealed record Submit(ConnectionId Connection, ParsedMessage Message, ReceiveStamp Stamp);

    /// <summary>
    /// A greeting connection asks for a seat. From a connection actor, once. Answered with <see cref="Seated"/> and, when
    /// all seats are taken, <see cref="Greet"/>; or with <see cref="Refuse"/>.
    /// </summary>
    public sealed record TakeSeat(ConnectionId Connection);

    /// <summary>
    /// The text of a seated contender. From a connection actor that was <see cref="Seated"/>, once. Answered with
    /// <see cref="Acknowledge"/> or <see cref="Refuse"/>.
    /// </summary>
    public sealed record Speak(ConnectionId Connection, ClientMessage Message, ReceiveStamp Stamp);

    /// <summary>The client closed its sending side after its message. From a connection actor; no reply.</summary>
    public sealed record HalfClosed(ConnectionId Connection);

    /// <summary>The contender is gone. From a connection actor that waited for an answer; no reply.</summary>
    public sealed record Disconnected(ConnectionId Connection);

    /// <summary>
    /// Lines of a session, at least one, that were read together. From a connection actor, when its last ones were answered.
    /// Answered with one <see cref="Deliver"/> that says so, after which others may follow.
    /// </summary>
    /// <param name="Connection">Whose lines they are.</param>
    /// <param name="Lines">
    /// The lines. They belong to the receiver until it has answered; then the sender uses list and message again for the next.
    /// </param>
    public sealed record SessionLines(ConnectionId Connection, IReadOnlyList<SessionInput> Lines);

    /// <summary>
    /// A session is over. From a connection actor that sent <see cref="SessionLines"/>, when its client closes its sending side,
    /// and as its last message. No reply.
    /// </summary>
    /// <param name="Connection">Whose session it was.</param>
    /// <param name="IsLost">
    /// Whether the connection was lost, or ended by the server for an error; if not, the client closed its sending side.
    /// </param>
    public sealed record SessionOver(ConnectionId Connection, bool IsLost);

    /// <summary>
    /// Lines for a session's client; the bytes may be shared with others. To a connection actor; no reply.
    /// </summary>
    /// <param name="Lines">The lines as they are sent; empty where there is nothing to say.</param>
    /// <param name="IsAnswer">Whether they end the answer to <see cref="SessionLines"/>, so that the next may follow.</param>
    /// <param name="IsLast">Whether the session ends with them.</param>
    /// <param name="IsOwed">
    /// Whether the client waits for more from now on, being in an undecided round or watching one: then it may be silent.
    /// </param>
    public sealed record Deliver(ReadOnlyMemory<byte> Lines, bool IsAnswer, bool IsLast, bool IsOwed = false)
        : IDeadLetterSuppression;

    /// <summary>The seat of the receiver. To a connection actor.</summary>
    public sealed record Seated(ContenderId Letter) : IDeadLetterSuppression;

    /// <summary>All seats are taken. To the connection actors of a round.</summary>
    public sealed record Greet : IDeadLetterSuppression;

    /// <summary>
    /// The round is decided; all its contenders share the bytes. To the connection actors of the round; no reply.
    /// </summary>
    /// <param name="Line">The sentence, ended by a line feed, as most clients are sent it.</param>
    public sealed record Acknowledge(ReadOnlyMemory<byte> Line) : IDeadLetterSuppression;

    /// <summary>There will be no verdict for the receiver. To a connection actor; no reply.</summary>
    public sealed record Refuse(ErrorReply Error) : IDeadLetterSuppression;

    /// <summary>
    /// Tell no verdict any more, refuse everyone who waits. From the arbiter. Answered with <see cref="Closed"/>.
    /// </summary>
    public sealed record Close;

    /// <summary>
    /// Wait for the journal no longer. From the arbiter, behind <see cref="Close"/>: whoever waits for a verdict that is not
    /// recorded is refused.
    /// </summary>
    public sealed record GiveUp;

    /// <summary>Everyone who waited was told. To the arbiter.</summary>
    public sealed record Closed;

    /// <summary>The last verdict that was asked for was told; nobody waits any more. To the arbiter; no reply.</summary>
    public sealed record RoundsDone;
}
