namespace Akka.Actor;

/// <summary>
/// The handle of an actor: the only way to reach it. References are equal if they mean the same incarnation at the same path.
/// They stay usable after the actor stopped; messages then go to dead letters.
/// </summary>
public interface IActorRef : ICanTell, IEquatable<IActorRef>, IComparable<IActorRef>, IComparable
{
    /// <summary>The actor's place in its system.</summary>
    ActorPath Path { get; }
}
