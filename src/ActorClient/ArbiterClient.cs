using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorClient.CommandLine;
using ActorClient.Connecting;
using ActorClient.Rounds;
using Akka.Actor;
using Akka.IO;

namespace ActorClient;

/// <summary>
/// An arbiter as a .NET program uses it: named rounds, claims, watching, results. Each thing that is asked for has a
/// connection of its own, and many may be under way at once. Thread-safe.
/// </summary>
public sealed class ArbiterClient : IAsyncDisposable
{
    private const int KeyDigits = 32;

    private readonly ArbiterClientOptions _options;
    private readonly Lazy<ActorSystem> _system;
    private readonly bool _ownsSystem;
    private readonly ConcurrentDictionary<RoundProgress, IActorRef> _underWay = new();
    private readonly Lock _lock = new();
    private bool _isDisposed;

    /// <summary>A client with an actor system of its own, which starts with the first thing that is asked for.</summary>
    /// <param name="options">Where the server is; <see cref="ArbiterClientOptions.Default"/> unless given.</param>
    /// <exception cref="ArgumentException">An option is not in its range.</exception>
    public ArbiterClient(ArbiterClientOptions? options = null)
        : this(
            options ?? ArbiterClientOptions.Default,
            new Lazy<ActorSystem>(() => ActorSystem.Create("arbiter-client", ClientSettings.Schema.Defaults)),
            ownsSystem: true)
    {
    }

    /// <summary>A client whose actors live in <paramref name="system"/>, which it does not stop.</summary>
    /// <param name="options">Where the server is.</param>
    /// <param name="system">The actor system.</param>
    /// <exception cref="ArgumentException">An option is not in its range.</exception>
    public ArbiterClient(ArbiterClientOptions options, ActorSystem system)
        : this(options, new Lazy<ActorSystem>(system), ownsSystem: false)
    {
    }

    private ArbiterClient(ArbiterClientOptions options, Lazy<ActorSystem> system, bool ownsSystem)
    {
        ArgumentNullException.ThrowIfNull(options);
        RoundArguments.CheckOptions(options);
        _options = options;
        _system = system;
        _ownsSystem = ownsSystem;
    }

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
    public async Task<Participation> JoinAsync(
        RoundName round, ContenderId id, RoundTerms? terms = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var participation = Begin(round, id, terms ?? RoundTerms.None);
        try
        {
            await participation.WhenJoined.WaitAsync(cancellationToken).ConfigureAwait(false);
            return participation;
        }
        catch
        {
            await participation.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

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
    public async Task<ClaimOutcome> ClaimAsync(
        RoundName round, ContenderId id, string text, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var claim = Begin(round, id, new RoundTerms { Of = 1 }, text);
        await using (claim.ConfigureAwait(false))
        {
            var outcome = await claim.Outcome.WaitAsync(cancellationToken).ConfigureAwait(false);
            return ClaimOutcome.Of(((RoundOutcome.Decided)outcome).Verdict, id, text);
        }
    }

    /// <summary>
    /// What happens in a round from now on, without a seat; the round need not exist yet. Ends behind
    /// <see cref="RoundEvent.Decided"/> or <see cref="RoundEvent.Expired"/>. What happens while a connection is lost is
    /// not told, but for the verdict.
    /// </summary>
    /// <param name="round">The round.</param>
    /// <param name="cancellationToken">Ends the enumeration with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArbiterException">The round cannot be watched any longer; the message says why.</exception>
    public async IAsyncEnumerable<RoundEvent> WatchAsync(
        RoundName round, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var progress = new RoundProgress();
        var actor = Start(new WatcherConversation(round), progress);
        try
        {
            await foreach (var happened in progress.Events.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                yield return happened;
        }
        finally
        {
            await progress.LeaveAsync(actor).ConfigureAwait(false);
        }
    }

    /// <summary>The verdict of a decided round.</summary>
    /// <param name="round">The round.</param>
    /// <param name="cancellationToken">Gives up asking.</param>
    /// <exception cref="RefusedException">
    /// There is none: <c>undecided</c>, <c>unknown-round</c> or <c>pruned</c>.
    /// </exception>
    /// <exception cref="ArbiterException">The server could not be asked; the message says why.</exception>
    /// <exception cref="OperationCanceledException">Canceled.</exception>
    public async Task<RoundVerdict> ResultAsync(RoundName round, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var progress = new RoundProgress();
        var actor = Start(new ResultConversation(round), progress);
        try
        {
            var outcome = await progress.Outcome.WaitAsync(cancellationToken).ConfigureAwait(false);
            return ((RoundOutcome.Decided)outcome).Verdict;
        }
        finally
        {
            await progress.LeaveAsync(actor).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Begins to take part and returns at once, so that <see cref="Participation.Events"/> can be followed while the seat is
    /// not taken yet. With <paramref name="text"/> the message follows its JOIN without waiting.
    /// </summary>
    internal Participation Begin(RoundName round, ContenderId id, RoundTerms terms, string? text = null)
    {
        if (text is not null)
            RoundArguments.CheckText(text);
        var key = SessionKey.Parse(RandomNumberGenerator.GetHexString(KeyDigits, lowercase: true));
        var options = RoundArguments.ToOptions(terms) with { Key = key };
        var progress = new ParticipationProgress(round, id);
        if (text is not null)
            progress.BeginMessage(out _);
        var actor = Start(new ContenderConversation(round, id, options, text), progress);
        return new Participation(round, id, progress, actor);
    }

    /// <summary>Leaves all rounds, within about a second, and stops what is the client's own.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
            _isDisposed = true;
        await Task.WhenAll(_underWay.Select(each => each.Key.LeaveAsync(each.Value))).ConfigureAwait(false);
        if (_ownsSystem && _system.IsValueCreated)
            await _system.Value.Terminate().ConfigureAwait(false);
    }

    private IActorRef Start(RoundConversation conversation, RoundProgress progress)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            var system = _system.Value;
            var actor = system.ActorOf(RoundActor.PropsFor(
                _options, conversation, progress, system.Tcp(), HostResolvers.OperatingSystem, Random.Shared.NextDouble));
            _underWay[progress] = actor;
            progress.WhenStopped.ContinueWith(
                _ => _underWay.TryRemove(progress, out IActorRef? _),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
            return actor;
        }
    }
}
