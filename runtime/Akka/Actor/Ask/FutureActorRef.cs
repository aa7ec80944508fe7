using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>The sender of a question that is no actor: its first message, or its watched actor's end, completes a task.</summary>
internal sealed class FutureActorRef<T>(IActorRefProvider provider) : MinimalActorRef
{
    private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ActorPath? _path;

    public override ActorPath Path =>
        // Most are never asked for it, so it is made late; by whoever comes first.
        _path ?? Interlocked.CompareExchange(ref _path, provider.TempPath(), null) ?? _path;

    public override IActorRefProvider Provider => provider;

    internal Task<T> Task => _result.Task;

    /// <summary>Fails the task after some time, and cancels it with a token.</summary>
    internal void EndAfter(TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (timeout > TimeSpan.Zero)
        {
            // The real clock, whatever the scheduler: whoever asks is outside of the actors' time.
            var timer = new Timer(_ => TimeOut(timeout), null, timeout, Timeout.InfiniteTimeSpan);
            ReleaseWhenDone(timer);
        }

        if (cancellationToken.CanBeCanceled)
        {
            ReleaseWhenDone(cancellationToken.Register(() => _result.TrySetCanceled(cancellationToken)));
        }
    }

    public override void SendSystemMessage(ISystemMessage message)
    {
        if (message is DeathWatchNotification notice)
        {
            Tell(new Terminated(notice.Actor, notice.ExistenceConfirmed, addressTerminated: false), notice.Actor);
        }
    }

    protected override void TellInternal(object message, IActorRef? sender)
    {
        var taken = message switch
        {
            null => _result.TrySetResult(default!),
            Status.Failure failure when !typeof(T).IsAssignableTo(typeof(Status)) => _result.TrySetException(failure.Cause ?? new TaskCanceledException(
                "Task cancelled by actor via Failure message.")),
            T answer => _result.TrySetResult(answer),
            _ => _result.TrySetException(new ArgumentException(
                $"Received message of type [{message.GetType()}] - Ask expected message of type [{typeof(T)}]")),
        };

        if (!taken && !_result.Task.IsCanceled && message is not null)
        {
            provider.DeadLetters.Tell(message, this);
        }
    }

    private void TimeOut(TimeSpan timeout) =>
        _result.TrySetException(new AskTimeoutException($"Timeout after {timeout.TotalSeconds:F2} seconds"));

    private void ReleaseWhenDone(IDisposable resource) =>
        _result.Task.ContinueWith(
            static (_, state) => ((IDisposable)state!).Dispose(),
            resource,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
}
