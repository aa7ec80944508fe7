using System.Collections;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Takes messages until one matches; the others are dropped.</summary>
    /// <param name="isMessage">Whether it is the one.</param>
    /// <param name="max">How long to go on, dilated; null: <see cref="RemainingOrDefault"/>.</param>
    /// <param name="hint">Words for the failure.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message that matched.</returns>
    public object FishForMessage(
        Predicate<object> isMessage,
        TimeSpan? max = null,
        string hint = "",
        CancellationToken cancellationToken = default) =>
        Fish(isMessage, null, max, hint, Waiting.Blocking, cancellationToken).Synchronously();

    /// <summary>Takes messages until one is of the type and matches; the others are dropped.</summary>
    /// <inheritdoc cref="FishForMessage(Predicate{object}, TimeSpan?, string, CancellationToken)"/>
    public T FishForMessage<T>(
        Predicate<T> isMessage,
        TimeSpan? max = null,
        string hint = "",
        CancellationToken cancellationToken = default) =>
        Fish(isMessage, null, max, hint, Waiting.Blocking, cancellationToken).Synchronously();

    /// <summary>Takes messages until one is of the type and matches; the others go into a list.</summary>
    /// <param name="isMessage">Whether it is the one.</param>
    /// <param name="allMessages">Cleared, then filled with the messages that did not match.</param>
    /// <param name="max">How long to go on, dilated; null: <see cref="RemainingOrDefault"/>.</param>
    /// <param name="hint">Words for the failure.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message that matched.</returns>
    public T FishForMessage<T>(
        Predicate<T> isMessage,
        ArrayList? allMessages,
        TimeSpan? max = null,
        string hint = "",
        CancellationToken cancellationToken = default) =>
        Fish(isMessage, allMessages, max, hint, Waiting.Blocking, cancellationToken).Synchronously();

    /// <inheritdoc cref="FishForMessage(Predicate{object}, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<object> FishForMessageAsync(
        Predicate<object> isMessage,
        TimeSpan? max = null,
        string hint = "",
        CancellationToken cancellationToken = default) =>
        Fish(isMessage, null, max, hint, Waiting.Asynchronous, cancellationToken);

    /// <inheritdoc cref="FishForMessage{T}(Predicate{T}, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage,
        TimeSpan? max = null,
        string hint = "",
        CancellationToken cancellationToken = default) =>
        Fish(isMessage, null, max, hint, Waiting.Asynchronous, cancellationToken);

    /// <inheritdoc cref="FishForMessage{T}(Predicate{T}, ArrayList, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage,
        ArrayList? allMessages,
        TimeSpan? max = null,
        string hint = "",
        CancellationToken cancellationToken = default) =>
        Fish(isMessage, allMessages, max, hint, Waiting.Asynchronous, cancellationToken);

    /// <summary>Takes messages for a time; none of them may be of the type. Always waits that long.</summary>
    /// <param name="max">The time, dilated; null: <see cref="RemainingOrDefault"/>.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public async Task FishUntilMessageAsync<T>(TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        var started = Now;
        var limit = RemainingOrDilated(max);
        while (await Take(Left(started + limit), Waiting.Asynchronous, cancellationToken) is { } envelope)
        {
            if (envelope.Message is T)
            {
                throw Failed(FailureText.Instead(
                    () => $"no {Wanted<T>()[2..]} for {Describe.Time(limit)}", envelope, Now - started, null));
            }
        }

        _silenceExpected = true;
    }

    private async ValueTask<T> Fish<T>(
        Predicate<T> isMessage,
        ArrayList? others,
        TimeSpan? max,
        string hint,
        Waiting waiting,
        CancellationToken cancellationToken)
    {
        others ??= [];
        others.Clear();
        var limit = RemainingOrDilated(max);
        var end = Now + limit;
        while (await Take(Left(end), waiting, cancellationToken) is { } envelope)
        {
            if (envelope.Message is T message && isMessage(message))
                return message;

            others.Add(envelope.Message);
        }

        throw Failed(FailureText.Of(
            WantedMatch<T>,
            () => $"none within {Describe.Time(limit)}, only {Describe.Messages(others.Cast<object>())}",
            hint));
    }
}
