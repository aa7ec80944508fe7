namespace Akka.Actor;

/// <summary>An actor with one method for all messages.</summary>
public abstract class UntypedActor : ActorBase
{
    /// <inheritdoc cref="ActorBase.Context"/>
    protected static new IUntypedActorContext Context => CurrentCell;

    /// <inheritdoc/>
    protected sealed override bool Receive(object message)
    {
        OnReceive(message);
        return true;
    }

    /// <summary>Processes a message; unknown ones belong to <see cref="ActorBase.Unhandled"/>.</summary>
    /// <param name="message">The message.</param>
    protected abstract void OnReceive(object message);

    /// <inheritdoc cref="IUntypedActorContext.Become(UntypedReceive)"/>
    protected void Become(UntypedReceive receive) => Turn.Become(receive);

    /// <inheritdoc cref="IUntypedActorContext.BecomeStacked(UntypedReceive)"/>
    protected void BecomeStacked(UntypedReceive receive) => Turn.BecomeStacked(receive);

    /// <summary>
    /// Runs asynchronous code in the actor's turn, after the code that called this: user messages wait until its task ends.
    /// </summary>
    /// <param name="action">Starts the task.</param>
    protected void RunTask(Func<Task> action) => Turn.RunTask(static run => run(), action);
}
