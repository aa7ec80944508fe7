using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Takes the next message, which must be of a type and come from an actor.</summary>
    /// <param name="sender">Who must have told it.</param>
    /// <param name="duration">How long to wait for it, dilated; null: <see cref="RemainingOrDefault"/>.</param>
    /// <param name="hint">Words for the failure.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T ExpectMsgFrom<T>(
        IActorRef sender,
        TimeSpan? duration = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectFrom<T>(sender, _ => { }, duration, hint, Waiting.Blocking, cancellationToken).Synchronously();

    /// <summary>Takes the next message, which must equal one and come from an actor.</summary>
    /// <param name="sender">Who must have told it.</param>
    /// <param name="message">What must come.</param>
    /// <param name="timeout">How long to wait for it, dilated; null: <see cref="RemainingOrDefault"/>.</param>
    /// <param name="hint">Words for the failure.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message that came.</returns>
    public T ExpectMsgFrom<T>(
        IActorRef sender,
        T message,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectEqualFrom(sender, message, timeout, hint, Waiting.Blocking, cancellationToken).Synchronously();

    /// <summary>Takes the next message, which must be of a type, match a predicate and come from an actor.</summary>
    /// <param name="sender">Who must have told it.</param>
    /// <param name="isMessage">The predicate.</param>
    /// <param name="timeout">How long to wait for it, dilated; null: <see cref="RemainingOrDefault"/>.</param>
    /// <param name="hint">Words for the failure.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T ExpectMsgFrom<T>(
        IActorRef sender,
        Predicate<T> isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectMatchFrom(sender, isMessage, timeout, hint, Waiting.Blocking, cancellationToken).Synchronously();

    /// <summary>
    /// Takes the next message, which must be of a type, come from an actor and pass the caller's assertions.
    /// </summary>
    /// <param name="sender">Who must have told it.</param>
    /// <param name="assertMessage">Throws if the message is not right.</param>
    /// <param name="timeout">How long to wait for it, dilated; null: <see cref="RemainingOrDefault"/>.</param>
    /// <param name="hint">Words for the failure.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T ExpectMsgFrom<T>(
        IActorRef sender,
        Action<T> assertMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectFrom(sender, assertMessage, timeout, hint, Waiting.Blocking, cancellationToken).Synchronously();

    /// <inheritdoc cref="ExpectMsgFrom{T}(IActorRef, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender,
        TimeSpan? duration = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectFrom<T>(sender, _ => { }, duration, hint, Waiting.Asynchronous, cancellationToken);

    /// <inheritdoc cref="ExpectMsgFrom{T}(IActorRef, T, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender,
        T message,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectEqualFrom(sender, message, timeout, hint, Waiting.Asynchronous, cancellationToken);

    /// <inheritdoc cref="ExpectMsgFrom{T}(IActorRef, Predicate{T}, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender,
        Predicate<T> isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectMatchFrom(sender, isMessage, timeout, hint, Waiting.Asynchronous, cancellationToken);

    /// <inheritdoc cref="ExpectMsgFrom{T}(IActorRef, Action{T}, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender,
        Action<T> assertMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectFrom(sender, assertMessage, timeout, hint, Waiting.Asynchronous, cancellationToken);

    private ValueTask<T> ExpectFrom<T>(
        IActorRef from,
        Action<T> assert,
        TimeSpan? timeout,
        string? hint,
        Waiting waiting,
        CancellationToken cancellationToken) =>
        Expect<T>(
            () => $"{Wanted<T>()} from {Describe.Sender(from)}",
            timeout,
            hint,
            (message, sender, failure) =>
            {
                _assertions.AssertTrue(from.Equals(sender), "{0}", failure);
                assert(message);
            },
            waiting,
            cancellationToken);

    private ValueTask<T> ExpectEqualFrom<T>(
        IActorRef from,
        T expected,
        TimeSpan? timeout,
        string? hint,
        Waiting waiting,
        CancellationToken cancellationToken) =>
        Expect<T>(
            () => $"{Describe.Message(expected)} from {Describe.Sender(from)}",
            timeout,
            hint,
            (message, sender, failure) =>
            {
                _assertions.AssertTrue(from.Equals(sender), "{0}", failure);
                _assertions.AssertEqual(expected, message, "{0}", failure);
            },
            waiting,
            cancellationToken);

    private ValueTask<T> ExpectMatchFrom<T>(
        IActorRef from,
        Predicate<T> isMessage,
        TimeSpan? timeout,
        string? hint,
        Waiting waiting,
        CancellationToken cancellationToken) =>
        Expect<T>(
            () => $"{WantedMatch<T>()}, from {Describe.Sender(from)}",
            timeout,
            hint,
            (message, sender, failure) =>
                _assertions.AssertTrue(from.Equals(sender) && isMessage(message), "{0}", failure),
            waiting,
            cancellationToken);
}
