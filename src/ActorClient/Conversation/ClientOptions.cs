using ActorArbiter.Protocol;

namespace ActorClient.Conversation;

/// <summary>One conversation with a server: where it is, what to say, how long to try.</summary>
public sealed record ClientOptions
{
    /// <summary>What to send.</summary>
    public required ClientMessage Message { get; init; }

    /// <summary>The server: a host name or an IP address.</summary>
    public required string Host { get; init; }

    /// <summary>The server's TCP port, 1 to 65535.</summary>
    public required int Port { get; init; }

    /// <summary>
    /// Whether to wait for the server's greeting and to send as the contender that it names; without it the message is
    /// sent at once.
    /// </summary>
    public bool Greeting { get; init; }

    /// <summary>The longest that the whole conversation may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>The longest that connecting may take, new tries included, if <see cref="Timeout"/> allows.</summary>
    public required TimeSpan ConnectWait { get; init; }

    /// <summary>The pause before the first new try to connect; each is twice the one before.</summary>
    public required TimeSpan RetryMin { get; init; }

    /// <summary>The longest pause between tries to connect.</summary>
    public required TimeSpan RetryMax { get; init; }

    /// <summary>The server as people write it: <c>127.0.0.1:12000</c>, <c>[::1]:12000</c>.</summary>
    public string Server => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
