using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;

namespace Akka.TestKit.Internal;

/// <summary>Makes the systems that tests run in.</summary>
internal static class TestSystem
{
    public static Config DefaultConfig { get; } =
        ConfigurationFactory.FromResource<TestKitBase>("Akka.TestKit.reference.conf");

    public static Config FullDebugConfig { get; } = ConfigurationFactory.ParseString("""
        akka {
          loglevel = DEBUG
          stdout-loglevel = DEBUG
          log-dead-letters = on
          log-dead-letters-during-shutdown = on
          actor.debug {
            receive = on
            autoreceive = on
            lifecycle = on
            event-stream = on
            unhandled = on
          }
        }
        """);

    public static ActorSystemSetup SetupOf(Config config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(config));
    }

    public static ActorSystem Create(string name, ActorSystemSetup setup)
    {
        var bootstrap = setup.Get<BootstrapSetup>();
        return ActorSystem.Create(name, setup.WithSetup(
            (bootstrap.HasValue ? bootstrap.Value : BootstrapSetup.Create()).WithConfigFallback(DefaultConfig)));
    }

    /// <summary>Gives the test kit's settings to a system that may have been made without them.</summary>
    public static ActorSystem Prepare(ActorSystem system)
    {
        system.Settings.InjectTopLevelFallback(DefaultConfig);
        return system;
    }

    public static IActorRef StartSystemActor(ActorSystem system, Props props, string name) =>
        ((ExtendedActorSystem)system).SystemActorOf(props, name);
}
