using System.Text;

namespace Benchmarks.Hostile.Scenarios;

/// <summary>Clients that connect and leave at once: closing, resetting, or resetting behind half a line.</summary>
internal sealed class ConnectAndVanish : IScenario
{
    private const int Clients = 9000;
    private const int AtOnce = 16;

    private static readonly byte[] HalfALine = Encoding.ASCII.GetBytes("Client X: Ali");

    public string Name => "connect-and-vanish";

    public async Task<string> RunAsync(Target target)
    {
        var listeners = new[] { target.Classic, target.Greeting, target.Echo };
        await Parallel.ForAsync(
            0,
            Clients,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = target.Patience },
            async (index, _) =>
            {
                using var client = await HostileClient.ConnectAsync(listeners[index % listeners.Length], target.Patience)
                    .ConfigureAwait(false);
                switch (index / listeners.Length % 3)
                {
                    case 1:
                        client.Reset();
                        break;
                    case 2:
                        await client.TrySendAsync(HalfALine).ConfigureAwait(false);
                        client.Reset();
                        break;
                }
            }).ConfigureAwait(false);
        return $"{Clients} clients on three listeners: a third closed, a third reset, a third reset behind half a line";
    }
}
