using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.Hosting;

/// <summary>Adds an <see cref="ActorSystem"/> to a host and configures it.</summary>
public static class AkkaHostingExtensions
{
    /// <summary>
    /// Adds an <see cref="ActorSystem"/> that starts and stops with the host. The services get the system itself,
    /// <see cref="ActorRegistry"/> with its two interfaces, and <see cref="IRequiredActor{TActor}"/>. A host has one
    /// system: of several calls the last one counts.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="actorSystemName">The system's name, as it appears in actor paths.</param>
    /// <param name="builder">Configures the system; called once, when the system is first needed.</param>
    public static IServiceCollection AddAkka(
        this IServiceCollection services, string actorSystemName, Action<AkkaConfigurationBuilder> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return services.AddAkka(actorSystemName, (configuration, _) => builder(configuration));
    }

    /// <inheritdoc cref="AddAkka(IServiceCollection, string, Action{AkkaConfigurationBuilder})"/>
    /// <param name="services">The host's services.</param>
    /// <param name="actorSystemName">The system's name, as it appears in actor paths.</param>
    /// <param name="builder">
    /// Configures the system with the built services at hand; called once, when the system is first needed.
    /// </param>
    public static IServiceCollection AddAkka(
        this IServiceCollection services,
        string actorSystemName,
        Action<AkkaConfigurationBuilder, IServiceProvider> builder)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(actorSystemName);
        ArgumentNullException.ThrowIfNull(builder);

        services.AddSingleton(provider =>
        {
            var configuration = new AkkaConfigurationBuilder(actorSystemName);
            builder(configuration, provider);
            return configuration;
        });
        services.AddSingleton(provider =>
            provider.GetRequiredService<AkkaConfigurationBuilder>().CreateSystem(provider));
        services.AddSingleton(provider => ActorRegistry.For(provider.GetRequiredService<ActorSystem>()));
        services.AddSingleton<IActorRegistry>(provider => provider.GetRequiredService<ActorRegistry>());
        services.AddSingleton<IReadOnlyActorRegistry>(provider => provider.GetRequiredService<ActorRegistry>());
        services.AddSingleton(typeof(IRequiredActor<>), typeof(RequiredActor<>));

        return services.AddHostedService<AkkaHostedService>();
    }

    /// <summary>Adds HOCON to the system's configuration.</summary>
    /// <param name="builder">The builder to add to.</param>
    /// <param name="hocon">The HOCON; a string converts to it.</param>
    /// <param name="addMode">Its place relative to what was added before.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="addMode"/> is none of the three modes.</exception>
    public static AkkaConfigurationBuilder AddHocon(
        this AkkaConfigurationBuilder builder, Config hocon, HoconAddMode addMode)
    {
        ArgumentNullException.ThrowIfNull(hocon);
        return builder.AddConfiguration(hocon, addMode);
    }

    /// <summary>Adds the HOCON in a file to the system's configuration.</summary>
    /// <param name="builder">The builder to add to.</param>
    /// <param name="hoconFilePath">The file; a relative path starts at the working directory.</param>
    /// <param name="addMode">Its place relative to what was added before.</param>
    /// <exception cref="ConfigurationException">The file, which the error names, is missing or no HOCON.</exception>
    public static AkkaConfigurationBuilder AddHoconFile(
        this AkkaConfigurationBuilder builder, string hoconFilePath, HoconAddMode addMode) =>
        builder.AddHocon(ConfigurationFactory.ParseFile(hoconFilePath), addMode);

    /// <summary>
    /// Adds a setup to the system. One of a type that was added before replaces it; of a <see cref="BootstrapSetup"/>
    /// the configuration is taken, as if prepended.
    /// </summary>
    /// <param name="builder">The builder to add to.</param>
    /// <param name="setup">The setup.</param>
    public static AkkaConfigurationBuilder AddSetup(this AkkaConfigurationBuilder builder, Setup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return builder.AddSetup(setup);
    }

    /// <summary>Adds a delegate that starts actors once the system runs, in the order of the delegates.</summary>
    /// <param name="builder">The builder to add to.</param>
    /// <param name="actorStarter">The delegate. If it throws, the host's start fails with that exception.</param>
    public static AkkaConfigurationBuilder WithActors(
        this AkkaConfigurationBuilder builder, Action<ActorSystem, IActorRegistry> actorStarter)
    {
        ArgumentNullException.ThrowIfNull(actorStarter);
        return builder.WithActors((system, registry, _) => actorStarter(system, registry));
    }

    /// <inheritdoc cref="WithActors(AkkaConfigurationBuilder, Action{ActorSystem, IActorRegistry})"/>
    public static AkkaConfigurationBuilder WithActors(
        this AkkaConfigurationBuilder builder, Action<ActorSystem, IActorRegistry, IDependencyResolver> actorStarter)
    {
        ArgumentNullException.ThrowIfNull(actorStarter);
        return builder.AddActors((system, registry, resolver) =>
        {
            actorStarter(system, registry, resolver);
            return Task.CompletedTask;
        });
    }

    /// <inheritdoc cref="WithActors(AkkaConfigurationBuilder, Action{ActorSystem, IActorRegistry})"/>
    public static AkkaConfigurationBuilder WithActors(this AkkaConfigurationBuilder builder, ActorStarter actorStarter)
    {
        ArgumentNullException.ThrowIfNull(actorStarter);
        return builder.AddActors((system, registry, _) => actorStarter(system, registry));
    }

    /// <inheritdoc cref="WithActors(AkkaConfigurationBuilder, Action{ActorSystem, IActorRegistry})"/>
    public static AkkaConfigurationBuilder WithActors(
        this AkkaConfigurationBuilder builder, ActorStarterWithResolver actorStarter)
    {
        ArgumentNullException.ThrowIfNull(actorStarter);
        return builder.AddActors(actorStarter);
    }
}
