using ActorArbiter.Protocol;
using ActorArbiter.Settings;
using ActorClient.Conversation;

namespace ActorClient.CommandLine;

/// <summary>The settings of hocon/client.conf.</summary>
internal static class ClientSettings
{
    /// <summary>Where the server listens.</summary>
    public const string Host = "client.host";

    /// <summary>Its TCP port.</summary>
    public const string Port = "client.port";

    /// <summary>Whether to wait for a greeting.</summary>
    public const string Greeting = "client.greeting";

    /// <summary>The longest the conversation may take.</summary>
    public const string Timeout = "client.timeout";

    private const string ConnectWait = "client.connect-wait";
    private const string RetryMin = "client.retry-min";
    private const string RetryMax = "client.retry-max";

    /// <summary>Every setting with its default.</summary>
    public static SettingsSchema Schema { get; } =
        SettingsSchema.FromResource(typeof(ClientSettings).Assembly, "client.conf", "client", "ARBITER_CLIENT__");

    /// <summary>Where the server is and how long to try.</summary>
    /// <exception cref="SettingsException">A value is not what it should be.</exception>
    public static ArbiterClientOptions ReadConnection(SettingsReader settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var options = new ArbiterClientOptions
        {
            Host = settings.OptionalText(Host) ?? throw settings.Wrong(Host, "a host name or an address"),
            Port = settings.Port(Port),
            Timeout = settings.Duration(Timeout),
            ConnectWait = settings.Duration(ConnectWait),
            RetryMin = settings.Duration(RetryMin),
            RetryMax = settings.Duration(RetryMax),
        };
        return options.RetryMin <= options.RetryMax
            ? options
            : throw settings.Wrong(RetryMin, $"at most {RetryMax}, {Durations.Format(options.RetryMax)}");
    }

    /// <summary>The options of a conversation that sends <paramref name="message"/>.</summary>
    /// <exception cref="SettingsException">A value is not what it should be.</exception>
    public static ClientOptions Read(SettingsReader settings, ClientMessage message) =>
        new(ReadConnection(settings), message) { Greeting = settings.Flag(Greeting) };
}
