using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.DependencyInjection;

/// <summary>Resolves from an <see cref="IServiceProvider"/>.</summary>
internal sealed class ServiceProviderDependencyResolver : IDependencyResolver
{
    private readonly IServiceProvider _services;

    public ServiceProviderDependencyResolver(IServiceProvider services) => _services = services;

    public T? GetService<T>() => _services.GetService<T>();

    public object? GetService(Type type) => _services.GetService(type);

    public Props Props<T>(params object[] args) where T : ActorBase => Props(typeof(T), args);

    public Props Props(Type type, params object[] args)
    {
        if (!typeof(ActorBase).IsAssignableFrom(type))
            throw new ArgumentException(
                $"{type} is not an actor: it must derive from {typeof(ActorBase)}.", nameof(type));
        return Actor.Props.CreateBy(new ServiceProviderActorProducer(_services, type, args));
    }
}
