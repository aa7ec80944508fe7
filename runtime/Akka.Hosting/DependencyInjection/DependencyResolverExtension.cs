using Akka.Actor;
using Akka.Configuration;

namespace Akka.DependencyInjection;

/// <summary>Takes the resolver from the system's <see cref="DependencyResolverSetup"/>.</summary>
public sealed class DependencyResolverExtension : ExtensionIdProvider<DependencyResolver>
{
    /// <inheritdoc/>
    public override DependencyResolver CreateExtension(ExtendedActorSystem system)
    {
        var setup = system.Settings.Setup.Get<DependencyResolverSetup>();
        if (!setup.HasValue)
            throw new ConfigurationException(
                $"The actor system '{system.Name}' has no services to inject. Start it with AddAkka in a host, or " +
                $"add a {nameof(DependencyResolverSetup)} to the setup it is created with.");
        return new DependencyResolver(setup.Value.DependencyResolver);
    }
}
