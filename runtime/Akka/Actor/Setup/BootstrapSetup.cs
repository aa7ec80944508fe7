using Akka.Configuration;
using Akka.Util;

namespace Akka.Actor;

/// <summary>The configuration to start an actor system with. Immutable.</summary>
public sealed class BootstrapSetup : Setup.Setup
{
    private BootstrapSetup()
    {
    }

    /// <summary>The configuration, if one was given.</summary>
    public Option<Config> Config { get; private init; }

    /// <summary>A setup without a configuration.</summary>
    public static BootstrapSetup Create() => new();

    /// <summary>Sets the configuration.</summary>
    /// <param name="config">The configuration; the defaults are added below it.</param>
    public BootstrapSetup WithConfig(Config config) => new() { Config = config ?? Config };

    /// <summary>Adds a configuration below the present one.</summary>
    /// <param name="config">The configuration.</param>
    public BootstrapSetup WithConfigFallback(Config config) =>
        WithConfig(Config.HasValue ? Config.Value.SafeWithFallback(config) : config);
}
