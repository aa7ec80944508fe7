using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>
/// An actor that a test holds in its hands: it runs on the calling thread (unless its props name a dispatcher), and its
/// instance can be looked at. Made by <c>ActorOfAsTestActorRef</c>.
/// </summary>
/// <typeparam name="TActor">The actor's type.</typeparam>
public class TestActorRef<TActor> : InternalActorRefBase, IWrapper
    where TActor : ActorBase
{
    private readonly LocalActorRef _actor;
    private readonly TimeSpan _startTimeout;

    /// <summary>Starts the actor.</summary>
    /// <param name="system">The system.</param>
    /// <param name="actorProps">Makes the actor.</param>
    /// <param name="supervisor">Its parent, an actor of this process; null: the user guardian.</param>
    /// <param name="name">Its name; null: one of the system's choice.</param>
    /// <exception cref="InvalidActorNameException">The name is taken or not allowed.</exception>
    public TestActorRef(ActorSystem system, Props actorProps, IActorRef? supervisor = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(actorProps);
        var props = actorProps.NamesDispatcher ? actorProps : actorProps.WithDispatcher(CallingThreadDispatcher.Id);
        var parent = Wrapped.ActorOf(supervisor ?? ((ExtendedActorSystem)system).Guardian);
        _actor = (LocalActorRef)parent.Cell.ActorOf(props, name);
        _startTimeout = TestKitExtension.For(system).DefaultTimeout;
    }

    /// <summary>The actor's own reference.</summary>
    public IActorRef Ref => _actor;

    /// <summary>The actor's current instance: after a restart another one.</summary>
    /// <exception cref="IllegalActorStateException">
    /// There is none: it could not be created, or the actor stopped.
    /// </exception>
    public TActor UnderlyingActor
    {
        get
        {
            // An actor on a dispatcher of its own may not have started yet.
            SpinWait.SpinUntil(() => _actor.Cell.Actor is not null || _actor.IsTerminated, _startTimeout);
            return _actor.Cell.Actor as TActor ?? throw new IllegalActorStateException(
                $"{_actor} has no instance: it could not be created (its log says why), or it stopped.");
        }
    }

    /// <inheritdoc/>
    public override ActorPath Path => _actor.Path;

    /// <inheritdoc/>
    public override IInternalActorRef Parent => _actor.Parent;

    /// <inheritdoc/>
    public override IActorRefProvider Provider => _actor.Provider;

    /// <inheritdoc/>
    public override bool IsTerminated => _actor.IsTerminated;

    /// <inheritdoc/>
    public override bool IsLocal => _actor.IsLocal;

    LocalActorRef IWrapper.Inner => _actor;

    /// <summary>
    /// Lets the actor handle a message here and now, past its mailbox. What it throws comes out of this and does not
    /// reach its supervisor.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">Who it comes from; null: nobody.</param>
    public void Receive(object message, IActorRef? sender = null) => _actor.Cell.ReceiveNow(message, sender);

    /// <summary>Makes the actor watch another.</summary>
    public void Watch(IActorRef subject) => _actor.Cell.Watch(subject);

    /// <summary>Takes back <see cref="Watch"/>.</summary>
    public void Unwatch(IActorRef subject) => _actor.Cell.Unwatch(subject);

    /// <inheritdoc/>
    public override IActorRef GetChild(IReadOnlyList<string> name) => _actor.GetChild(name);

    /// <inheritdoc/>
    public override void Start() => _actor.Start();

    /// <inheritdoc/>
    public override void Stop() => _actor.Stop();

    /// <inheritdoc/>
    public override void Restart(Exception cause) => _actor.Restart(cause);

    /// <inheritdoc/>
    public override void Suspend() => _actor.Suspend();

    /// <inheritdoc/>
    public override void Resume(Exception? causedByFailure = null) => _actor.Resume(causedByFailure);

    /// <inheritdoc/>
    public override void SendSystemMessage(ISystemMessage message) => _actor.SendSystemMessage(message);

    /// <inheritdoc/>
    protected override void TellInternal(object message, IActorRef? sender) => _actor.Tell(message, sender);
}
