using System.Net.Sockets;
using ActorArbiter.Server;

namespace ActorArbiter.Tests.RawTcp;

/// <summary>How a server ends, as its clients see it.</summary>
public sealed class EndSpecs
{
    private const string ShuttingDown = "ERROR shutting-down the server is stopping\n";

    [Fact]
    public async Task Whoever_is_connected_to_a_stopping_server_is_told()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Connections = options.Connections with { QuietTime = TimeSpan.FromHours(1) },
        });
        using var silent = await server.ConnectAsync();
        using var halfway = await server.SendAsync("Client Z: half a messa");
        using var waiting = await server.SendAsync("Client X: Alice\n");
        await server.SubmittedAsync("Alice");
        await server.AcceptedAsync(3);

        server.Stop();

        Assert.Equal(ShuttingDown, await waiting.ReadToEndAsync());
        Assert.Equal(ShuttingDown, await silent.ReadToEndAsync());
        Assert.Equal(ShuttingDown, await halfway.ReadToEndAsync());
    }

    [Fact]
    public async Task Waiting_contenders_of_a_stopping_server_are_told()
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Classic, contenders: 3);
        using var x = await server.SendAsync("Client X: Alice\n");
        using var y = await server.SendAsync("Client Y: Bob");
        y.HalfClose();
        await server.SubmittedAsync("Alice");
        await server.SubmittedAsync("Bob");

        server.Stop();

        Assert.Equal(ShuttingDown, await x.ReadToEndAsync());
        Assert.Equal(ShuttingDown, await y.ReadToEndAsync());
        x.Dispose();
        Assert.Null(await server.EndedAsync());
    }

    [Fact]
    public async Task Greeting_contenders_of_a_stopping_server_are_told()
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Greeting);
        using var x = await server.SitDownAsync(1, "X");
        using var y = await server.SitDownAsync(2, "Y");
        using var seated = await server.SitDownAsync(3, "X");
        await x.SendAsync("Alice\n");
        await server.SubmittedAsync("Alice");

        server.Stop();

        Assert.Equal("Client X connected" + ShuttingDown, await x.ReadToEndAsync());
        Assert.Equal("Client Y connected" + ShuttingDown, await y.ReadToEndAsync());
        Assert.Equal(ShuttingDown, await seated.ReadToEndAsync());
    }

    [Fact]
    public async Task Echo_clients_of_a_stopping_server_are_closed()
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Echo);
        using var client = await server.SendAsync("hello");
        await client.ExpectAsync("hello");

        server.Stop();

        Assert.Empty(await client.ReadToEndAsync());
        client.Dispose();
        Assert.Null(await server.EndedAsync());
    }

    [Fact]
    public async Task A_stopped_server_accepts_nobody()
    {
        await using var server = await ArbiterFixture.StartAsync();
        server.Stop();
        Assert.Null(await server.EndedAsync());

        await Assert.ThrowsAsync<SocketException>(() => server.ConnectAsync());
    }

    [Fact]
    public async Task A_stopping_server_takes_nobody()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Connections = options.Connections with { Linger = TimeSpan.FromHours(1) },
            DrainTimeout = TimeSpan.FromMinutes(1),
        });
        using var waiting = await server.SendAsync("Client X: Alice\n");
        await server.SubmittedAsync("Alice");
        server.Stop();
        await waiting.ExpectAsync(ShuttingDown);

        try
        {
            using var late = await server.SendAsync("Client Y: Bob\n");
            Assert.Equal(ShuttingDown, await late.ReadToEndAsync());
        }
        catch (SocketException e)
        {
            Assert.Contains(e.SocketErrorCode, new[] { SocketError.ConnectionRefused, SocketError.ConnectionReset });
        }

        waiting.Dispose();
        Assert.Null(await server.EndedAsync());
    }

    [Fact]
    public async Task A_client_that_never_closes_holds_up_the_end_no_longer_than_the_drain_timeout()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Connections = options.Connections with { Linger = TimeSpan.FromHours(1) },
            DrainTimeout = TimeSpan.FromMilliseconds(200),
        });
        using var client = await server.SendAsync("Client X: Alice\n");
        await server.SubmittedAsync("Alice");

        server.Stop();

        Assert.Equal(ShuttingDown, await client.ReadToEndAsync());
        Assert.Null(await server.EndedAsync());
    }

    [Fact]
    public async Task A_server_that_is_asked_for_two_rounds_ends_behind_the_second_and_tells_the_others()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Ordering = options.Ordering with { Rounds = 2 },
        });
        using var silent = await server.ConnectAsync();
        await server.AcceptedAsync(1);
        await server.ExpectGoodRoundAsync();
        using var waiting = await server.SendAsync("Client Z: Carol\n");
        await server.SubmittedAsync("Carol");
        using var x = await server.SendAsync("Client Z: Alice\n");
        await server.SubmittedAsync("Alice");

        using var y = await server.SendAsync("Client Y: Bob\n");

        Assert.Equal("Z: Carol received before Y: Bob\n", await y.ReadToEndAsync());
        Assert.Equal("Z: Carol received before Y: Bob\n", await waiting.ReadToEndAsync());
        Assert.Equal(ShuttingDown, await x.ReadToEndAsync());
        Assert.Equal(ShuttingDown, await silent.ReadToEndAsync());
        foreach (var client in new[] { silent, waiting, x, y })
            client.Dispose();
        Assert.Null(await server.EndedAsync());
        await Assert.ThrowsAsync<SocketException>(() => server.ConnectAsync());
    }

    [Fact]
    public async Task Of_claims_that_are_due_together_only_those_asked_for_are_told()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Ordering = options.Ordering with
            {
                Rounds = 1,
                Sessions = options.Ordering.Sessions with { Settle = TimeSpan.FromMilliseconds(500) },
            },
        });
        using var one = await server.SendAsync("JOIN one X of=1 brief=yes\nSEND a\n");
        using var other = await server.SendAsync("JOIN other X of=1 brief=yes\nSEND a\n");

        string[] told = [await one.ReadToEndAsync(), await other.ReadToEndAsync()];

        Assert.Single(told, lines => lines.StartsWith("VERDICT ", StringComparison.Ordinal));
        Assert.Single(told, ShuttingDown);
    }

    [Fact]
    public async Task A_greeting_server_that_is_asked_for_one_round_ends_behind_it()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Listeners = [ArbiterFixture.Listener(1, ListenerProfile.Greeting)],
            Ordering = options.Ordering with { Rounds = 1 },
        });
        using (var x = await server.SitDownAsync(1, "X"))
        using (var y = await server.SendAsync("Bob\n"))
        {
            await x.SendAsync("Alice\n");

            Assert.EndsWith("\n", await x.ReadToEndAsync(), StringComparison.Ordinal);
            Assert.StartsWith("Client Y connected", await y.ReadToEndAsync(), StringComparison.Ordinal);
        }

        Assert.Null(await server.EndedAsync());
    }
}
