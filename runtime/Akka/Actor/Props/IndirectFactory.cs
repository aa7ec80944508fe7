namespace Akka.Actor;

/// <summary>Leaves the making of actors to a producer given by a user, which has its own arguments.</summary>
internal sealed class IndirectFactory(IIndirectActorProducer producer) : ActorFactory
{
    internal override Type ActorType => producer.ActorType;

    internal override ActorBase Create(object?[] arguments) => producer.Produce();

    internal override void Release(ActorBase actor) => producer.Release(actor);
}
