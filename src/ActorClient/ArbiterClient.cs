using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using Akka.Actor;

namespace ActorClient;

/// <summary>
/// An arbiter as a .NET program uses it: named rounds, claims, watching, results. Each thing that is asked for has a
/// connection of its own, and many may be under way at once. Thread-safe.
/// </summary>
public sealed class ArbiterClient : IAsyncDisposable
{
    /// <summary>A client with an actor system of its own, which starts with the first thing that is asked for.</summary>
    /// <param name="options">Where the server is; <see cref="ArbiterClientOptions.Default"/> unless given.</param>
    public ArbiterClient(ArbiterClientOptions? options = null) => throw new NotImplementedException();

    /// <summary>A client whose actors live in <paramref name="system"/>, which it does not stop.</summary>
    /// <param name="options">Where the server is.</param>
    /// <param name="system">The actor system.</param>
    public ArbiterClient(ArbiterClientOptions options, ActorSystem system) => throw new NotImplementedException();

    /// <summary>
    /// Takes a seat in a round, which the first to join opens. Completes when the seat is taken, or when the round turns out
    /// to be decided: then its outcome is there.
    /// </summary>
    /// <param name="round">The round. A name is used once.</param>
    /// <param name="id">Who joins.</param>
    /// <param name="terms">What the round is opened with.</param>
    /// <param name="cancellationToken">Gives up joining; has no effect on a seat that is taken.</param>
    /// <exception cref="ArgumentOutOfRangeException">A term is not in its range.</exception>
    /// <exception cref="ArbiterException">There is no seat to be had; the message says why.</exception>
    /// <exception cref="OperationCanceledException">Canceled; nothing is left behind.</exception>
    public Task<Participation> JoinAsync(
        RoundName round, ContenderId id, RoundTerms? terms = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Claims something of which there is one: the first of those who claim <paramref name="round"/> has it.</summary>
    /// <param name="round">What is claimed. A name is used once.</param>
    /// <param name="id">Who claims it.</param>
    /// <param name="text">
    /// What to leave in the record: 1 to 256 UTF-8 bytes without control characters and without spaces at its ends. Should
    /// be unique to the claim (a random token), so that two claims of one id can be told apart.
    /// </param>
    /// <param name="cancellationToken">Ends the wait; the claim may have succeeded all the same.</param>
    /// <exception cref="ArgumentException"><paramref name="text"/> is no text of a message.</exception>
    /// <exception cref="ArbiterException">It cannot be known who is first; the message says why.</exception>
    /// <exception cref="OperationCanceledException">Canceled.</exception>
    public Task<ClaimOutcome> ClaimAsync(
        RoundName round, ContenderId id, string text, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>
    /// What happens in a round from now on, without a seat; the round need not exist yet. Ends behind
    /// <see cref="RoundEvent.Decided"/> or <see cref="RoundEvent.Expired"/>. What happens while a connection is lost is
    /// not told, but for the verdict.
    /// </summary>
    /// <param name="round">The round.</param>
    /// <param name="cancellationToken">Ends the enumeration with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArbiterException">The round cannot be watched any longer; the message says why.</exception>
    public IAsyncEnumerable<RoundEvent> WatchAsync(RoundName round, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>The verdict of a decided round.</summary>
    /// <param name="round">The round.</param>
    /// <param name="cancellationToken">Gives up asking.</param>
    /// <exception cref="RefusedException">
    /// There is none: <c>undecided</c>, <c>unknown-round</c> or <c>pruned</c>.
    /// </exception>
    /// <exception cref="ArbiterException">The server could not be asked; the message says why.</exception>
    /// <exception cref="OperationCanceledException">Canceled.</exception>
    public Task<RoundVerdict> ResultAsync(RoundName round, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>
    /// Begins to take part and returns at once, so that <see cref="Participation.Events"/> can be followed while the seat is
    /// not taken yet. With <paramref name="text"/> the message follows its JOIN without waiting.
    /// </summary>
    internal Participation Begin(RoundName round, ContenderId id, RoundTerms terms, string? text = null) =>
        throw new NotImplementedException();

    /// <summary>Leaves all rounds, within about a second, and stops what is the client's own.</summary>
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
