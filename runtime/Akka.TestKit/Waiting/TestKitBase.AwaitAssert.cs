using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Runs an assertion again and again until it does not throw. Its last exception comes out of this.
    /// </summary>
    /// <param name="assertion">The assertion.</param>
    /// <param name="duration">How long to go on, dilated; null: <see cref="RemainingOrDefault"/>.</param>
    /// <param name="interval">The pause between two runs; null: 100 ms.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public void AwaitAssert(
        Action assertion,
        TimeSpan? duration = null,
        TimeSpan? interval = null,
        CancellationToken cancellationToken = default) =>
        RetryAssertion(Completed(assertion), duration, interval, Waiting.Blocking, cancellationToken).Synchronously();

    /// <inheritdoc cref="AwaitAssert"/>
    public Task AwaitAssertAsync(
        Action assertion,
        TimeSpan? duration = null,
        TimeSpan? interval = null,
        CancellationToken cancellationToken = default) =>
        RetryAssertion(Completed(assertion), duration, interval, Waiting.Asynchronous, cancellationToken).AsTask();

    /// <inheritdoc cref="AwaitAssert"/>
    public Task AwaitAssertAsync(
        Func<Task> assertion,
        TimeSpan? duration = null,
        TimeSpan? interval = null,
        CancellationToken cancellationToken = default) =>
        RetryAssertion(assertion, duration, interval, Waiting.Asynchronous, cancellationToken).AsTask();

    private async ValueTask RetryAssertion(
        Func<Task> assertion,
        TimeSpan? duration,
        TimeSpan? interval,
        Waiting waiting,
        CancellationToken cancellationToken)
    {
        var end = Now + RemainingOrDilated(duration);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await assertion();
                return;
            }
            catch (Exception) when (Now < end)
            {
                // Not yet; what it throws when the time is over is the failure.
            }

            await waiting.Pause(ShorterOf(Left(end), interval ?? DefaultInterval), cancellationToken);
        }
    }

    private static Func<Task> Completed(Action action) => () =>
    {
        action();
        return Task.CompletedTask;
    };
}
