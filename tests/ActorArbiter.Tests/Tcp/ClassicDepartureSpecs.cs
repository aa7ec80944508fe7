namespace ActorArbiter.Tests.Tcp;

/// <summary>Clients that leave before or after their message.</summary>
public sealed class ClassicDepartureSpecs
{
    [Fact]
    public async Task A_client_that_closes_after_its_message_stays_in_the_round()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using (await server.SendAsync("Client X: Alice\n"))
            await server.SubmittedAsync("Alice");
        using var y = await server.SendAsync("Client Y: Bob\n");

        Assert.Equal("X: Alice received before Y: Bob\n", await y.ReadToEndAsync());
        await server.ExpectGoodRoundAsync();
    }

    [Fact]
    public async Task A_client_that_is_reset_after_its_message_stays_in_the_round()
    {
        await using var server = await ArbiterFixture.StartAsync();
        var x = await server.SendAsync("Client X: Alice\n");
        var connection = await server.SubmittedAsync("Alice");
        x.Reset();
        await server.Log.SeenAsync($"connection {connection} is closed");
        using var y = await server.SendAsync("Client Y: Bob\n");

        Assert.Equal("X: Alice received before Y: Bob\n", await y.ReadToEndAsync());
        Assert.Equal(
            "Message Received: Client X: Alice\nMessage Received: Client Y: Bob\nSent acknowledgment to both X and Y\n",
            (await server.TranscriptAsync()).Replace("The server is ready to receive\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_contender_that_is_reset_gives_up_its_place_to_the_next_of_its_id()
    {
        await using var server = await ArbiterFixture.StartAsync();
        var dead = await server.SendAsync("Client X: dead\n");
        var connection = await server.SubmittedAsync("dead");
        dead.Reset();
        await server.Log.SeenAsync($"connection {connection} is closed");

        using var x = await server.SendAsync("Client X: alive\n");
        await server.SubmittedAsync("alive");
        using var y = await server.SendAsync("Client Y: Bob\n");

        Assert.Equal("X: alive received before Y: Bob\n", await y.ReadToEndAsync());
        Assert.Equal("X: alive received before Y: Bob\n", await x.ReadToEndAsync());
    }

    [Fact]
    public async Task A_contender_that_is_reset_while_another_of_its_id_waits_gives_up_its_place()
    {
        await using var server = await ArbiterFixture.StartAsync();
        var dying = await server.SendAsync("Client X: dying\n");
        var connection = await server.SubmittedAsync("dying");
        using var x = await server.SendAsync("Client X: alive\n");
        await server.SubmittedAsync("alive");

        dying.Reset();
        await server.Log.SeenAsync($"connection {connection} is closed");
        using var y = await server.SendAsync("Client Y: Bob\n");

        Assert.Equal("X: alive received before Y: Bob\n", await y.ReadToEndAsync());
        Assert.Equal("X: alive received before Y: Bob\n", await x.ReadToEndAsync());
    }

    [Fact]
    public async Task A_contender_that_closed_lets_those_of_its_id_who_are_connected_pass()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var closed = await server.SendAsync("Client X: closed\n");
        var connection = await server.SubmittedAsync("closed");
        closed.HalfClose();
        await server.Log.SeenAsync($"connection {connection} closed its sending side");
        using var x = await server.SendAsync("Client X: alive\n");
        await server.SubmittedAsync("alive");

        using var y1 = await server.SendAsync("Client Y: one\n");
        Assert.Equal("X: alive received before Y: one\n", await y1.ReadToEndAsync());
        Assert.Equal("X: alive received before Y: one\n", await x.ReadToEndAsync());
        using var y2 = await server.SendAsync("Client Y: two\n");

        Assert.Equal("X: closed received before Y: two\n", await y2.ReadToEndAsync());
        Assert.Equal("X: closed received before Y: two\n", await closed.ReadToEndAsync());
    }

    [Fact]
    public async Task A_client_that_is_reset_in_the_middle_of_its_message_leaves_no_trace()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Connections = options.Connections with { QuietTime = TimeSpan.FromHours(1) },
        });
        var half = await server.SendAsync("Client X: half a messa");
        half.Reset();
        await server.Log.SeenAsync("connection 1.1 is closed");

        await server.ExpectGoodRoundAsync();
    }

    [Fact]
    public async Task Clients_that_are_reset_at_once_never_hurt_the_listener()
    {
        await using var server = await ArbiterFixture.StartAsync();
        for (var i = 0; i < 200; i++)
            (await server.ConnectAsync()).Reset();

        await server.ExpectGoodRoundAsync();
    }

    [Fact]
    public async Task A_client_that_is_reset_when_its_verdict_comes_harms_nobody()
    {
        await using var server = await ArbiterFixture.StartAsync();
        for (var round = 0; round < 20; round++)
        {
            var x = await server.SendAsync($"Client X: Alice [{round}]\n");
            await server.SubmittedAsync($"Alice [{round}]");
            using var y = await server.SendAsync("Client Y: Bob\n");
            x.Reset();

            Assert.Equal($"X: Alice [{round}] received before Y: Bob\n", await y.ReadToEndAsync());
        }
    }

    [Fact]
    public async Task Contenders_that_close_without_reading_do_not_keep_others_from_their_verdict()
    {
        await using var server = await ArbiterFixture.StartAsync(Server.ListenerProfile.Classic, contenders: 3);
        (await server.SendAsync("Client X: Alice\n")).Dispose();
        (await server.SendAsync("Client Y: Bob\n")).Dispose();
        await server.SubmittedAsync("Alice");
        await server.SubmittedAsync("Bob");
        using var z = await server.SendAsync("Client Z: Carol\n");

        var told = await z.ReadToEndAsync();
        Assert.EndsWith(" received before Z: Carol\n", told, StringComparison.Ordinal);
    }
}
