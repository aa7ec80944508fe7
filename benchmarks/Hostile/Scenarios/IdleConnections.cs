using Benchmarks.Processes;

namespace Benchmarks.Hostile.Scenarios;

/// <summary>Clients that connect, say nothing, and stay for a while.</summary>
/// <param name="wanted">How many, if the limits of open files allow.</param>
internal sealed class IdleConnections(int wanted) : IScenario
{
    /// <summary>Descriptors that both processes need for other things.</summary>
    private const int Reserve = 400;

    private static readonly TimeSpan Stay = TimeSpan.FromSeconds(5);

    public string Name => "idle";

    public async Task<string> RunAsync(Target target)
    {
        // .NET raises the soft limit to the hard one as it starts, in both processes.
        var limit = Math.Min(
            ProcessUsage.DescriptorLimit(target.Server.Id), ProcessUsage.DescriptorLimit(Environment.ProcessId));
        var count = (int)Math.Min(wanted, Math.Max(0, limit - Reserve));
        var clients = await HostileClient.ConnectAllAsync(
                Enumerable.Range(0, count).Select(number => number % 2 == 0 ? target.Classic : target.Echo), target.Patience)
            .ConfigureAwait(false);
        try
        {
            await target.ConnectionsAsync(open => open >= count).ConfigureAwait(false);
            await Task.Delay(Stay, target.Patience).ConfigureAwait(false);
            var grown = ProcessUsage.Of(target.Server.Id).PrivateBytes - target.Idle.PrivateBytes;
            var less = count < wanted ? $" (of {wanted}; more do not fit {limit} open files)" : "";
            return FormattableString.Invariant(
                $"{count} connections{less} for {Stay.TotalSeconds:f0} s, {grown / 1024.0 / Math.Max(1, count):f1} KiB each");
        }
        finally
        {
            foreach (var client in clients)
                client.Dispose();
        }
    }
}
