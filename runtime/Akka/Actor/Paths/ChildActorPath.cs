namespace Akka.Actor;

/// <summary>The path of an actor below the root.</summary>
public sealed class ChildActorPath : ActorPath
{
    /// <summary>Creates the path of a child.</summary>
    /// <param name="parentPath">The path of the parent.</param>
    /// <param name="name">The child's name.</param>
    /// <param name="uid">The incarnation; 0 if none is meant in particular.</param>
    public ChildActorPath(ActorPath parentPath, string name, long uid)
        : base(parentPath ?? throw new ArgumentNullException(nameof(parentPath)), name, uid)
    {
    }

    /// <inheritdoc/>
    public override Address Address => Root.Address;
}
