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

    /// <summary>The longest a conversation, a claim or a question may take.</summary>
    public const string Timeout = "client.timeout";

    /// <summary>The longest a named round may take.</summary>
    public const string RoundTimeout = "client.round-timeout";

    /// <summary>The longest a round is watched.</summary>
    public const string WatchTimeout = "client.watch-timeout";

    private const string ConnectWait = "client.connect-wait";
    private const string RetryMin = "client.retry-min";
    private const string RetryMax = "client.retry-max";

    /// <summary>Every setting with its default.</summary>
    public static SettingsSchema Schema { get; } =
        SettingsSchema.FromResource(typeof(ClientSettings).Assembly, "client.conf", "client", "ARBITER_CLIENT__");

    /// <summary>Where the server is and how long to try.</summary>
    /// <param name="settings">All settings.</param>
    /// <param name="timeout">The setting that says how long it may take.</param>
    /// <exception cref="SettingsException">A value is not what it should be.</exception>
    public static ArbiterClientOptions ReadConnection(SettingsReader settings, string timeout = Timeout)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var options = new ArbiterClientOptions
        {
            Host = settings.OptionalText(Host) ?? throw settings.Wrong(Host, "a host name or an address"),
            Port = settings.Port(Port),
            Timeout = timeout == WatchTimeout ? DurationOrOff(settings, timeout) : settings.Duration(timeout),
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

    private static TimeSpan DurationOrOff(SettingsReader settings, string path) => settings.Parsed(
        path,
        $"off, or {Durations.Grammar}",
        (string text, out TimeSpan value) =>
        {
            value = System.Threading.Timeout.InfiniteTimeSpan;
            return text == "off" || Durations.TryParse(text, out value);
        });
}
