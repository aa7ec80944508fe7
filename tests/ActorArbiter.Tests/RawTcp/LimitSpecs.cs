using System.Net;
using ActorArbiter.Server;

namespace ActorArbiter.Tests.RawTcp;

/// <summary>A server that is full says so, and serves again when it is not.</summary>
public sealed class LimitSpecs
{
    [Fact]
    public async Task A_client_beyond_the_most_connections_is_told_that_the_server_is_busy()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Limits = options.Limits with { MaxConnections = 2 },
        });
        using var x = await server.SendAsync("Client X: Alice\n");
        await server.SubmittedAsync("Alice");
        using var y = await server.ConnectAsync();
        await server.AcceptedAsync(2);
        using var third = await server.SendAsync("Client Y: Mallory\n");

        Assert.Equal(
            "ERROR busy open connections are limited to 2; try again later\n", await third.ReadToEndAsync());
        await y.SendAsync("Client Y: Bob\n");
        Assert.Equal("X: Alice received before Y: Bob\n", await x.ReadToEndAsync());
        Assert.Equal("X: Alice received before Y: Bob\n", await y.ReadToEndAsync());
    }

    [Fact]
    public async Task A_closed_connection_makes_room_for_another()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Ordering = options.Ordering with { Contenders = 1 },
            Limits = options.Limits with { MaxConnections = 1, MaxConnectionsPerAddress = 1 },
        });

        for (var i = 0; i < 5; i++)
            Assert.Equal("X: Alice\n", await PlayWhenThereIsRoomAsync(server));
    }

    [Fact]
    public async Task A_client_beyond_the_most_connections_of_its_address_is_busy_and_another_address_is_not()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Limits = options.Limits with { MaxConnectionsPerAddress = 1 },
        });
        using var x = await server.SendAsync("Client X: Alice\n");
        await server.SubmittedAsync("Alice");
        using var refused = await server.ConnectAsync();
        using var y = await RawClient.ConnectAsync(server.EndPoints[0], from: IPAddress.Parse("127.0.0.2"));

        Assert.Equal(
            "ERROR busy open connections from 127.0.0.1 are limited to 1; try again later\n",
            await refused.ReadToEndAsync());
        await y.SendAsync("Client Y: Bob\n");
        Assert.Equal("X: Alice received before Y: Bob\n", await y.ReadToEndAsync());
    }

    [Fact]
    public async Task Each_listener_has_limits_of_its_own()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Listeners =
            [
                ArbiterFixture.Listener(1, ListenerProfile.Classic),
                ArbiterFixture.Listener(2, ListenerProfile.Classic),
            ],
            Limits = options.Limits with { MaxConnections = 1 },
        });
        using var x = await server.SendAsync("Client X: Alice\n", listener: 1);
        await server.SubmittedAsync("Alice");
        using var y = await server.SendAsync("Client Y: Bob\n", listener: 2);

        Assert.Equal("X: Alice received before Y: Bob\n", await y.ReadToEndAsync());
    }

    [Fact]
    public async Task A_message_that_would_open_too_many_rounds_is_refused()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Ordering = options.Ordering with { MaxOpenRounds = 1 },
        });
        using var x = await server.SendAsync("Client X: Alice\n");
        await server.SubmittedAsync("Alice");
        using var refused = await server.SendAsync("Client X: Alexa\n");

        Assert.Equal(
            "ERROR busy open rounds are limited to 1; try again later\n", await refused.ReadToEndAsync());
        using var y = await server.SendAsync("Client Y: Bob\n");
        Assert.Equal("X: Alice received before Y: Bob\n", await x.ReadToEndAsync());
    }

    [Fact]
    public async Task A_greeting_connection_that_would_open_too_many_rounds_is_refused()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Listeners = [ArbiterFixture.Listener(1, ListenerProfile.Greeting)],
            Ordering = options.Ordering with { MaxOpenRounds = 1 },
        });
        using var x = await server.SitDownAsync(1, "X");
        using var y = await server.SitDownAsync(2, "Y");
        using var refused = await server.ConnectAsync();

        Assert.Equal(
            "ERROR busy open rounds are limited to 1; try again later\n", await refused.ReadToEndAsync());
    }

    /// <summary>The server counts a connection until it has ended on both sides, which a client cannot see.</summary>
    private static async Task<string> PlayWhenThereIsRoomAsync(ArbiterFixture server)
    {
        while (true)
        {
            using var client = await server.SendAsync("Client X: Alice\n");
            var told = await client.ReadToEndAsync();
            if (!told.StartsWith("ERROR busy ", StringComparison.Ordinal))
                return told;
        }
    }
}
