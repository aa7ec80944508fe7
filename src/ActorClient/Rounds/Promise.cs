namespace ActorClient.Rounds;

/// <summary>
/// A task that is completed from outside, once: whatever comes later is ignored. Who waits goes on elsewhere than in the thread
/// that completes it, and nobody has to look at its failure.
/// </summary>
internal sealed class Promise<T>
{
    private readonly TaskCompletionSource<T> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Task => _source.Task;

    public void Keep(T value) => _source.TrySetResult(value);

    public void Cancel() => _source.TrySetCanceled();

    public void Break(Exception reason)
    {
        if (_source.TrySetException(reason))
            _ = Task.Exception; // Observed: not every failed task of a participation is waited for.
    }
}
