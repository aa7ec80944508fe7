using Akka.Actor.Setup;
using Akka.Configuration;

namespace Akka.Actor;

/// <summary>The settings of an actor system.</summary>
public class Settings
{
    private readonly Config _userConfig;
    private Config _fallback;

    /// <summary>Reads the settings.</summary>
    /// <param name="system">The system.</param>
    /// <param name="config">Its configuration; the defaults are added below it.</param>
    public Settings(ActorSystem system, Config config)
        : this(system, config, ActorSystemSetup.Empty)
    {
    }

    /// <summary>Reads the settings.</summary>
    /// <param name="system">The system.</param>
    /// <param name="config">Its configuration; the defaults are added below it.</param>
    /// <param name="setup">The setups it was created with.</param>
    /// <exception cref="ConfigurationException">Something is wrong in the configuration.</exception>
    public Settings(ActorSystem system, Config? config, ActorSystemSetup setup)
    {
        System = system;
        Setup = setup;
        _userConfig = config ?? ConfigurationFactory.Empty;
        _fallback = ReferenceConfig.Instance;
        Config = _userConfig.SafeWithFallback(_fallback)!;

        LogLevel = Config.GetString("akka.loglevel", "");
        StdoutLogLevel = Config.GetString("akka.stdout-loglevel", "");
        AskTimeout = Config.GetTimeSpan("akka.actor.ask-timeout");
        SupervisorStrategyClass = Config.GetString("akka.actor.guardian-supervisor-strategy", "");
        DebugAutoReceive = Config.GetBoolean("akka.actor.debug.autoreceive");
        DebugLifecycle = Config.GetBoolean("akka.actor.debug.lifecycle");
        SchedulerClass = Config.GetString("akka.scheduler.implementation", "");
        CoordinatedShutdownTerminateActorSystem = Config.GetBoolean("akka.coordinated-shutdown.terminate-actor-system");
        CoordinatedShutdownRunByActorSystemTerminate =
            Config.GetBoolean("akka.coordinated-shutdown.run-by-actor-system-terminate");
        if (CoordinatedShutdownRunByActorSystemTerminate && !CoordinatedShutdownTerminateActorSystem)
        {
            throw new ConfigurationException(
                "akka.coordinated-shutdown.run-by-actor-system-terminate=on and "
                + "akka.coordinated-shutdown.terminate-actor-system=off is not a supported configuration combination.");
        }
    }

    /// <summary>The system.</summary>
    public ActorSystem System { get; }

    /// <summary>The setups the system was created with.</summary>
    public ActorSystemSetup Setup { get; }

    /// <summary>The whole configuration: the user's, below it what extensions added, below that the defaults.</summary>
    public Config Config { get; private set; }

    /// <summary>The level from which on the loggers get log events: <c>akka.loglevel</c>.</summary>
    public string LogLevel { get; }

    /// <summary>The level from which on log events are written to the console while there are no loggers.</summary>
    public string StdoutLogLevel { get; }

    /// <summary>How long an Ask waits that names no timeout.</summary>
    public TimeSpan AskTimeout { get; }

    /// <summary>The type of the configurator of the strategy of <c>/user</c>.</summary>
    public string SupervisorStrategyClass { get; }

    /// <summary>Whether messages that the runtime handles itself are logged.</summary>
    public bool DebugAutoReceive { get; }

    /// <summary>Whether the starts, restarts and stops of actors are logged.</summary>
    public bool DebugLifecycle { get; }

    /// <summary>The type of the scheduler.</summary>
    public string SchedulerClass { get; }

    /// <summary>Whether coordinated shutdown terminates the system.</summary>
    public bool CoordinatedShutdownTerminateActorSystem { get; }

    /// <summary>Whether terminating the system runs coordinated shutdown.</summary>
    public bool CoordinatedShutdownRunByActorSystemTerminate { get; }

    /// <summary>Adds the defaults of an extension: below the user's configuration, above those of the runtime.</summary>
    /// <param name="config">The defaults.</param>
    public void InjectTopLevelFallback(Config config)
    {
        _fallback = config.SafeWithFallback(_fallback)!;
        Config = _userConfig.SafeWithFallback(_fallback)!;
    }

    /// <inheritdoc/>
    public override string ToString() => Config.ToString(includeFallback: true);
}
