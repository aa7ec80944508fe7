using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.DependencyInjection;
using Akka.Hosting.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting;

/// <summary>
/// Collects what a hosted <see cref="ActorSystem"/> is made of: configuration, setups, actors and startup tasks. It is
/// read when the system is created and started; later changes have no effect.
/// </summary>
public sealed class AkkaConfigurationBuilder
{
    private readonly string _systemName;
    private readonly List<Setup> _setups = [];
    private readonly List<ActorStarterWithResolver> _actorStarters = [];
    private readonly List<StartupTask> _startupTasks = [];
    private Config _configuration = ConfigurationFactory.Empty;

    internal AkkaConfigurationBuilder(string systemName) => _systemName = systemName;

    /// <summary>Adds a task to run after every actor starter, in the order the tasks were added.</summary>
    /// <param name="startupTask">The task. If it throws, the host's start fails with that exception.</param>
    public AkkaConfigurationBuilder AddStartup(Action<ActorSystem, IActorRegistry> startupTask)
    {
        ArgumentNullException.ThrowIfNull(startupTask);
        return AddStartup((system, registry) =>
        {
            startupTask(system, registry);
            return Task.CompletedTask;
        });
    }

    /// <inheritdoc cref="AddStartup(Action{ActorSystem, IActorRegistry})"/>
    public AkkaConfigurationBuilder AddStartup(StartupTask startupTask)
    {
        ArgumentNullException.ThrowIfNull(startupTask);
        _startupTasks.Add(startupTask);
        return this;
    }

    internal AkkaConfigurationBuilder AddActors(ActorStarterWithResolver actorStarter)
    {
        _actorStarters.Add(actorStarter);
        return this;
    }

    internal AkkaConfigurationBuilder AddConfiguration(Config added, HoconAddMode mode)
    {
        _configuration = mode switch
        {
            HoconAddMode.Append => _configuration.WithFallback(added),
            HoconAddMode.Prepend => added.WithFallback(_configuration),
            HoconAddMode.Replace => added,
            _ => throw new ArgumentOutOfRangeException(
                nameof(mode), mode, $"Use {nameof(HoconAddMode.Append)}, {nameof(HoconAddMode.Prepend)} or " +
                                    $"{nameof(HoconAddMode.Replace)}."),
        };
        return this;
    }

    internal AkkaConfigurationBuilder AddSetup(Setup setup)
    {
        // The builder makes the one bootstrap setup itself, so a foreign one only contributes its configuration.
        if (setup is BootstrapSetup bootstrap)
            return bootstrap.Config.HasValue ? AddConfiguration(bootstrap.Config.Value, HoconAddMode.Prepend) : this;

        _setups.Add(setup);
        return this;
    }

    internal ActorSystem CreateSystem(IServiceProvider services)
    {
        // Of two setups of one type the later counts: an added logger factory over the host's, and the host's services
        // over any others.
        List<Setup> setups = [BootstrapSetup.Create().WithConfig(_configuration)];
        if (services.GetService<ILoggerFactory>() is { } loggerFactory)
            setups.Add(new LoggerFactorySetup(loggerFactory));
        setups.AddRange(_setups);
        setups.Add(DependencyResolverSetup.Create(services));

        return ActorSystem.Create(_systemName, ActorSystemSetup.Create([.. setups]));
    }

    internal async Task StartAsync(ActorSystem system)
    {
        var registry = ActorRegistry.For(system);
        var resolver = DependencyResolver.For(system).Resolver;

        foreach (var startActors in _actorStarters)
            await startActors(system, registry, resolver);
        foreach (var startup in _startupTasks)
            await startup(system, registry);
    }
}
