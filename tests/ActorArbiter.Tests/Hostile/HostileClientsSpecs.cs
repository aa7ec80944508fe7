using System.Net.Sockets;
using ActorArbiter.Tests.RawTcp;

namespace ActorArbiter.Tests.Hostile;

/// <summary>
/// Clients that behave badly get what they are due, others are served meanwhile, and no descriptor is left behind. The
/// benchmark <c>hostile</c> does the same at length and weighs the memory as well.
/// </summary>
public sealed class HostileClientsSpecs : IAsyncLifetime
{
    /// <summary>How many files .NET may open for good when something is first used.</summary>
    private const int FilesOpenedOnce = 8;

    private HostServer _server = null!;
    private int _descriptors;

    public async Task InitializeAsync()
    {
        _server = await HostServer.StartAsync("arbiter { line-timeout = 500ms, quiet-time = 1m }");
        _descriptors = _server.Descriptors;
    }

    public Task DisposeAsync()
    {
        _server.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Clients_that_drip_feed_are_told_that_they_are_too_slow()
    {
        var clients = await _server.SendAllAsync(40, "PING\n");
        var told = Task.WhenAll(clients.Select(client => client.ReadToEndAsync()));

        using var drops = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!told.IsCompleted && await drops.WaitForNextTickAsync())
            await Task.WhenAll(clients.Select(client => TrySendAsync(client, "x")));

        Assert.All(await told, text => Assert.StartsWith("PONG\nERROR too-slow ", text, StringComparison.Ordinal));
        await ExpectAllGoneAsync(clients);
    }

    [Fact]
    public async Task Clients_whose_line_never_ends_are_told_and_then_cut()
    {
        var clients = await _server.SendAllAsync(20, "");
        var told = Task.WhenAll(clients.Select(client => client.ReadToEndAsync()));
        var part = new string('x', 4096);

        await Task.WhenAll(clients.Select(async client =>
        {
            while (await TrySendAsync(client, part))
            {
            }
        }));

        Assert.All(await told, text => Assert.StartsWith("ERROR too-long ", text, StringComparison.Ordinal));
        await ExpectAllGoneAsync(clients);
    }

    [Fact]
    public async Task Watchers_that_never_read_are_cut_and_a_contender_does_not_wait_for_them()
    {
        const int Watchers = 10;
        var round = new string('r', 64);
        var comeAndGo = string.Concat(Enumerable.Repeat($"JOIN {round} A of=3\nLEAVE\n", 100));
        var answers = string.Concat(Enumerable.Repeat($"JOINED {round} A 1/3\nLEFT {round}\n", 100));
        using var contender = await _server.SendAsync("PING\n");
        await contender.ExpectAsync("PONG\n");
        var clients = new List<RawClient>();
        for (var i = 0; i < Watchers; i++)
        {
            clients.Add(await RawClient.ConnectAsync(_server.EndPoint, receiveBuffer: 4096));
            await clients[i].SendAsync($"WATCH {round}\n");
        }

        await _server.ConnectionsAsync(open => open == Watchers + 1);
        while (_server.Connections > 1)
        {
            await contender.SendAsync(comeAndGo);
            await contender.ExpectAsync(answers);
        }

        contender.Dispose();
        await ExpectAllGoneAsync(clients);
    }

    [Fact]
    public async Task Sessions_that_ask_and_never_read_are_read_no_further_and_others_are_served()
    {
        const int Most = 64 << 20;
        var questions = string.Concat(Enumerable.Repeat("HELP\n", 10_000));
        var clients = await _server.SendAllAsync(5, "HELP\n");
        var asking = clients.Select(AskAsync).ToArray();

        for (var round = 0; round < 10; round++)
            await _server.ExpectGoodRoundAsync($"beside-{round}");

        await ExpectAllGoneAsync(clients);
        Assert.All(await Task.WhenAll(asking), sent => Assert.True(sent < Most));

        async Task<int> AskAsync(RawClient client)
        {
            var sent = 0;
            while (sent < Most && await TrySendAsync(client, questions))
                sent += questions.Length;
            return sent;
        }
    }

    [Fact]
    public async Task Clients_that_connect_and_vanish_leave_nothing()
    {
        for (var i = 0; i < 300; i++)
        {
            using var client = await RawClient.ConnectAsync(_server.EndPoint);
            if (i % 3 == 1)
                client.Reset();
            if (i % 3 == 2)
            {
                await client.SendAsync("Client X: Ali");
                client.Reset();
            }
        }

        await ExpectAllGoneAsync([]);
    }

    [Fact]
    public async Task Idle_clients_hold_nobody_up()
    {
        var clients = await _server.SendAllAsync(500, "");
        await _server.ConnectionsAsync(open => open == clients.Count);

        await _server.ExpectGoodRoundAsync("beside");

        await ExpectAllGoneAsync(clients);
    }

    [Fact]
    public async Task Clients_that_come_and_go_as_fast_as_they_can_hold_nobody_up()
    {
        var coming = Parallel.ForAsync(0, 3000, async (_, _) =>
        {
            using var client = await RawClient.ConnectAsync(_server.EndPoint);
        });

        for (var round = 0; !coming.IsCompleted; round++)
            await _server.ExpectGoodRoundAsync($"beside-{round}");

        await coming;
        await ExpectAllGoneAsync([]);
    }

    private static async Task<bool> TrySendAsync(RawClient client, string text)
    {
        try
        {
            await client.SendAsync(text);
            return true;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            return false;
        }
    }

    private async Task ExpectAllGoneAsync(IEnumerable<RawClient> clients)
    {
        foreach (var client in clients)
            client.Dispose();
        await _server.ConnectionsAsync(open => open == 0);
        Assert.InRange(_server.Descriptors, 1, _descriptors + FilesOpenedOnce);
        await _server.ExpectGoodRoundAsync("last");
        Assert.Equal(0, await _server.StopAsync());
    }
}
