using System.Net;
using Benchmarks.Arbiter;
using Benchmarks.Processes;

namespace Benchmarks.Hostile;

/// <summary>The server that a scenario is played against.</summary>
/// <param name="Server">The server.</param>
/// <param name="Idle">What its process held open before the scenario began.</param>
/// <param name="Patience">Cancelled when the scenario takes too long, or is interrupted.</param>
internal sealed record Target(ServerProcess Server, ProcessUsage Idle, CancellationToken Patience)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    public IPEndPoint Classic => Server.Classic;

    public IPEndPoint Greeting => Server.Greeting;

    public IPEndPoint Echo => Server.Echo;

    /// <summary>Waits until the server holds a number of connections that satisfies <paramref name="wanted"/>.</summary>
    /// <remarks>The well-behaved pair that plays beside the scenario counts as well: at most <see cref="Bystanders.MostConnections"/>.</remarks>
    public async Task ConnectionsAsync(Func<int, bool> wanted)
    {
        while (!wanted(ProcessUsage.Of(Server.Id).Descriptors - Idle.Descriptors))
            await Task.Delay(BetweenLooks, Patience).ConfigureAwait(false);
    }
}
