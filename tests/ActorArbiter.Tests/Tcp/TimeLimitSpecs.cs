using System.Net.Sockets;

namespace ActorArbiter.Tests.Tcp;

/// <summary>Clients that take too long are told so; others do not notice.</summary>
public sealed class TimeLimitSpecs
{
    [Fact]
    public async Task A_line_that_drips_in_is_too_slow()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Connections = options.Connections with
            {
                LineTimeout = TimeSpan.FromMilliseconds(300),
                QuietTime = TimeSpan.FromSeconds(10),
            },
        });
        using var slow = await server.ConnectAsync();
        using var enough = new CancellationTokenSource();
        var dripping = DripAsync(slow, enough.Token);

        Assert.Equal(
            "ERROR too-slow the line was not finished within 300ms of its first byte\n", await slow.ReadToEndAsync());

        await enough.CancelAsync();
        await dripping;
        await server.ExpectGoodRoundAsync();
    }

    [Fact]
    public async Task A_client_that_sends_nothing_is_idle()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Connections = options.Connections with { IdleTimeout = TimeSpan.FromMilliseconds(100) },
        });
        using var idle = await server.ConnectAsync();

        Assert.Equal("ERROR idle nothing was received for 100ms\n", await idle.ReadToEndAsync());
        await server.ExpectGoodRoundAsync();
    }

    [Fact]
    public async Task A_contender_that_waits_for_its_verdict_is_not_idle()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Connections = options.Connections with { IdleTimeout = TimeSpan.FromMilliseconds(150) },
        });
        using var x = await server.SendAsync("Client X: Alice\n");
        await server.SubmittedAsync("Alice");

        await Task.Delay(TimeSpan.FromMilliseconds(200)); // The wait is the input.
        using var y = await server.SendAsync("Client Y: Bob\n");

        Assert.Equal("X: Alice received before Y: Bob\n", await x.ReadToEndAsync());
    }

    [Fact]
    public async Task A_round_that_does_not_fill_ends_for_all_its_contenders()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Ordering = options.Ordering with { Contenders = 3, RoundTimeout = TimeSpan.FromMilliseconds(200) },
        });
        using var x = await server.SendAsync("Client X: Alice\n");
        using var y = await server.SendAsync("Client Y: Bob");
        y.HalfClose();

        const string Told = "ERROR round-timeout the round was not complete within 200ms of its first message\n";
        Assert.Equal(Told, await x.ReadToEndAsync());
        Assert.Equal(Told, await y.ReadToEndAsync());
    }

    [Fact]
    public async Task The_time_of_a_round_begins_with_its_own_first_message()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Ordering = options.Ordering with { RoundTimeout = TimeSpan.FromMilliseconds(150) },
        });
        for (var i = 0; i < 3; i++)
        {
            using var x = await server.SendAsync("Client X: Alice\n");

            Assert.Equal(
                "ERROR round-timeout the round was not complete within 150ms of its first message\n",
                await x.ReadToEndAsync());
        }
    }

    /// <summary>Sends a byte now and then, for as long as the server takes them.</summary>
    private static async Task DripAsync(RawClient client, CancellationToken enough)
    {
        try
        {
            while (true)
            {
                await client.SendAsync("x");
                await Task.Delay(TimeSpan.FromMilliseconds(40), enough); // The drip is the input.
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The server has closed, or its answer was read.
        }
    }
}
