using ActorArbiter.Server;

namespace ActorArbiter.Tests.RawTcp;

/// <summary>What clients see when a part of the server fails.</summary>
public sealed class FailureSpecs
{
    [Fact]
    public async Task When_the_ordering_actor_fails_everyone_is_told_and_the_server_ends_with_a_failure()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var waiting = await server.SendAsync("Client X: Alice\n");
        await server.SubmittedAsync("Alice");
        using var silent = await server.ConnectAsync();
        await server.AcceptedAsync(2);

        server.Kill("ordering");

        Assert.Equal("ERROR shutting-down the server is stopping\n", await waiting.ReadToEndAsync());
        Assert.Equal("ERROR shutting-down the server is stopping\n", await silent.ReadToEndAsync());
        waiting.Dispose();
        silent.Dispose();
        Assert.Equal("ordering failed; the log says why", await server.EndedAsync());
    }

    [Fact]
    public async Task When_a_listener_fails_the_contenders_of_the_others_are_told()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Listeners =
            [
                ArbiterFixture.Listener(1, ListenerProfile.Classic),
                ArbiterFixture.Listener(2, ListenerProfile.Classic),
            ],
        });
        using (var waiting = await server.SendAsync("Client X: Alice\n"))
        {
            await server.SubmittedAsync("Alice");

            server.Kill("listener-2");

            Assert.Equal("ERROR shutting-down the server is stopping\n", await waiting.ReadToEndAsync());
        }

        Assert.Equal("listener-2 failed; the log says why", await server.EndedAsync());
    }

    [Fact]
    public async Task A_connection_actor_that_fails_costs_one_connection_and_nothing_else()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var unlucky = await server.ConnectAsync();
        await server.AcceptedAsync(1);

        server.Kill("listener-1/connection-1");
        await server.Log.SeenAsync("connection 1.1 is closed");

        await server.ExpectGoodRoundAsync();
    }
}
