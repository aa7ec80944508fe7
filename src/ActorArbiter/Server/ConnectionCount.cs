using System.Globalization;
using System.Net;
using ActorArbiter.Protocol;

namespace ActorArbiter.Server;

/// <summary>Counts the connections of a listener against its limits.</summary>
internal sealed class ConnectionCount(LimitOptions limits)
{
    private readonly Dictionary<IPAddress, int> _perAddress = [];

    public int Total { get; private set; }

    /// <summary>Counts a connection, unless a limit is reached: then the result says which.</summary>
    public ErrorReply? Add(IPAddress address)
    {
        var fromAddress = _perAddress.GetValueOrDefault(address);
        if (Total >= limits.MaxConnections)
            return Busy($"open connections are limited to {limits.MaxConnections}");
        if (fromAddress >= limits.MaxConnectionsPerAddress)
            return Busy($"open connections from {address} are limited to {fromAddress}");
        if (limits.MaxConnectionsPerAddress is not null)
            _perAddress[address] = fromAddress + 1;
        Total++;
        return null;
    }

    /// <summary>A connection that was counted is closed.</summary>
    /// <param name="address">Where it came from; needed only if the connections of an address are limited.</param>
    public void Remove(IPAddress? address)
    {
        Total--;
        if (address is null || !_perAddress.TryGetValue(address, out var fromAddress))
            return;
        if (fromAddress > 1)
            _perAddress[address] = fromAddress - 1;
        else
            _perAddress.Remove(address);
    }

    private static ErrorReply Busy(FormattableString reason) =>
        new(ErrorCodes.Busy, $"{reason.ToString(CultureInfo.InvariantCulture)}; try again later");
}
