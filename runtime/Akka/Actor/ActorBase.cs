using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// The base of actors. The runtime creates the instance, gives it one message at a time, and replaces it by a new one when
/// its supervisor decides to restart it; its state is nobody else's.
/// </summary>
public abstract partial class ActorBase
{
    // One for all actors, so that an actor that never changes its behaviour needs no delegate of its own.
    private static readonly Receive FirstBehavior = message => CurrentCell.Actor!.Receive(message);

    private readonly ActorCell _cell;
    private SupervisorStrategy? _strategy;

    /// <summary>Called by the runtime only.</summary>
    /// <exception cref="ActorInitializationException">The instance is not being created by the runtime.</exception>
    protected ActorBase()
    {
        _cell = ActorCell.Current ?? throw new ActorInitializationException(
            $"Do not create actors using 'new {GetType().Name}(...)'; use ActorOf of an actor system or a context.");
        if (this is IWithTimers withTimers)
        {
            withTimers.Timers = new TimerScheduler(_cell);
        }

        _cell.Become(FirstBehavior);
    }

    /// <summary>A behaviour that handles nothing.</summary>
    protected static Receive EmptyReceive { get; } = _ => false;

    /// <summary>The surroundings of the actor whose code is running.</summary>
    /// <exception cref="NotSupportedException">No actor is running on this thread.</exception>
    protected static IActorContext Context => CurrentCell;

    /// <summary>This actor. May be used anywhere, also after an await.</summary>
    protected IActorRef Self => _cell.Self;

    /// <summary>Who told the message being processed; dead letters if nobody in particular did.</summary>
    /// <exception cref="NotSupportedException">No actor is running on this thread.</exception>
    protected IActorRef Sender => Turn.Sender;

    private protected static ActorCell CurrentCell => ActorCell.Current ?? throw NoTurn();

    /// <summary>The actor's own cell, in the actor's turn only.</summary>
    private protected ActorCell Turn => ActorCell.Current is null ? throw NoTurn() : _cell;

    /// <summary>Passes a message to a behaviour; the place to intercept every message.</summary>
    /// <param name="receive">The behaviour.</param>
    /// <param name="message">The message.</param>
    /// <returns>False if the message was unhandled.</returns>
    protected internal virtual bool AroundReceive(Receive receive, object message)
    {
        if (ReferenceEquals(receive, FirstBehavior) ? Receive(message) : receive(message))
        {
            return true;
        }

        Unhandled(message);
        return false;
    }

    /// <summary>The first behaviour.</summary>
    /// <param name="message">The message to process.</param>
    /// <returns>False if the message is unknown.</returns>
    protected abstract bool Receive(object message);

    /// <summary>
    /// Called with every message that the behaviour does not know. Publishes an <see cref="UnhandledMessage"/>.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <exception cref="DeathPactException">The message is <see cref="Terminated"/>.</exception>
    protected virtual void Unhandled(object message)
    {
        if (message is Terminated terminated)
        {
            throw new DeathPactException(terminated.ActorRef);
        }

        _cell.System.EventStream.Publish(new UnhandledMessage(message, _cell.Sender, Self));
    }

    /// <inheritdoc cref="IActorContext.Become"/>
    protected void Become(Receive receive) => _cell.Become(receive);

    /// <inheritdoc cref="IActorContext.BecomeStacked"/>
    protected void BecomeStacked(Receive receive) => _cell.BecomeStacked(receive);

    /// <inheritdoc cref="IActorContext.UnbecomeStacked"/>
    protected void UnbecomeStacked() => _cell.UnbecomeStacked();

    /// <inheritdoc cref="IActorContext.SetReceiveTimeout"/>
    protected void SetReceiveTimeout(TimeSpan? timeout) => _cell.SetReceiveTimeout(timeout);

    /// <summary>
    /// How this actor decides about its children's failures; asked for once. Props may override it.
    /// </summary>
    protected virtual SupervisorStrategy SupervisorStrategy() => Akka.Actor.SupervisorStrategy.DefaultStrategy;

    /// <summary>Completes the instance right after its constructor.</summary>
    internal virtual void Initialize()
    {
        if (this is IActorStash withStash)
        {
            withStash.Stash = new Stash(_cell, _cell.Mailbox.StashCapacity);
        }
    }

    internal SupervisorStrategy StrategyInForce(Props props) =>
        _strategy ??= props.SupervisorStrategy ?? SupervisorStrategy();

    private static NotSupportedException NoTurn() =>
        new("There is no active ActorContext, this is most likely due to use of async operations from within this actor. "
            + "Copy what is needed of it, such as Sender, into a variable first.");
}
