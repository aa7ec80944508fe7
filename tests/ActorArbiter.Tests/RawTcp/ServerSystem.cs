using ActorArbiter.CommandLine;
using ActorArbiter.Settings;
using ActorArbiter.StampedTcp;
using ActorArbiter.Transports;
using Akka.Configuration;

namespace ActorArbiter.Tests.RawTcp;

/// <summary>What servers run on that are started in the tests' own process: what the program runs on, but for what is logged.</summary>
internal static class ServerSystem
{
    private const string Silence =
        """
        akka {
          loglevel = OFF
          loggers = ["ActorArbiter.Tests.RawTcp.SilentLogger, ActorArbiter.Tests"]
        }
        """;

    /// <summary>What carries connections in this run: as in the processes that the tests start, the environment says it.</summary>
    public static TransportOptions Transport { get; } = ArbiterSettings.Read(SettingsLoader.Load(
        ArbiterSettings.Schema, configFile: null, SettingsLoader.ProcessEnvironment(), commandLine: [])).Transport;

    /// <summary>The settings of an actor system with a transport.</summary>
    /// <param name="transport">The transport.</param>
    /// <param name="changes">HOCON that is stronger than all others.</param>
    public static Config ConfigFor(TransportOptions transport, string changes = "") =>
        ConfigurationFactory.ParseString(changes)
            .WithFallback(ConfigurationFactory.ParseString(Silence))
            .WithFallback(transport.ActorSystemSettings)
            .WithFallback(ArbiterSettings.Schema.Defaults)
            .WithFallback(StampedTcpExtension.DefaultConfiguration());
}
