using System.Text;

namespace Benchmarks.Hostile.Scenarios;

/// <summary>
/// Clients that send without a line end and without a pause: all are told that it is too long, and then reset, for they go
/// on.
/// </summary>
internal sealed class EndlessLine : IScenario
{
    private const int Clients = 100;

    private static readonly byte[] Session = Encoding.ASCII.GetBytes("PING\n");
    private static readonly byte[] Part = Encoding.ASCII.GetBytes(new string('x', 16 * 1024));

    public string Name => "endless-line";

    public async Task<string> RunAsync(Target target)
    {
        var clients = await HostileClient.ConnectAllAsync(Enumerable.Repeat(target.Classic, Clients), target.Patience)
            .ConfigureAwait(false);
        try
        {
            var sent = await Task.WhenAll(clients.Select((client, index) => SendAsync(client, isSession: index % 2 == 0)))
                .ConfigureAwait(false);
            return $"{Clients} clients told too-long, the kernels took {sent.Max() / 1024} KiB and less of each";
        }
        finally
        {
            foreach (var client in clients)
                client.Dispose();
        }
    }

    private static async Task<long> SendAsync(HostileClient client, bool isSession)
    {
        var told = client.LastLineAsync();
        if (isSession)
            await client.TrySendAsync(Session).ConfigureAwait(false);
        var sent = 0L;
        while (await client.TrySendAsync(Part).ConfigureAwait(false))
            sent += Part.Length;
        Expect.Error("too-long", await told.ConfigureAwait(false));
        return sent;
    }
}
