using System.Runtime.CompilerServices;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Takes the next message, whatever it is.</summary>
    /// <param name="max">
    /// How long to wait for it, not dilated; null: <see cref="TestKitSettings.SingleExpectDefault"/>; zero: not at all.
    /// </param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message; null if none came.</returns>
    public object? ReceiveOne(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        Take(GetTimeoutOrDefault(max), Waiting.Blocking, cancellationToken).Synchronously()?.Message;

    /// <inheritdoc cref="ReceiveOne"/>
    public async ValueTask<object?> ReceiveOneAsync(
        TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        (await Take(GetTimeoutOrDefault(max), Waiting.Asynchronous, cancellationToken))?.Message;

    /// <summary>Takes the next message with its sender, whatever it is.</summary>
    /// <param name="envelope">The message; <see cref="NullMessageEnvelope"/> if none came.</param>
    /// <param name="max">
    /// How long to wait for it, not dilated; null: <see cref="TestKitSettings.SingleExpectDefault"/>; zero: not at all.
    /// </param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>Whether a message came.</returns>
    public bool TryReceiveOne(
        out MessageEnvelope envelope, TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        var taken = Take(GetTimeoutOrDefault(max), Waiting.Blocking, cancellationToken).Synchronously();
        envelope = taken ?? NullMessageEnvelope.Instance;
        return taken is not null;
    }

    /// <inheritdoc cref="TryReceiveOne"/>
    public async ValueTask<(bool success, MessageEnvelope envelope)> TryReceiveOneAsync(
        TimeSpan? max, CancellationToken cancellationToken = default)
    {
        var taken = await Take(GetTimeoutOrDefault(max), Waiting.Asynchronous, cancellationToken);
        return (taken is not null, taken ?? NullMessageEnvelope.Instance);
    }

    /// <summary>
    /// Takes a number of messages, whatever they are. Waits <see cref="RemainingOrDefault"/> for all of them together.
    /// </summary>
    /// <param name="numberOfMessages">How many.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages in the order they came.</returns>
    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, CancellationToken cancellationToken = default) =>
        ReceiveSome(numberOfMessages, RemainingOrDefault, Waiting.Blocking, cancellationToken).Synchronously();

    /// <summary>Takes a number of messages, whatever they are.</summary>
    /// <param name="numberOfMessages">How many.</param>
    /// <param name="max">How long to wait for all of them together, dilated.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages in the order they came.</returns>
    public IReadOnlyCollection<object> ReceiveN(
        int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default) =>
        ReceiveSome(numberOfMessages, Dilated(max), Waiting.Blocking, cancellationToken).Synchronously();

    /// <inheritdoc cref="ReceiveN(int, CancellationToken)"/>
    public IAsyncEnumerable<object> ReceiveNAsync(
        int numberOfMessages, CancellationToken cancellationToken = default) =>
        ReceiveSome(numberOfMessages, RemainingOrDefault, Waiting.Asynchronous, cancellationToken);

    /// <inheritdoc cref="ReceiveN(int, TimeSpan, CancellationToken)"/>
    public IAsyncEnumerable<object> ReceiveNAsync(
        int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default) =>
        ReceiveSome(numberOfMessages, Dilated(max), Waiting.Asynchronous, cancellationToken);

    private IAsyncEnumerable<object> ReceiveSome(
        int count, TimeSpan max, Waiting waiting, CancellationToken cancellationToken) =>
        ReceiveSome(
            count, max, () => $"{count} {(count == 1 ? "message" : "messages")}", waiting, cancellationToken);

    private async IAsyncEnumerable<object> ReceiveSome(
        int count,
        TimeSpan max,
        Func<string> wanted,
        Waiting waiting,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var end = Now + max;
        var received = new List<object>();
        while (received.Count < count)
        {
            var envelope = await Take(Left(end), waiting, cancellationToken);
            if (envelope is null)
            {
                throw Failed(FailureText.Of(
                    wanted,
                    () => $"{received.Count} of {count} within {Describe.Time(max)}: {Describe.Messages(received)}"));
            }

            received.Add(envelope.Message);
            yield return envelope.Message;
        }
    }

    // Every message that leaves the queue leaves it here.
    private async ValueTask<MessageEnvelope?> Take(
        TimeSpan timeout, Waiting waiting, CancellationToken cancellationToken)
    {
        var envelope = await _queue.Take(timeout, waiting, cancellationToken);
        _last = envelope ?? NullMessageEnvelope.Instance;
        _silenceExpected = false;
        return envelope;
    }
}
