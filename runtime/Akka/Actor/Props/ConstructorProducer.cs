namespace Akka.Actor;

/// <summary>Creates actors by calling a constructor.</summary>
internal sealed class ConstructorProducer(Type type, ActorConstructor? constructor, object?[] arguments)
    : IIndirectActorProducer
{
    private ActorConstructor? _constructor = constructor;

    public Type ActorType => type;

    public ActorBase Produce() => (_constructor ??= ActorConstructor.For(type, arguments)).Invoke(arguments);

    public void Release(ActorBase actor)
    {
        // Nothing but the actor itself was made.
    }
}
