using System.Runtime.CompilerServices;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    private static readonly TimeSpan NoLimit = TimeSpan.MaxValue;

    /// <summary>
    /// Takes messages as long as the filter makes something of them; the first it makes null of stays.
    /// </summary>
    /// <param name="max">How long to go on, dilated; null: <see cref="RemainingOrDefault"/>.</param>
    /// <param name="filter">What to make of a message; null stops.</param>
    /// <param name="msgs">How many to take at most.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>What the filter made, in order.</returns>
    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max,
        Func<object, T?> filter,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default) =>
        ReceiveWhile(filter, max, null, msgs, cancellationToken);

    /// <inheritdoc cref="ReceiveWhile{T}(Func{object, T}, TimeSpan?, TimeSpan?, int, CancellationToken)"/>
    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max,
        TimeSpan? idle,
        Func<object, T?> filter,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default) =>
        ReceiveWhile(filter, max, idle, msgs, cancellationToken);

    /// <summary>
    /// Takes messages as long as the filter makes something of them; the first it makes null of stays.
    /// </summary>
    /// <param name="filter">What to make of a message; null stops.</param>
    /// <param name="max">How long to go on, dilated; null: <see cref="RemainingOrDefault"/>.</param>
    /// <param name="idle">How long to wait between messages; null: as long as <paramref name="max"/> allows.</param>
    /// <param name="msgs">How many to take at most.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>What the filter made, in order.</returns>
    public IReadOnlyList<T> ReceiveWhile<T>(
        Func<object, T?> filter,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default) =>
        TakeWhile(filter, max, idle, msgs, Waiting.Blocking, cancellationToken).Synchronously();

    /// <summary>Takes messages as long as the predicate holds; the first it does not hold for stays.</summary>
    /// <param name="shouldContinue">The predicate.</param>
    /// <param name="max">How long to go on, dilated; null: <see cref="RemainingOrDefault"/>.</param>
    /// <param name="idle">How long to wait between messages; null: as long as <paramref name="max"/> allows.</param>
    /// <param name="msgs">How many to take at most.</param>
    /// <param name="shouldIgnoreOtherMessageTypes">
    /// Whether a message of another type is dropped, or stays and stops.
    /// </param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages of the type, in order.</returns>
    public IReadOnlyList<T> ReceiveWhile<T>(
        Predicate<T> shouldContinue,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        bool shouldIgnoreOtherMessageTypes = true,
        CancellationToken cancellationToken = default) =>
        TakeWhile(
            shouldContinue, max, idle, msgs, shouldIgnoreOtherMessageTypes, Waiting.Blocking, cancellationToken)
            .Synchronously();

    /// <inheritdoc cref="ReceiveWhile{T}(Func{object, T}, TimeSpan?, TimeSpan?, int, CancellationToken)"/>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        Func<object, T?> filter,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default) =>
        TakeWhile(filter, max, idle, msgs, Waiting.Asynchronous, cancellationToken);

    /// <inheritdoc cref="ReceiveWhile{T}(Predicate{T}, TimeSpan?, TimeSpan?, int, bool, CancellationToken)"/>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        Predicate<T> shouldContinue,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        bool shouldIgnoreOtherMessageTypes = true,
        CancellationToken cancellationToken = default) =>
        TakeWhile(
            shouldContinue, max, idle, msgs, shouldIgnoreOtherMessageTypes, Waiting.Asynchronous, cancellationToken);

    private async IAsyncEnumerable<T> TakeWhile<T>(
        Func<object, T?> filter,
        TimeSpan? max,
        TimeSpan? idle,
        int count,
        Waiting waiting,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var end = Now + RemainingOrDilated(max);
        while (count > 0 && await Peek(end, idle, waiting, cancellationToken) is { } next)
        {
            if (filter(next.Message) is not { } made)
                break;

            await Take(TimeSpan.Zero, waiting, cancellationToken);
            count--;
            yield return made;
        }

        _silenceExpected = true;
    }

    private async IAsyncEnumerable<T> TakeWhile<T>(
        Predicate<T> shouldContinue,
        TimeSpan? max,
        TimeSpan? idle,
        int count,
        bool ignoreOthers,
        Waiting waiting,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var end = Now + RemainingOrDilated(max);
        while (count > 0 && await Peek(end, idle, waiting, cancellationToken) is { } next)
        {
            var typed = next.Message is T;
            if (typed ? !shouldContinue((T)next.Message) : !ignoreOthers)
                break;

            await Take(TimeSpan.Zero, waiting, cancellationToken);
            if (!typed)
                continue;

            count--;
            yield return (T)next.Message;
        }

        _silenceExpected = true;
    }

    private ValueTask<MessageEnvelope?> Peek(
        TimeSpan end, TimeSpan? idle, Waiting waiting, CancellationToken cancellationToken) =>
        _queue.Peek(ShorterOf(Left(end), idle ?? NoLimit), waiting, cancellationToken);
}
