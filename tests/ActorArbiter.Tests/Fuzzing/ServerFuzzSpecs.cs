using System.Globalization;
using System.Net;
using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Tests.Process;
using ActorArbiter.Tests.RawTcp;
using TestSupport;

namespace ActorArbiter.Tests.Fuzzing;

/// <summary>
/// Whatever clients send, the server answers the others, keeps nothing of those who left, and ends in order.
/// </summary>
public sealed class ServerFuzzSpecs
{
    private const int Inputs = 10_000;
    private const int WarmUp = 1_000;
    private const int Lanes = 16;
    private const int MaxOpenRounds = 200;
    private const int MaxGrowthKibibytes = 96 * 1024;

    private static readonly string Settings = string.Create(CultureInfo.InvariantCulture, $"""
        arbiter.round-timeout = 2s
        arbiter.seat-hold = 100ms
        arbiter.linger = 100ms
        arbiter.decided-rounds = 1000
        arbiter.max-open-rounds = {MaxOpenRounds}
        """);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public Task Ten_thousand_inputs_leave_no_trace() => RandomRun.PlayAsync(async seed =>
    {
        var config = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(config, Settings);
        try
        {
            using var server = await ArbiterProcess.StartAsync("--port", "0", "--quiet", "--config", config);
            await PlayAsync(server, seed);
        }
        finally
        {
            File.Delete(config);
        }
    });

    private static async Task PlayAsync(ArbiterProcess server, int seed)
    {
        await PlayAsync(server.EndPoints[0], "warm-up", seed - 1, WarmUp);
        await NoRoundIsOpenAsync(server.EndPoints[0], "before");
        var sockets = ServerResources.Sockets(server.Id);
        var resident = ServerResources.ResidentKibibytes(server.Id);

        await PlayAsync(server.EndPoints[0], "run", seed, RandomRun.Scaled(Inputs));

        await NoRoundIsOpenAsync(server.EndPoints[0], "after");
        Assert.True(
            SpinWait.SpinUntil(() => ServerResources.Sockets(server.Id) <= sockets, Patience),
            $"{ServerResources.Sockets(server.Id)} sockets are open, {sockets} were before");
        Assert.InRange(ServerResources.ResidentKibibytes(server.Id), 0, resident + MaxGrowthKibibytes);

        server.Send(ProcessSignal.Terminate);
        Assert.Equal(0, await server.ExitCodeAsync());
        Assert.DoesNotContain(await server.Error.Rest(), line => line.Contains("Exception", StringComparison.Ordinal));
    }

    /// <summary>Sends inputs on many connections at a time, beside two sessions that play rounds.</summary>
    private static async Task PlayAsync(IPEndPoint server, string name, int seed, int inputs)
    {
        using var enough = new CancellationTokenSource();
        var bystanders = PlayRoundsAsync(server, name, enough.Token);
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(number =>
            Task.Run(() => new FuzzClients(server, seed, number).PlayAsync(inputs / Lanes))));
        await enough.CancelAsync();
        await bystanders;
    }

    /// <summary>Plays named rounds; each is told as if nobody else were there.</summary>
    private static async Task PlayRoundsAsync(IPEndPoint server, string name, CancellationToken enough)
    {
        using var x = await LineClient.ConnectAsync(server);
        using var y = await LineClient.ConnectAsync(server);
        for (var round = 0; !enough.IsCancellationRequested; round++)
        {
            await x.SendAsync($"JOIN {name}-{round} X\n");
            Assert.Equal($"JOINED {name}-{round} X 1/2", await x.ReadLineAsync());
            await y.SendAsync($"JOIN {name}-{round} Y brief=yes\nSEND Bob\n");
            await x.SendAsync("SEND Alice\n");
            Assert.True(SessionReply.TryParse(await y.ReadLineAsync() ?? "", out var told));
            Assert.Contains(
                Assert.IsType<SessionReply.Verdict>(told).Sentence,
                (string[])["X: Alice received before Y: Bob", "Y: Bob received before X: Alice"]);
            while (await x.ReadLineAsync() != told.ToString())
            {
                // SEATED, READY, RECEIVED and the places.
            }
        }
    }

    /// <summary>Waits until as many rounds can be opened as may be open at once.</summary>
    private static async Task NoRoundIsOpenAsync(IPEndPoint server, string name)
    {
        using var patience = new CancellationTokenSource(Patience);
        for (var attempt = 0; !await CanOpenAllAsync(server, $"{name}-{attempt}"); attempt++)
            Assert.False(patience.IsCancellationRequested, "rounds stay open that nobody is in");
    }

    private static async Task<bool> CanOpenAllAsync(IPEndPoint server, string name)
    {
        var clients = new List<LineClient>();
        try
        {
            for (var round = 0; round < MaxOpenRounds; round++)
            {
                clients.Add(await LineClient.ConnectAsync(server));
                await clients[^1].SendAsync($"JOIN {name}-{round} X\n");
            }

            foreach (var client in clients)
            {
                if (await client.ReadLineAsync() is not { } answer || !answer.StartsWith("JOINED ", StringComparison.Ordinal))
                    return false;
            }

            return true;
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }
}
