using Akka.Actor.Setup;

namespace Akka.DependencyInjection;

/// <summary>Carries the resolver of services into an actor system.</summary>
public sealed class DependencyResolverSetup : Setup
{
    private DependencyResolverSetup(IDependencyResolver dependencyResolver) => DependencyResolver = dependencyResolver;

    /// <summary>The resolver.</summary>
    public IDependencyResolver DependencyResolver { get; }

    /// <summary>A setup that resolves from <paramref name="provider"/>.</summary>
    public static DependencyResolverSetup Create(IServiceProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return new DependencyResolverSetup(new ServiceProviderDependencyResolver(provider));
    }

    /// <summary>A setup that resolves with <paramref name="provider"/>.</summary>
    public static DependencyResolverSetup Create(IDependencyResolver provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return new DependencyResolverSetup(provider);
    }
}
