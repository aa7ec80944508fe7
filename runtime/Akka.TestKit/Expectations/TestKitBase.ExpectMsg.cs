using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

// The blocking half; its twins are in TestKitBase.ExpectMsgAsync.cs, and what both run in TestKitBase.Expectations.cs.
public abstract partial class TestKitBase
{
    /// <summary>Takes the next message, which must be of a type.</summary>
    /// <param name="duration">How long to wait for it, dilated; null: <see cref="RemainingOrDefault"/>.</param>
    /// <param name="hint">Words for the failure.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(
        TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectType<T>(duration, hint, Waiting.Blocking, cancellationToken).Synchronously();

    /// <summary>Takes the next message, which must equal one. Collections are equal if their elements are.</summary>
    /// <param name="message">What must come.</param>
    /// <param name="timeout">How long to wait for it, dilated; null: <see cref="RemainingOrDefault"/>.</param>
    /// <param name="hint">Words for the failure.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message that came.</returns>
    public T ExpectMsg<T>(
        T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectEqual(message, timeout, hint, Waiting.Blocking, cancellationToken).Synchronously();

    /// <summary>Takes the next message, which must be of a type, and the predicate must hold for it.</summary>
    /// <param name="isMessage">The predicate.</param>
    /// <param name="timeout">How long to wait for it, dilated; null: <see cref="RemainingOrDefault"/>.</param>
    /// <param name="hint">Words for the failure.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(
        Predicate<T> isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectMatch(isMessage, timeout, hint, Waiting.Blocking, cancellationToken).Synchronously();

    /// <summary>Takes the next message, which must be of a type and pass the caller's assertions.</summary>
    /// <param name="assert">Throws if the message is not right.</param>
    /// <param name="timeout">How long to wait for it, dilated; null: <see cref="RemainingOrDefault"/>.</param>
    /// <param name="hint">Words for the failure.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(
        Action<T> assert,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectPassing<T>(
            (message, _) => assert(message), timeout, hint, Waiting.Blocking, cancellationToken).Synchronously();

    /// <summary>
    /// Takes the next message, which must be of a type, and the predicate must hold for it and its sender.
    /// </summary>
    /// <param name="isMessageAndSender">The predicate.</param>
    /// <param name="timeout">How long to wait for it, dilated; null: <see cref="RemainingOrDefault"/>.</param>
    /// <param name="hint">Words for the failure.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(
        Func<T, IActorRef, bool> isMessageAndSender,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectMatch(isMessageAndSender, timeout, hint, Waiting.Blocking, cancellationToken).Synchronously();

    /// <summary>
    /// Takes the next message, which must be of a type and pass, with its sender, the caller's assertions.
    /// </summary>
    /// <param name="assertMessageAndSender">Throws if the message or its sender is not right.</param>
    /// <param name="timeout">How long to wait for it, dilated; null: <see cref="RemainingOrDefault"/>.</param>
    /// <param name="hint">Words for the failure.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(
        Action<T, IActorRef> assertMessageAndSender,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectPassing(assertMessageAndSender, timeout, hint, Waiting.Blocking, cancellationToken).Synchronously();

    /// <summary>Takes the next message, which must be of a type and, says the comparer, equal to one.</summary>
    /// <param name="expected">What must come.</param>
    /// <param name="comparer">Called with what must come and what came.</param>
    /// <param name="timeout">How long to wait for it, dilated; null: <see cref="RemainingOrDefault"/>.</param>
    /// <param name="hint">Words for the failure.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message that came.</returns>
    public T ExpectMsg<T>(
        T expected,
        Func<T, T, bool> comparer,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectEqual(expected, comparer, timeout, hint, Waiting.Blocking, cancellationToken).Synchronously();

    /// <summary>
    /// Takes the next message, which must be that an actor terminated. <see cref="Watch"/> it before.
    /// </summary>
    /// <param name="target">The actor.</param>
    /// <param name="timeout">How long to wait for it, dilated; null: <see cref="RemainingOrDefault"/>.</param>
    /// <param name="hint">Words for the failure.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public Terminated ExpectTerminated(
        IActorRef target,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectEnd(target, timeout, hint, Waiting.Blocking, cancellationToken).Synchronously();
}
