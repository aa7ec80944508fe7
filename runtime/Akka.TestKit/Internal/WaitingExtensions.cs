using System.Diagnostics;

namespace Akka.TestKit.Internal;

internal static class WaitingExtensions
{
    /// <summary>Waits for a permit of the semaphore; false if none came in time.</summary>
    public static ValueTask<bool> For(
        this Waiting waiting, SemaphoreSlim semaphore, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var limit = Limit(timeout);
        return waiting == Waiting.Blocking
            ? new ValueTask<bool>(semaphore.Wait(limit, cancellationToken))
            : new ValueTask<bool>(semaphore.WaitAsync(limit, cancellationToken));
    }

    /// <summary>Waits for a task to end, well or not; false if it did not in time.</summary>
    public static async ValueTask<bool> For(
        this Waiting waiting, Task task, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        var limit = Limit(timeout);
        if (waiting == Waiting.Blocking)
            return Task.WaitAny([task], (int)limit.TotalMilliseconds, cancellationToken) == 0;

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(task, Task.Delay(limit, stop.Token));
        cancellationToken.ThrowIfCancellationRequested();
        await stop.CancelAsync();
        return first == task;
    }

    /// <summary>Lets the time pass.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async ValueTask Pause(this Waiting waiting, TimeSpan time, CancellationToken cancellationToken)
    {
        if (waiting == Waiting.Asynchronous)
        {
            await Task.Delay(Limit(time), cancellationToken);
            return;
        }

        cancellationToken.WaitHandle.WaitOne(Limit(time));
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>The result of a method that was run with <see cref="Waiting.Blocking"/>.</summary>
    public static T Synchronously<T>(this ValueTask<T> done)
    {
        Debug.Assert(done.IsCompleted, "A blocking wait gave its thread back.");
        return done.AsTask().GetAwaiter().GetResult();
    }

    /// <inheritdoc cref="Synchronously{T}(ValueTask{T})"/>
    public static void Synchronously(this ValueTask done)
    {
        Debug.Assert(done.IsCompleted, "A blocking wait gave its thread back.");
        done.AsTask().GetAwaiter().GetResult();
    }

    /// <inheritdoc cref="Synchronously{T}(ValueTask{T})"/>
    public static IReadOnlyList<T> Synchronously<T>(this IAsyncEnumerable<T> source)
    {
        var items = new List<T>();
        var enumerator = source.GetAsyncEnumerator();
        try
        {
            while (enumerator.MoveNextAsync().Synchronously())
                items.Add(enumerator.Current);
        }
        finally
        {
            enumerator.DisposeAsync().Synchronously();
        }

        return items;
    }

    // The waits of the framework take at most int.MaxValue milliseconds, 24 days; for a test that is for ever.
    private static TimeSpan Limit(TimeSpan time) =>
        time.TotalMilliseconds > int.MaxValue ? Timeout.InfiniteTimeSpan : time;
}
