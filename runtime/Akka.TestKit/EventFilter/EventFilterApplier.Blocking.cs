namespace Akka.TestKit.Internal;

internal sealed partial class EventFilterApplier
{
    public void ExpectOne(Action action, CancellationToken cancellationToken = default) =>
        Run(1, null, Returning(action), cancellationToken);

    public void ExpectOne(TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        Run(1, timeout, Returning(action), cancellationToken);

    public T ExpectOne<T>(Func<T> func, CancellationToken cancellationToken = default) =>
        Run(1, null, func, cancellationToken);

    public T ExpectOne<T>(TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default) =>
        Run(1, timeout, func, cancellationToken);

    public void Expect(int expectedCount, Action action, CancellationToken cancellationToken = default) =>
        Run(expectedCount, null, Returning(action), cancellationToken);

    public void Expect(
        int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        Run(expectedCount, timeout, Returning(action), cancellationToken);

    public T Expect<T>(int expectedCount, Func<T> func, CancellationToken cancellationToken = default) =>
        Run(expectedCount, null, func, cancellationToken);

    public T Expect<T>(
        int expectedCount, TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default) =>
        Run(expectedCount, timeout, func, cancellationToken);

    public void Mute(Action action, CancellationToken cancellationToken = default) =>
        Run(null, null, Returning(action), cancellationToken);

    public T Mute<T>(Func<T> func, CancellationToken cancellationToken = default) =>
        Run(null, null, func, cancellationToken);

    private T Run<T>(int? expected, TimeSpan? timeout, Func<T> block, CancellationToken cancellationToken) =>
        Intercept(expected, timeout, () => Task.FromResult(block()), Waiting.Blocking, cancellationToken)
            .Synchronously();

    private static Func<bool> Returning(Action action) => () =>
    {
        action();
        return true;
    };
}
