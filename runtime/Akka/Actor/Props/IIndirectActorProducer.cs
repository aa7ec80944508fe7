namespace Akka.Actor;

/// <summary>Creates actors in its own way, for example by dependency injection. Called by many threads at once.</summary>
public interface IIndirectActorProducer
{
    /// <summary>The type of the actors.</summary>
    Type ActorType { get; }

    /// <summary>Creates an instance; called for a new actor and again at each restart.</summary>
    ActorBase Produce();

    /// <summary>Called when an instance is no longer used.</summary>
    /// <param name="actor">The instance.</param>
    void Release(ActorBase actor);
}
