namespace Akka.Actor;

/// <summary>
/// Where an actor system lives: <c>protocol://system</c> for a local one, <c>protocol://system@host:port</c> otherwise.
/// </summary>
public sealed class Address : IEquatable<Address>, IComparable<Address>, IComparable
{
    /// <summary>The address of no system in particular.</summary>
    public static readonly Address AllSystems = new("akka", "all-systems");

    private string? _text;

    /// <summary>Creates an address.</summary>
    /// <param name="protocol">The scheme, <c>akka</c> for local systems.</param>
    /// <param name="system">The name of the actor system.</param>
    /// <param name="host">The host, or null for a local address.</param>
    /// <param name="port">The port, or null for a local address.</param>
    public Address(string protocol, string system, string? host = null, int? port = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(protocol);
        ArgumentException.ThrowIfNullOrEmpty(system);
        Protocol = protocol;
        System = system;
        Host = host?.ToLowerInvariant();
        Port = port;
    }

    /// <summary>The scheme, <c>akka</c> for local systems.</summary>
    public string Protocol { get; }

    /// <summary>The name of the actor system.</summary>
    public string System { get; }

    /// <summary>The host in lower case; null for a local address.</summary>
    public string? Host { get; }

    /// <summary>The port; null for a local address.</summary>
    public int? Port { get; }

    /// <summary>True if the address names no host and so has a meaning only inside its own process.</summary>
    public bool HasLocalScope => string.IsNullOrEmpty(Host);

    /// <summary>True if the address names a host.</summary>
    public bool HasGlobalScope => !HasLocalScope;

    /// <summary>Compares two addresses by value; null equals null.</summary>
    /// <param name="left">One address.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Address? left, Address? right) => left is null ? right is null : left.Equals(right);

    /// <summary>The opposite of equality by value.</summary>
    /// <param name="left">One address.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Address? left, Address? right) => !(left == right);

    /// <summary>Reads an address such as <c>akka://system</c> or <c>akka://system@host:2552</c>.</summary>
    /// <param name="address">The text; whatever follows the address is ignored.</param>
    /// <exception cref="UriFormatException">The text is no address.</exception>
    public static Address Parse(string address) =>
        TryParse(address, out var parsed)
            ? parsed
            : throw new UriFormatException(
                $"'{address}' is no actor system address; expected akka://system or akka://system@host:port.");

    /// <summary>Reads an address without throwing.</summary>
    /// <param name="path">The text; whatever follows the address is ignored.</param>
    /// <param name="address">The address, if the text starts with one.</param>
    /// <returns>False if the text does not start with an address.</returns>
    public static bool TryParse(
        string path,
        [global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Address? address) =>
        TryParse(path, out address, out _);

    internal static bool TryParse(
        string text,
        [global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Address? address,
        out string rest)
    {
        address = null;
        rest = "";
        var schemeEnd = text.IndexOf("://", StringComparison.Ordinal);
        if (schemeEnd < 0 || !text.StartsWith("akka", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var start = schemeEnd + 3;
        var end = text.IndexOf('/', start);
        if (end < 0)
        {
            end = text.Length;
        }

        rest = text[end..];
        return TryParseAuthority(text[..schemeEnd].ToLowerInvariant(), text[start..end], out address);
    }

    private static bool TryParseAuthority(
        string protocol,
        string authority,
        [global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Address? address)
    {
        address = null;
        var at = authority.IndexOf('@', StringComparison.Ordinal);
        var system = at < 0 ? authority : authority[..at];
        if (system.Length == 0)
        {
            return false;
        }

        if (at < 0)
        {
            address = new Address(protocol, system);
            return true;
        }

        // The last colon: an IPv6 host has colons of its own, inside brackets.
        var host = authority[(at + 1)..];
        var colon = host.LastIndexOf(':');
        if (colon <= 0 || !ushort.TryParse(host[(colon + 1)..], out var port))
        {
            return false;
        }

        address = new Address(protocol, system, host[..colon], port);
        return true;
    }

    /// <summary>The same address with another protocol.</summary>
    /// <param name="protocol">The new scheme.</param>
    public Address WithProtocol(string protocol) => new(protocol, System, Host, Port);

    /// <summary>The same address with another system name.</summary>
    /// <param name="system">The new system name.</param>
    public Address WithSystem(string system) => new(Protocol, system, Host, Port);

    /// <summary>The same address with another host.</summary>
    /// <param name="host">The new host; null makes the address local.</param>
    public Address WithHost(string? host = null) => new(Protocol, System, host, Port);

    /// <summary>The same address with another port.</summary>
    /// <param name="port">The new port.</param>
    public Address WithPort(int? port = null) => new(Protocol, System, Host, port);

    /// <summary>The address without its protocol: <c>system</c> or <c>system@host:port</c>.</summary>
    public string HostPort() => ToString()[(Protocol.Length + 3)..];

    /// <inheritdoc/>
    public bool Equals(Address? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Port == other.Port
            && Host == other.Host
            && System == other.System
            && Protocol == other.Protocol);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Address);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Protocol, System, Host, Port);

    /// <inheritdoc/>
    public int CompareTo(Address? other) => string.CompareOrdinal(ToString(), other?.ToString());

    int IComparable.CompareTo(object? obj) => CompareTo(obj as Address);

    /// <inheritdoc/>
    public override string ToString() =>
        _text ??= (Host, Port) switch
        {
            (null or "", _) => $"{Protocol}://{System}",
            (_, null) => $"{Protocol}://{System}@{Host}",
            _ => $"{Protocol}://{System}@{Host}:{Port}",
        };
}
