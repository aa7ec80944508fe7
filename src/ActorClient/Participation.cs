using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorClient.Rounds;
using Akka.Actor;

namespace ActorClient;

/// <summary>
/// One contender in one named round, from its seat to the round's end. Keeps the seat over lost connections. Thread-safe.
/// Disposing leaves the round.
/// </summary>
public sealed class Participation : IAsyncDisposable
{
    private readonly ParticipationProgress _progress;
    private readonly IActorRef _actor;

    internal Participation(RoundName round, ContenderId id, ParticipationProgress progress, IActorRef actor)
    {
        Round = round;
        Id = id;
        _progress = progress;
        _actor = actor;
    }

    /// <summary>The round.</summary>
    public RoundName Round { get; }

    /// <summary>Who takes part.</summary>
    public ContenderId Id { get; }

    /// <summary>
    /// All that happens, from the first connection on, whenever the enumeration begins; to be enumerated once. Ends behind
    /// <see cref="RoundEvent.Decided"/> or <see cref="RoundEvent.Expired"/>, when the round is left, or with the exception
    /// of <see cref="Outcome"/>.
    /// </summary>
    public IAsyncEnumerable<RoundEvent> Events => _progress.Events.ReadAllAsync();

    /// <summary>
    /// Completes when all seats are taken, or when the round has ended without that (a claim has no seats); fails as
    /// <see cref="Outcome"/> does.
    /// </summary>
    public Task WhenReady => _progress.WhenReady;

    /// <summary>
    /// How the round ended. Fails with an <see cref="ArbiterException"/> if that cannot be known, and is canceled when the
    /// round is left before.
    /// </summary>
    public Task<RoundOutcome> Outcome => _progress.Outcome;

    /// <summary>
    /// Completes when the seat is taken for the first time, or the round had been decided before; fails as
    /// <see cref="Outcome"/> does.
    /// </summary>
    internal Task WhenJoined => _progress.WhenJoined;

    /// <summary>
    /// Sends the contender's message, of which there is one a round. Completes when the server has it, which may be after
    /// new connections.
    /// </summary>
    /// <param name="text">1 to 256 UTF-8 bytes without control characters and without spaces at its ends.</param>
    /// <param name="cancellationToken">Ends the wait; the message may arrive all the same.</param>
    /// <exception cref="ArgumentException"><paramref name="text"/> is no text of a message.</exception>
    /// <exception cref="InvalidOperationException">A message was sent before.</exception>
    /// <exception cref="RefusedException">
    /// The message does not count: <c>too-early</c>, after which another may be sent, or <c>too-late</c>.
    /// </exception>
    /// <exception cref="ArbiterException">The participation ended, as <see cref="Outcome"/> tells.</exception>
    /// <exception cref="OperationCanceledException">The wait was canceled, or the round was left.</exception>
    public Task SendAsync(string text, CancellationToken cancellationToken = default)
    {
        RoundArguments.CheckText(text);
        if (_progress.BeginMessage(out var message))
            _actor.Tell(new RoundProtocol.Send(text));
        return message.WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Gives the seat up, if the message was not sent, and closes the connection; a message that was sent stays in the
    /// round. Completes when that is done, within about a second, and does not fail. Does nothing when the round has ended.
    /// </summary>
    public Task LeaveAsync() => _progress.LeaveAsync(_actor);

    /// <inheritdoc cref="LeaveAsync"/>
    public async ValueTask DisposeAsync() => await LeaveAsync().ConfigureAwait(false);
}
