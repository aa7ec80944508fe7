using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <content>
/// Asynchronous handlers: from the first await to the end of the task user messages wait, and every continuation runs in the
/// actor's turn, with the message and the sender it began with. System messages go on; a stop does not wait for the task.
/// </content>
internal sealed partial class ActorCell
{
    private bool IsAwaiting => _uncommon is { Awaited: not null };

    /// <summary>Starts an asynchronous handler in the actor's turn.</summary>
    internal void RunTask<T>(Func<T, Task> handler, T message)
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(
            Uncommon.SynchronizationContext ??= new ActorSynchronizationContext(this));
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
        Uncommon.Awaited = new AwaitedTask(task, CurrentMessage, _sender);
        task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(() => _mailbox.PostSystem(new TaskCompleted(task)));
    }

    /// <summary>Queues what comes after an await. Called by any thread.</summary>
    internal void Post(SendOrPostCallback callback, object? state) => _mailbox.PostSystem(new Continuation(callback, state));

    private void RunContinuation(Continuation continuation)
    {
        if (_uncommon?.Awaited is { } awaited)
        {
            CurrentMessage = awaited.Message;
            _sender = awaited.Sender;
        }

        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(Uncommon.SynchronizationContext);
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
        if (_uncommon?.Awaited is not { } awaited || !ReferenceEquals(awaited.Task, task))
        {
            return;
        }

        CurrentMessage = awaited.Message;
        _sender = awaited.Sender;
        AbandonAwait();
        ScheduleReceiveTimeout();
        task.GetAwaiter().GetResult();
        CurrentMessage = null;
    }

    private void AbandonAwait()
    {
        if (IsAwaiting)
        {
            Uncommon.Awaited = null;
            _mailbox.Resume();
        }
    }
}
