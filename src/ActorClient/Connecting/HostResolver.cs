using System.Net;

namespace ActorClient.Connecting;

/// <summary>Finds the addresses of a host; fails, or returns none, if there are none.</summary>
internal delegate Task<IPAddress[]> HostResolver(string host);

/// <summary>The operating system's resolver.</summary>
internal static class HostResolvers
{
    /// <summary>Takes an IP address as it is and asks the operating system for a name.</summary>
    // An async method, so that a name which no resolver would be asked about fails the task.
    public static async Task<IPAddress[]> OperatingSystem(string host) =>
        IPAddress.TryParse(host, out var address) ? [address] : await Dns.GetHostAddressesAsync(host);
}
