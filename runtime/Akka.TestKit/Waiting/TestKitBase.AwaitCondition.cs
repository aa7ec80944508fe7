using System.Diagnostics.CodeAnalysis;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>
    /// Waits until a condition holds; fails if it does not within <see cref="RemainingOrDefault"/>. Looks ten times.
    /// </summary>
    public void AwaitCondition(Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, null, null, null, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, TimeSpan?, string, CancellationToken)"/>
    public void AwaitCondition(
        Func<bool> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, max, null, null, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, TimeSpan?, string, CancellationToken)"/>
    public void AwaitCondition(
        Func<bool> conditionIsFulfilled,
        TimeSpan? max,
        string? message,
        CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, max, null, message, cancellationToken);

    /// <summary>Waits until a condition holds; fails if it does not in time.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to wait, dilated; null: <see cref="RemainingOrDefault"/>.</param>
    /// <param name="interval">The pause between two looks; null: a tenth of the whole wait.</param>
    /// <param name="message">Words for the failure.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public void AwaitCondition(
        Func<bool> conditionIsFulfilled,
        TimeSpan? max,
        TimeSpan? interval,
        string? message = null,
        CancellationToken cancellationToken = default) =>
        RequireCondition(
            Completed(conditionIsFulfilled), max, interval, message, Waiting.Blocking, cancellationToken)
            .Synchronously();

    /// <summary>Waits until a condition holds.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to wait, not dilated.</param>
    /// <param name="interval">The pause between two looks; null: 100 ms.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>Whether it came to hold in time.</returns>
    [SuppressMessage("Performance", "CA1822", Justification = "An instance method, as all its kin.")]
    public bool AwaitConditionNoThrow(
        Func<bool> conditionIsFulfilled,
        TimeSpan max,
        TimeSpan? interval = null,
        CancellationToken cancellationToken = default) =>
        Holds(
            Completed(conditionIsFulfilled), max, interval ?? DefaultInterval, Waiting.Blocking, cancellationToken)
            .Synchronously();

    private async ValueTask RequireCondition(
        Func<Task<bool>> condition,
        TimeSpan? max,
        TimeSpan? interval,
        string? hint,
        Waiting waiting,
        CancellationToken cancellationToken)
    {
        var limit = RemainingOrDilated(max);
        if (!await Holds(condition, limit, interval ?? limit / 10, waiting, cancellationToken))
        {
            throw Failed(FailureText.Of(
                () => "the condition to hold", () => $"false for {Describe.Time(limit)}", hint));
        }
    }

    private static async ValueTask<bool> Holds(
        Func<Task<bool>> condition,
        TimeSpan max,
        TimeSpan interval,
        Waiting waiting,
        CancellationToken cancellationToken)
    {
        var end = Now + max;
        while (!await condition())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var left = Left(end);
            if (left == TimeSpan.Zero)
                return false;

            await waiting.Pause(ShorterOf(left, interval), cancellationToken);
        }

        return true;
    }

    private static Func<Task<bool>> Completed(Func<bool> condition) => () => Task.FromResult(condition());
}
