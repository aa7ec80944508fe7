namespace Akka.Actor;

/// <summary>The reference of no actor: what is told to it vanishes.</summary>
public sealed class Nobody : MinimalActorRef
{
    /// <summary>The one instance.</summary>
    public static readonly Nobody Instance = new();

    private Nobody() => Path = new RootActorPath(Address.AllSystems, "/Nobody");

    /// <inheritdoc/>
    public override ActorPath Path { get; }

    /// <summary>Not supported: nobody belongs to no system.</summary>
    public override IActorRefProvider Provider => throw new NotSupportedException("Nobody does not provide");
}
