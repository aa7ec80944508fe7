using ActorArbiter.Settings;
using ActorClient.CommandLine;

namespace ActorClient;

/// <summary>Where the server is and how long to try.</summary>
public record ArbiterClientOptions
{
    private static readonly Lazy<ArbiterClientOptions> Embedded = new(() => ClientSettings.ReadConnection(
        SettingsLoader.Load(ClientSettings.Schema, configFile: null, new Dictionary<string, string>(), [])));

    /// <summary>The defaults of hocon/client.conf: 127.0.0.1:12000, 30 s in all.</summary>
    public static ArbiterClientOptions Default => Embedded.Value;

    /// <summary>The server: a host name or an IP address.</summary>
    public required string Host { get; init; }

    /// <summary>The server's TCP port, 1 to 65535.</summary>
    public required int Port { get; init; }

    /// <summary>
    /// The longest that one thing may take from the first try to connect to its end, new connections included: a
    /// participation, a claim, a watch or a question; 1 ms to 24 h, or <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>
    /// for no limit.
    /// </summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>
    /// The longest that the first connection may take, new tries included, if <see cref="Timeout"/> allows. A connection that
    /// was lost is tried again until <see cref="Timeout"/>. 1 ms to 24 h.
    /// </summary>
    public required TimeSpan ConnectWait { get; init; }

    /// <summary>
    /// The pause before the first new try to connect, 1 ms or more; each is twice the one before, less up to half by chance.
    /// </summary>
    public required TimeSpan RetryMin { get; init; }

    /// <summary>The longest pause between tries to connect: <see cref="RetryMin"/> to 24 h.</summary>
    public required TimeSpan RetryMax { get; init; }

    /// <summary>The server as people write it: <c>127.0.0.1:12000</c>, <c>[::1]:12000</c>.</summary>
    public string Server => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
