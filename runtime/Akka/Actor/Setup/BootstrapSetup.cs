using Akka.Configuration;
using Akka.Util;

namespace Akka.Actor;

/// <summary>The configuration to start an actor system with. Immutable.</summary>
public sealed class BootstrapSetup : Setup.Setup
{
    private BootstrapSetup(Option<Config> config) => Config = config;

    /// <summary>The configuration, if one was given.</summary>
    public Option<Config> Config { get; }

    /// <summary>A setup without a configuration.</summary>
    public static BootstrapSetup Create() => new(Option<Config>.None);

    /// <summary>Sets the configuration.</summary>
    /// <param name="config">The configuration; the defaults are added below it.</param>
    public BootstrapSetup WithConfig(Config config) => With(config);

    /// <summary>Adds a configuration below the present one.</summary>
    /// <param name="config">The configuration.</param>
    public BootstrapSetup WithConfigFallback(Config config) =>
        With(Config.HasValue ? Config.Value.SafeWithFallback(config) : config);

    private static BootstrapSetup With(Config config) => new(new Option<Config>(config));
}
