using System.Diagnostics.CodeAnalysis;
using Akka.Actor;
using Akka.Util;

namespace Akka.TestKit;

// A probe can stand wherever an actor reference can: all of it is passed on to the probe's actor.
[SuppressMessage("Design", "CA1036", Justification = "Ordered for sorting only, as every actor reference.")]
public partial class TestProbe : IActorRef
{
    ActorPath IActorRef.Path => TestActor.Path;

    void ICanTell.Tell(object message, IActorRef sender) => TestActor.Tell(message, sender);

    bool IEquatable<IActorRef>.Equals(IActorRef? other) => TestActor.Equals(other);

    int IComparable<IActorRef>.CompareTo(IActorRef? other) => TestActor.CompareTo(other);

    int IComparable.CompareTo(object? obj) => TestActor.CompareTo(obj);

    ISurrogate ISurrogated.ToSurrogate(ActorSystem system) => TestActor.ToSurrogate(system);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => TestActor.Equals(obj);

    /// <inheritdoc/>
    public override int GetHashCode() => TestActor.GetHashCode();
}
