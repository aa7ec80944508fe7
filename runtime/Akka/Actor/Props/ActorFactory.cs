namespace Akka.Actor;

/// <summary>A way to make actors, shared by all Props that have them made so: what differs is the arguments.</summary>
internal abstract class ActorFactory
{
    internal abstract Type ActorType { get; }

    internal abstract ActorBase Create(object?[] arguments);

    /// <summary>Called when an instance is no longer used.</summary>
    internal virtual void Release(ActorBase actor)
    {
    }
}
