using System.Runtime.CompilerServices;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>
    /// Takes the next message, which must equal one of several. Waits <see cref="RemainingOrDefault"/>.
    /// </summary>
    /// <returns>The message that came.</returns>
    public T ExpectMsgAnyOf<T>(IEnumerable<T> messages, CancellationToken cancellationToken = default) =>
        ExpectAnyOf(messages.ToList(), Waiting.Blocking, cancellationToken).Synchronously();

    /// <inheritdoc cref="ExpectMsgAnyOf"/>
    public ValueTask<T> ExpectMsgAnyOfAsync<T>(
        IEnumerable<T> messages, CancellationToken cancellationToken = default) =>
        ExpectAnyOf(messages.ToList(), Waiting.Asynchronous, cancellationToken);

    /// <summary>
    /// Takes as many messages as there are given, which must be those, in any order. Waits
    /// <see cref="RemainingOrDefault"/> for all of them together.
    /// </summary>
    /// <returns>The messages in the order they came.</returns>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(params T[] messages) =>
        ExpectAllOf(RemainingOrDefault, messages, Waiting.Blocking).Synchronously();

    /// <inheritdoc cref="ExpectMsgAllOf{T}(T[])"/>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(
        IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        ExpectAllOf(RemainingOrDefault, messages, Waiting.Blocking, cancellationToken).Synchronously();

    /// <summary>Takes as many messages as there are given, which must be those, in any order.</summary>
    /// <param name="max">How long to wait for all of them together, dilated.</param>
    /// <param name="messages">What must come.</param>
    /// <returns>The messages in the order they came.</returns>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(TimeSpan max, params T[] messages) =>
        ExpectAllOf(Dilated(max), messages, Waiting.Blocking).Synchronously();

    /// <inheritdoc cref="ExpectMsgAllOf{T}(TimeSpan, T[])"/>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(
        TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        ExpectAllOf(Dilated(max), messages, Waiting.Blocking, cancellationToken).Synchronously();

    /// <inheritdoc cref="ExpectMsgAllOf{T}(T[])"/>
    public IAsyncEnumerable<T> ExpectMsgAllOfAsync<T>(
        IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        ExpectAllOf(RemainingOrDefault, messages, Waiting.Asynchronous, cancellationToken);

    /// <inheritdoc cref="ExpectMsgAllOf{T}(TimeSpan, T[])"/>
    public IAsyncEnumerable<T> ExpectMsgAllOfAsync<T>(
        TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        ExpectAllOf(Dilated(max), messages, Waiting.Asynchronous, cancellationToken);

    private ValueTask<T> ExpectAnyOf<T>(
        List<T> candidates, Waiting waiting, CancellationToken cancellationToken) =>
        Expect<T>(
            () => $"any of {Describe.Messages(candidates)}",
            null,
            null,
            (message, _, failure) => _assertions.AssertTrue(candidates.Contains(message), "{0}", failure),
            waiting,
            cancellationToken);

    private async IAsyncEnumerable<T> ExpectAllOf<T>(
        TimeSpan max,
        IReadOnlyCollection<T> messages,
        Waiting waiting,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var missing = messages.ToList();
        var unexpected = new List<object>();
        await foreach (var message in ReceiveSome(
            messages.Count, max, () => $"all of {Describe.Messages(messages)}", waiting, cancellationToken))
        {
            if (message is T typed && missing.Remove(typed))
                yield return typed;
            else
                unexpected.Add(message);
        }

        if (unexpected.Count > 0)
        {
            throw Failed(FailureText.Of(
                () => $"all of {Describe.Messages(messages)}",
                () => $"unexpected {Describe.Messages(unexpected)} in place of {Describe.Messages(missing)}"));
        }
    }
}
