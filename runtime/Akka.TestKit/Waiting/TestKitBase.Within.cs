using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    // A block that ends by waiting for silence takes all the time it has; that is no failure.
    private bool _silenceExpected;

    /// <inheritdoc cref="Within{T}(TimeSpan, TimeSpan, Func{T}, string, TimeSpan?, CancellationToken)"/>
    public void Within(
        TimeSpan max,
        Action action,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, action, null, epsilonValue, cancellationToken);

    /// <inheritdoc cref="Within{T}(TimeSpan, TimeSpan, Func{T}, string, TimeSpan?, CancellationToken)"/>
    public void Within(
        TimeSpan min,
        TimeSpan max,
        Action action,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        Timed(min, max, Returning(Completed(action)), hint, epsilonValue, Waiting.Blocking, cancellationToken)
            .Synchronously();

    /// <inheritdoc cref="Within{T}(TimeSpan, TimeSpan, Func{T}, string, TimeSpan?, CancellationToken)"/>
    public T Within<T>(
        TimeSpan max,
        Func<T> function,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    /// <summary>
    /// Runs a block whose expectations, where they name no timeout, share <paramref name="max"/>; fails if the block
    /// takes longer, or less than <paramref name="min"/>. Blocks nest: an inner one has at most what is left of the
    /// outer.
    /// </summary>
    /// <param name="min">The least it must take, not dilated.</param>
    /// <param name="max">The most it may take, dilated. Not checked if the block ends by expecting no message.</param>
    /// <param name="function">The block.</param>
    /// <param name="hint">Words for the failure.</param>
    /// <param name="epsilonValue">How much longer it may take without failing; null: nothing.</param>
    /// <param name="cancellationToken">
    /// Ends an asynchronous block's wait with <see cref="OperationCanceledException"/>.
    /// </param>
    /// <returns>What the block returned.</returns>
    public T Within<T>(
        TimeSpan min,
        TimeSpan max,
        Func<T> function,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        Timed(
            min,
            max,
            () => Task.FromResult(function()),
            hint,
            epsilonValue,
            Waiting.Blocking,
            cancellationToken).Synchronously();

    /// <inheritdoc cref="Within{T}(TimeSpan, TimeSpan, Func{T}, string, TimeSpan?, CancellationToken)"/>
    public Task WithinAsync(
        TimeSpan max,
        Func<Task> actionAsync,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        WithinAsync(TimeSpan.Zero, max, actionAsync, null, epsilonValue, cancellationToken);

    /// <inheritdoc cref="Within{T}(TimeSpan, TimeSpan, Func{T}, string, TimeSpan?, CancellationToken)"/>
    public Task WithinAsync(
        TimeSpan min,
        TimeSpan max,
        Func<Task> actionAsync,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        WithinAsync(min, max, Returning(actionAsync), hint, epsilonValue, cancellationToken);

    /// <inheritdoc cref="Within{T}(TimeSpan, TimeSpan, Func{T}, string, TimeSpan?, CancellationToken)"/>
    public Task<T> WithinAsync<T>(
        TimeSpan max,
        Func<Task<T>> function,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        WithinAsync(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    /// <inheritdoc cref="Within{T}(TimeSpan, TimeSpan, Func{T}, string, TimeSpan?, CancellationToken)"/>
    public Task<T> WithinAsync<T>(
        TimeSpan min,
        TimeSpan max,
        Func<Task<T>> function,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        Timed(min, max, function, hint, epsilonValue, Waiting.Asynchronous, cancellationToken).AsTask();

    private async ValueTask<T> Timed<T>(
        TimeSpan min,
        TimeSpan max,
        Func<Task<T>> block,
        string? hint,
        TimeSpan? epsilon,
        Waiting waiting,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var outerEnd = _end;
        var limit = RemainingWithin(Dilated(max), min, hint);
        var started = Now;
        _end = started + limit;
        _silenceExpected = false;
        T result;
        try
        {
            result = waiting == Waiting.Blocking
                ? await block()
                : await EndInTime(block(), limit + (epsilon ?? TimeSpan.Zero), hint, cancellationToken);
        }
        finally
        {
            _end = outerEnd;
        }

        var elapsed = Now - started;
        if (elapsed < min)
            throw Failed(TookWrong($"at least {Describe.Time(min)}", elapsed, hint));
        if (!_silenceExpected && elapsed > limit + (epsilon ?? TimeSpan.Zero))
            throw Failed(TookWrong($"at most {Describe.Time(limit)}", elapsed, hint));

        return result;
    }

    private TimeSpan RemainingWithin(TimeSpan max, TimeSpan min, string? hint)
    {
        var limit = ShorterOf(max, RemainingOr(max));
        if (limit < min)
        {
            throw Failed(FailureText.Of(
                () => $"a block that takes at least {Describe.Time(min)}",
                () => $"only {Describe.Time(limit)} left for it",
                hint));
        }

        return limit;
    }

    // A block that hangs would never be judged. It gets time to fail by itself first: its own text says more.
    private async Task<T> EndInTime<T>(
        Task<T> block, TimeSpan limit, string? hint, CancellationToken cancellationToken)
    {
        var grace = TimeSpan.FromMilliseconds(200);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var alarm = Task.Delay(limit + grace, stop.Token);
        if (await Task.WhenAny(block, alarm) == block)
        {
            await stop.CancelAsync();
            return await block;
        }

        cancellationToken.ThrowIfCancellationRequested();
        throw Failed(FailureText.Of(
            () => $"a block that takes at most {Describe.Time(limit)}", () => "one that is still running", hint));
    }

    private static FailureText TookWrong(string wanted, TimeSpan elapsed, string? hint) =>
        FailureText.Of(() => $"a block that takes {wanted}", () => $"one that took {Describe.Time(elapsed)}", hint);

    private static Func<Task<bool>> Returning(Func<Task> action) => async () =>
    {
        await action();
        return true;
    };
}
