using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>An actor's view of itself and its surroundings. To be used by the actor's own code only, while it runs.</summary>
public interface IActorContext : IActorRefFactory, ICanWatch
{
    /// <summary>The actor.</summary>
    IActorRef Self { get; }

    /// <summary>What the actor was created from.</summary>
    Props Props { get; }

    /// <summary>What runs the actor.</summary>
    MessageDispatcher Dispatcher { get; }

    /// <summary>Who told the message being processed; dead letters if nobody in particular did.</summary>
    IActorRef Sender { get; }

    /// <summary>The actor's system.</summary>
    ActorSystem System { get; }

    /// <summary>The actor that created this one, and supervises it.</summary>
    IActorRef Parent { get; }

    /// <summary>The time set by <see cref="SetReceiveTimeout"/>; null if there is none.</summary>
    TimeSpan? ReceiveTimeout { get; }

    /// <summary>Replaces the behaviour, from the next message on.</summary>
    /// <param name="receive">The new behaviour.</param>
    void Become(Receive receive);

    /// <summary>Puts a behaviour on top of the present one, from the next message on.</summary>
    /// <param name="receive">The new behaviour.</param>
    void BecomeStacked(Receive receive);

    /// <summary>Goes back to the behaviour below; the bottom one stays.</summary>
    void UnbecomeStacked();

    /// <summary>The child of this name, or <see cref="ActorRefs.Nobody"/>.</summary>
    /// <param name="name">The child's name.</param>
    IActorRef Child(string name);

    /// <summary>The children, those that are stopping included.</summary>
    IEnumerable<IActorRef> GetChildren();

    /// <summary>
    /// Asks for <see cref="Akka.Actor.ReceiveTimeout"/> whenever no message came for some time. Messages marked
    /// <see cref="INotInfluenceReceiveTimeout"/> do not count.
    /// </summary>
    /// <param name="timeout">The time, above zero; null for none.</param>
    void SetReceiveTimeout(TimeSpan? timeout);

    /// <summary>Stops an actor, this one or a child, after the message it is processing.</summary>
    /// <param name="child">The actor.</param>
    void Stop(IActorRef child);
}
