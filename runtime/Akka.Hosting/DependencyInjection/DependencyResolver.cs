using Akka.Actor;
using Akka.Configuration;

namespace Akka.DependencyInjection;

/// <summary>The extension that gives an actor system its <see cref="IDependencyResolver"/>.</summary>
public sealed class DependencyResolver : IExtension
{
    /// <param name="resolver">The resolver to hold.</param>
    public DependencyResolver(IDependencyResolver resolver) => Resolver = resolver;

    /// <summary>The resolver; in a hosted system, over the host's services.</summary>
    public IDependencyResolver Resolver { get; }

    /// <summary>The extension of <paramref name="actorSystem"/>.</summary>
    /// <exception cref="ConfigurationException">
    /// The system was created without a <see cref="DependencyResolverSetup"/>.
    /// </exception>
    public static DependencyResolver For(ActorSystem actorSystem) =>
        actorSystem.WithExtension<DependencyResolver, DependencyResolverExtension>();

    /// <inheritdoc cref="IDependencyResolver.Props{T}(object[])"/>
    public Props Props<T>(params object[] args) where T : ActorBase => Resolver.Props<T>(args);

    /// <inheritdoc cref="IDependencyResolver.Props(Type, object[])"/>
    public Props Props(Type type, params object[] args) => Resolver.Props(type, args);
}
