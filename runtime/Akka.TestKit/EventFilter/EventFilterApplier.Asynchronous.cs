namespace Akka.TestKit.Internal;

internal sealed partial class EventFilterApplier
{
    public Task ExpectOneAsync(Func<Task> actionAsync, CancellationToken cancellationToken = default) =>
        RunAsync(1, null, Returning(actionAsync), cancellationToken);

    public Task ExpectOneAsync(
        TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default) =>
        RunAsync(1, timeout, Returning(action), cancellationToken);

    public Task<T> ExpectOneAsync<T>(Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        RunAsync(1, null, func, cancellationToken);

    public Task<T> ExpectOneAsync<T>(
        TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        RunAsync(1, timeout, func, cancellationToken);

    public Task ExpectAsync(
        int expectedCount, Func<Task> actionAsync, CancellationToken cancellationToken = default) =>
        RunAsync(expectedCount, null, Returning(actionAsync), cancellationToken);

    public Task ExpectAsync(
        int expectedCount,
        Func<Task> actionAsync,
        TimeSpan? timeout,
        CancellationToken cancellationToken = default) =>
        RunAsync(expectedCount, timeout, Returning(actionAsync), cancellationToken);

    public Task ExpectAsync(
        int expectedCount, TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default) =>
        RunAsync(expectedCount, timeout, Returning(action), cancellationToken);

    public Task<T> ExpectAsync<T>(
        int expectedCount, Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        RunAsync(expectedCount, null, func, cancellationToken);

    public Task<T> ExpectAsync<T>(
        int expectedCount, TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        RunAsync(expectedCount, timeout, func, cancellationToken);

    public Task MuteAsync(Func<Task> action, CancellationToken cancellationToken = default) =>
        RunAsync(null, null, Returning(action), cancellationToken);

    public Task<T> MuteAsync<T>(Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        RunAsync(null, null, func, cancellationToken);

    private Task<T> RunAsync<T>(
        int? expected, TimeSpan? timeout, Func<Task<T>> block, CancellationToken cancellationToken) =>
        Intercept(expected, timeout, block, Waiting.Asynchronous, cancellationToken).AsTask();

    private static Func<Task<bool>> Returning(Func<Task> action) => async () =>
    {
        await action();
        return true;
    };
}
