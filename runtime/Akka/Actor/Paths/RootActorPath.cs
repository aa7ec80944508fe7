namespace Akka.Actor;

/// <summary>The root of an actor system's tree: <c>akka://system/</c>.</summary>
public sealed class RootActorPath : ActorPath
{
    /// <summary>Creates the root path of a system.</summary>
    /// <param name="address">The address of the system.</param>
    /// <param name="name">The name of the root, normally empty.</param>
    public RootActorPath(Address address, string name = "")
        : base(null, name, UndefinedUid)
    {
        ArgumentNullException.ThrowIfNull(address);
        Address = address;
    }

    /// <inheritdoc/>
    public override Address Address { get; }
}
