using Akka.Actor;
using Akka.Configuration;

namespace Akka.IO;

/// <summary>The settings under <c>akka.io.tcp</c>; <c>reference.conf</c> beside this file has their defaults.</summary>
public class TcpSettings
{
    private const string Unlimited = "unlimited";

    private TcpSettings(Config config)
    {
        BatchAcceptLimit = AtLeast(1, config, "batch-accept-limit");
        ReceivedMessageSizeLimit = config.GetString("max-received-message-size") == Unlimited
            ? int.MaxValue
            : AtLeast(1, config, "max-received-message-size");
        WriteCommandsQueueMaxSize = AtLeast(-1, config, "write-commands-queue-max-size");
        ManagementDispatcher = config.GetString("management-dispatcher", "");
        OutgoingSocketForceIpv4 = config.GetBoolean("outgoing-socket-force-ipv4");
        ReceiveTimestamps = TimestampSource(config, "receive-timestamps");

        var registerTimeout = config.GetTimeSpan("register-timeout");
        RegisterTimeout = registerTimeout > TimeSpan.Zero ? registerTimeout : null;
    }

    /// <summary>How many connections a listener accepts before it lets other actors run.</summary>
    public int BatchAcceptLimit { get; }

    /// <summary>How long a new connection waits for <see cref="Tcp.Register"/>; null for ever.</summary>
    public TimeSpan? RegisterTimeout { get; }

    /// <summary>The most bytes in one <see cref="Tcp.Received"/>.</summary>
    public int ReceivedMessageSizeLimit { get; }

    /// <summary>The most bytes that a connection holds until the kernel takes them; -1 without a limit.</summary>
    public int WriteCommandsQueueMaxSize { get; }

    /// <summary>The dispatcher of the manager and the listeners.</summary>
    public string ManagementDispatcher { get; }

    /// <summary>Whether <see cref="Tcp.Connect"/> uses IPv4 addresses only.</summary>
    public bool OutgoingSocketForceIpv4 { get; }

    /// <summary>
    /// What timestamps a <see cref="Tcp.Received"/> carries, where the system has them. An extension of the bundled runtime:
    /// Akka.NET 1.5.30 does not have it.
    /// </summary>
    public Tcp.ReceiveTimestampSource ReceiveTimestamps { get; }

    /// <summary>The settings of an actor system.</summary>
    /// <exception cref="ConfigurationException">A setting is missing or makes no sense.</exception>
    public static TcpSettings Create(ActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return Create(system.Settings.Config.GetConfig("akka.io.tcp"));
    }

    /// <summary>The settings in a section that has all of them.</summary>
    /// <exception cref="ConfigurationException">A setting is missing or makes no sense.</exception>
    public static TcpSettings Create(Config? config) =>
        config is null || config.IsEmpty
            ? throw new ConfigurationException("The configuration has no section akka.io.tcp.")
            : new TcpSettings(config);

    private static int AtLeast(int least, Config config, string key)
    {
        var value = config.HasPath(key)
            ? config.GetInt(key)
            : throw new ConfigurationException($"akka.io.tcp.{key} is missing.");
        return value >= least
            ? value
            : throw new ConfigurationException($"akka.io.tcp.{key} = {value}: it must be at least {least}.");
    }

    // Sections written for Akka.NET do not have it.
    private static Tcp.ReceiveTimestampSource TimestampSource(Config config, string key) =>
        config.GetString(key, "kernel") switch
        {
            "kernel" => Tcp.ReceiveTimestampSource.Kernel,
            "clock" => Tcp.ReceiveTimestampSource.Clock,
            "off" => Tcp.ReceiveTimestampSource.None,
            var value => throw new ConfigurationException($"akka.io.tcp.{key} = {value}: it must be kernel, clock or off."),
        };
}
