using System.Text;
using Akka.Configuration;
using Akka.Hosting;

namespace ActorArbiter.StampedTcp;

/// <summary>Stamped TCP for Akka.Hosting.</summary>
public static class StampedTcpHosting
{
    /// <summary>Adds the settings of stamped TCP to an actor system.</summary>
    /// <param name="builder">The actor system's.</param>
    /// <param name="configure">What else to change; nothing unless given.</param>
    public static AkkaConfigurationBuilder WithStampedTcp(this AkkaConfigurationBuilder builder, Action<StampedTcpSetup>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var setup = new StampedTcpSetup();
        configure?.Invoke(setup);
        return builder
            .AddHocon(StampedTcpExtension.DefaultConfiguration(), HoconAddMode.Append)
            .AddHocon(ConfigurationOf(setup), HoconAddMode.Prepend);
    }

    /// <summary>What a setup changes, for actor systems that are made without a host.</summary>
    public static Config ConfigurationOf(StampedTcpSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var changes = new StringBuilder();
        if (setup.IsDefaultDispatcher)
            changes.AppendLine($"akka.actor.default-dispatcher.type = \"{NameOf(typeof(EventLoopDispatcherConfigurator))}\"");
        if (setup.IsDefaultDispatcher)
            changes.AppendLine("akka.actor.default-dispatcher.throughput = 1");
        if (setup.HasLightMailboxes)
            changes.AppendLine($"akka.actor.default-mailbox.mailbox-type = \"{NameOf(typeof(LightMailbox))}\"");
        if (setup.HasQuietScheduler)
            changes.AppendLine($"akka.scheduler.implementation = \"{NameOf(typeof(QuietScheduler))}\"");
        return ConfigurationFactory.ParseString(changes.ToString());
    }

    private static string NameOf(Type type) => $"{type.FullName}, {type.Assembly.GetName().Name}";
}
