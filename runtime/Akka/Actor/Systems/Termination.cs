using Akka.Event;

namespace Akka.Actor;

/// <summary>What is to be done when all actors of a system have stopped, and the task that tells of it.</summary>
internal sealed class Termination
{
    private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private Stack<Action>? _callbacks = new();

    internal Task Task => _completed.Task;

    internal void Register(Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        lock (_lock)
        {
            if (_callbacks is null)
            {
                throw new InvalidOperationException("ActorSystem already terminated.");
            }

            _callbacks.Push(callback);
        }
    }

    /// <summary>Runs the callbacks, the last registered first. One that throws does not keep the others from running.</summary>
    internal void RunCallbacks(ILoggingAdapter log)
    {
        Stack<Action> callbacks;
        lock (_lock)
        {
            callbacks = _callbacks!;
            _callbacks = null;
        }

        foreach (var callback in callbacks)
        {
            try
            {
                callback();
            }
            catch (Exception failure)
            {
                log.Error(failure, "A termination callback failed.");
            }
        }
    }

    internal void Complete() => _completed.SetResult();
}
