namespace Akka.Actor;

/// <summary>What extensions may do with an actor system besides.</summary>
public abstract class ExtendedActorSystem : ActorSystem
{
    /// <summary>The tree of actors.</summary>
    public abstract IActorRefProvider Provider { get; }

    /// <summary>The parent of all user actors: <c>/user</c>.</summary>
    public abstract IInternalActorRef Guardian { get; }

    /// <summary>Where relative paths start outside of actors: the root.</summary>
    public abstract IInternalActorRef LookupRoot { get; }

    /// <summary>The parent of the runtime's own actors: <c>/system</c>.</summary>
    public abstract IInternalActorRef SystemGuardian { get; }

    /// <summary>Creates an actor below <c>/system</c>, which lives longer than all user actors.</summary>
    /// <param name="props">What to create.</param>
    /// <param name="name">The name; null to have one made up.</param>
    public abstract IActorRef SystemActorOf(Props props, string? name = null);

    /// <summary>Creates an actor below <c>/system</c>, which lives longer than all user actors.</summary>
    /// <typeparam name="TActor">The type of the actor.</typeparam>
    /// <param name="name">The name; null to have one made up.</param>
    public abstract IActorRef SystemActorOf<TActor>(string? name = null)
        where TActor : ActorBase, new();

    /// <summary>Stops the system without coordinated shutdown.</summary>
    public abstract void Abort();

    /// <summary>Stops the system without coordinated shutdown; completes when it has stopped.</summary>
    internal abstract Task FinalTerminate();
}
