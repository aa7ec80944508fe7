using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.DependencyInjection;

/// <summary>Creates an actor with the arguments given and, for the others, services.</summary>
internal sealed class ServiceProviderActorProducer : IIndirectActorProducer
{
    private readonly IServiceProvider _services;
    private readonly object[] _args;

    public ServiceProviderActorProducer(IServiceProvider services, Type actorType, object[] args)
    {
        _services = services;
        _args = args;
        ActorType = actorType;
    }

    public Type ActorType { get; }

    public ActorBase Produce() => (ActorBase)ActivatorUtilities.CreateInstance(_services, ActorType, _args);

    public void Release(ActorBase actor)
    {
        // The services belong to their container, not to the actor.
    }
}
