using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <content>
/// Asynchronous handlers: from the first await to the end of the task user messages wait, and every continuation runs in the
/// actor's turn, with the message and the sender it began with. System messages go on; a stop does not wait for the task.
/// </content>
internal sealed partial class ActorCell
{
    private Awaiting? _awaiting;
    private ActorSynchronizationContext? _synchronizationContext;

    private bool IsAwaiting => _awaiting is not null;

    /// <summary>Starts an asynchronous handler in the actor's turn.</summary>
    internal void RunTask<T>(Func<T, Task> handler, T message)
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(_synchronizationContext ??= new ActorSynchronizationContext(this));
        Task task;
        try
        {
            task = handler(message);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }

        if (task.IsCompleted)
        {
            task.GetAwaiter().GetResult();
            return;
        }

        _mailbox.Suspend();
        _awaiting = new Awaiting(task, CurrentMessage, _sender);
        task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(() => _mailbox.PostSystem(new TaskCompleted(task)));
    }

    /// <summary>Queues what comes after an await. Called by any thread.</summary>
    internal void Post(SendOrPostCallback callback, object? state) => _mailbox.PostSystem(new Continuation(callback, state));

    private void RunContinuation(Continuation continuation)
    {
        if (_awaiting is { } awaiting)
        {
            CurrentMessage = awaiting.Message;
            _sender = awaiting.Sender;
        }

        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(_synchronizationContext);
        try
        {
            continuation.Run();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    private void EndAwait(Task task)
    {
        // A task that its own actor did not wait for: its incarnation failed meanwhile.
        if (_awaiting is not { } awaiting || !ReferenceEquals(awaiting.Task, task))
        {
            return;
        }

        CurrentMessage = awaiting.Message;
        _sender = awaiting.Sender;
        AbandonAwait();
        ScheduleReceiveTimeout();
        task.GetAwaiter().GetResult();
        CurrentMessage = null;
    }

    private void AbandonAwait()
    {
        if (_awaiting is not null)
        {
            _awaiting = null;
            _mailbox.Resume();
        }
    }

    private sealed record Awaiting(Task Task, object? Message, IActorRef? Sender);
}
