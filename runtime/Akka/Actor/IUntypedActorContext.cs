namespace Akka.Actor;

/// <summary>The context of an <see cref="UntypedActor"/>.</summary>
public interface IUntypedActorContext : IActorContext
{
    /// <summary>Replaces the behaviour, from the next message on.</summary>
    /// <param name="receive">The new behaviour.</param>
    void Become(UntypedReceive receive);

    /// <summary>Puts a behaviour on top of the present one, from the next message on.</summary>
    /// <param name="receive">The new behaviour.</param>
    void BecomeStacked(UntypedReceive receive);
}
