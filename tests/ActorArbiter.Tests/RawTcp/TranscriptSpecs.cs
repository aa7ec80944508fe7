using ActorArbiter.Server;
using ActorArbiter.Tests.Transcript;

namespace ActorArbiter.Tests.RawTcp;

/// <summary>What a server prints about what its clients did.</summary>
public sealed class TranscriptSpecs
{
    [Fact]
    public async Task A_round_of_two_is_four_lines()
    {
        await using var server = await ArbiterFixture.StartAsync();
        await server.PlayAsync("Client X: Alice\n", "Client Y: Bob");

        Assert.Equal(
            """
            The server is ready to receive
            Message Received: Client X: Alice
            Message Received: Client Y: Bob
            Sent acknowledgment to both X and Y

            """,
            await server.TranscriptAsync());
    }

    [Fact]
    public async Task Messages_stand_in_the_order_of_the_verdict_and_ids_in_their_own()
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Classic, contenders: 4);
        await server.PlayAsync("Client A: Ann\r\n", "zed: last\n", "Z:  Carol \n", "Hello!\n");

        Assert.Equal(
            """
            The server is ready to receive
            Message Received: Client A: Ann
            Message Received: Client zed: last
            Message Received: Client Z: Carol
            Message Received: Client X: Hello!
            Sent acknowledgment to X, Z, A and zed

            """,
            await server.TranscriptAsync());
    }

    [Fact]
    public async Task A_round_of_one_names_one()
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Classic, contenders: 1);
        await server.PlayAsync("Client X: Alice");

        Assert.Equal(
            """
            The server is ready to receive
            Message Received: Client X: Alice
            Sent acknowledgment to X

            """,
            await server.TranscriptAsync());
    }

    [Fact]
    public async Task A_greeting_round_says_who_was_accepted()
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Greeting);
        using (var x = await server.SitDownAsync(1, "X"))
        using (var y = await server.SitDownAsync(2, "Y"))
        {
            await y.SendAsync("Client Y: Bob\n");
            await server.SubmittedAsync("Bob");
            await x.SendAsync("Alice\n");
            await x.ReadToEndAsync();
            await y.ReadToEndAsync();
        }

        Assert.Equal(
            """
            The server is ready to receive
            Accepted first connection, calling it client X
            Accepted second connection, calling it client Y
            Message Received: Client Y: Bob
            Message Received: Client X: Alice
            Sent acknowledgment to both X and Y

            """,
            await server.TranscriptAsync());
    }

    [Fact]
    public async Task Rounds_that_overlap_do_not_interleave()
    {
        await using var server = await ArbiterFixture.StartAsync();
        var clients = await Task.WhenAll(Enumerable.Range(0, 40).Select(number =>
            server.SendAsync($"Client {"XY"[number % 2]}: [{number}]\n")));
        await Task.WhenAll(clients.Select(client => client.ReadToEndAsync()));
        Array.ForEach(clients, client => client.Dispose());

        var lines = (await server.TranscriptAsync()).Split('\n');

        Assert.Equal("The server is ready to receive", lines[0]);
        Assert.Equal(2 + 20 * 3, lines.Length);
        foreach (var block in lines[1..^1].Chunk(3))
        {
            Assert.StartsWith("Message Received: Client ", block[0], StringComparison.Ordinal);
            Assert.StartsWith("Message Received: Client ", block[1], StringComparison.Ordinal);
            Assert.Equal("Sent acknowledgment to both X and Y", block[2]);
        }
    }

    [Fact]
    public async Task A_quiet_server_says_only_that_it_is_ready()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Listeners =
            [
                ArbiterFixture.Listener(1, ListenerProfile.Classic),
                ArbiterFixture.Listener(2, ListenerProfile.Greeting),
            ],
            Quiet = true,
        });
        await server.ExpectGoodRoundAsync();
        using (var seated = await server.ConnectAsync(listener: 2))
            await server.Log.SeenAsync("connection 2.1 has the seat of X");

        Assert.Equal("The server is ready to receive\n", await server.TranscriptAsync());
    }

    [Fact]
    public async Task A_reader_that_stalls_holds_up_no_round_and_not_the_end()
    {
        using var output = new StalledWriter();
        await using var server = await ArbiterFixture.StartAsync(output: output);
        await output.Reached;

        for (var i = 0; i < 10; i++)
            await server.ExpectGoodRoundAsync();
        server.Stop();

        Assert.Null(await server.EndedAsync());
        await output.ReleaseAsync();
    }

    [Fact]
    public async Task Refused_clients_and_rounds_that_were_not_decided_are_not_in_it()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var bad = await server.SendAsync("\n");
        await bad.ReadToEndAsync();
        using var waiting = await server.SendAsync("Client X: Alice\n");
        await server.SubmittedAsync("Alice");

        Assert.Equal("The server is ready to receive\n", await server.TranscriptAsync());
    }
}
