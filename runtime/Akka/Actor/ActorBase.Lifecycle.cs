namespace Akka.Actor;

/// <content>The hooks, each with a method around it that the runtime calls.</content>
public abstract partial class ActorBase
{
    /// <summary>Calls <see cref="PreStart"/>.</summary>
    public virtual void AroundPreStart() => PreStart();

    /// <summary>Cancels the timers, empties the stash back into the mailbox and calls <see cref="PreRestart"/>.</summary>
    /// <param name="cause">The failure.</param>
    /// <param name="message">The message that was being processed; null if there was none.</param>
    public virtual void AroundPreRestart(Exception cause, object? message)
    {
        try
        {
            CancelTimers();
            PreRestart(cause, message);
        }
        finally
        {
            UnstashAll();
        }
    }

    /// <summary>Calls <see cref="PostRestart"/>.</summary>
    /// <param name="cause">The failure.</param>
    /// <param name="message">Always null.</param>
    public virtual void AroundPostRestart(Exception cause, object? message) => PostRestart(cause);

    /// <summary>Cancels the timers, empties the stash into dead letters and calls <see cref="PostStop"/>.</summary>
    public virtual void AroundPostStop()
    {
        try
        {
            CancelTimers();
            PostStop();
        }
        finally
        {
            UnstashAll();
        }
    }

    /// <summary>
    /// Called before the first message. If it throws, the actor fails with <see cref="ActorInitializationException"/>.
    /// </summary>
    protected virtual void PreStart()
    {
    }

    /// <summary>Called on the failed instance before it is replaced: stops all children and calls <see cref="PostStop"/>.</summary>
    /// <param name="reason">The failure.</param>
    /// <param name="message">The message that was being processed; null if there was none.</param>
    protected virtual void PreRestart(Exception reason, object? message)
    {
        foreach (var child in _cell.GetChildren())
        {
            _cell.Unwatch(child);
            _cell.Stop(child);
        }

        PostStop();
    }

    /// <summary>Called on the new instance after a restart: calls <see cref="PreStart"/>.</summary>
    /// <param name="reason">The failure.</param>
    protected virtual void PostRestart(Exception reason) => PreStart();

    /// <summary>Called after the last message, when all children have stopped.</summary>
    protected virtual void PostStop()
    {
    }

    private void CancelTimers() => (this as IWithTimers)?.Timers?.CancelAll();

    private void UnstashAll() => (this as IActorStash)?.Stash?.UnstashAll();
}
