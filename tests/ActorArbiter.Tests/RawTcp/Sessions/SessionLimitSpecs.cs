using System.Net;
using System.Net.Sockets;
using TestSupport;

namespace ActorArbiter.Tests.RawTcp.Sessions;

/// <summary>What ends a session from the server's side, or bounds what it may do; a round beside it does not notice.</summary>
public sealed class SessionLimitSpecs
{
    private const string ShuttingDown = "ERROR shutting-down the server is stopping\n";

    [Theory]
    [InlineData(1024, "\n")]
    [InlineData(1024, "\r\n")]
    public async Task A_line_of_1024_bytes_is_not_too_long(int length, string end)
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var session = await server.SendAsync("WATCH final".PadRight(length) + end);

        await session.AskAsync("PING", "PONG");
    }

    [StampedFact(AkkaIoLacks.LossOfHalfOpenPeers)]
    public async Task A_client_that_closed_its_side_and_vanished_holds_no_connection()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var contender = await server.AskAsync("JOIN final X", "JOINED final X 1/2");
        var watcher = await server.SendAsync("WATCH final\nPING\n");
        await watcher.ExpectAsync("PONG\n");
        watcher.HalfClose();
        await server.Log.SeenAsync("connection 1.2 closed its sending side");

        watcher.Reset();

        await server.Log.SeenAsync("connection 1.2 is closed");
    }

    [Fact]
    public async Task Who_closes_its_side_is_not_kept_for_rounds_that_nobody_opened()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var contender = await server.AskAsync("JOIN open X", "JOINED open X 1/2");
        using var watcher = await server.SendAsync("WATCH never\nWATCH open\nPING\n");
        await watcher.ExpectAsync("PONG\n");
        watcher.HalfClose();
        await server.Log.SeenAsync("connection 1.2 closed its sending side");

        await contender.SendAsync("LEAVE\n");

        Assert.Equal("BYE\n", await watcher.ReadToEndAsync());
    }

    [Fact]
    public async Task More_than_1024_bytes_without_a_line_end_are_too_long()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var beside = await RoundOfTwo.StartAsync(server, "beside");
        using var session = await server.AskAsync("PING", "PONG");

        await session.SendAsync(new string('P', 1025));

        Assert.Equal("ERROR too-long a line has at most 1024 bytes\n", await session.ReadToEndAsync());
        await beside.DecideAsync();
    }

    [Fact]
    public async Task Lines_in_front_of_one_that_is_too_long_are_answered()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var session = await server.SendAsync($"PING\nJOIN final X\n{new string('P', 2000)}\nPING\n");

        Assert.Equal(
            "PONG\nJOINED final X 1/2\nERROR too-long a line has at most 1024 bytes\n", await session.ReadToEndAsync());
    }

    [Fact]
    public async Task A_line_that_drips_in_is_too_slow()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Connections = options.Connections with { LineTimeout = TimeSpan.FromMilliseconds(300) },
        });
        using var beside = await RoundOfTwo.StartAsync(server, "beside");
        using var slow = await server.AskAsync("PING", "PONG");
        using var enough = new CancellationTokenSource();
        var dripping = DripAsync(slow, enough.Token);

        Assert.Equal(
            "ERROR too-slow the line was not finished within 300ms of its first byte\n", await slow.ReadToEndAsync());

        await enough.CancelAsync();
        await dripping;
        await beside.DecideAsync();
    }

    [Fact]
    public async Task A_session_that_is_owed_nothing_and_says_nothing_is_idle_and_a_seated_or_watching_one_is_not()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Connections = options.Connections with { IdleTimeout = TimeSpan.FromSeconds(1) },
        });
        using var watcher = await server.WatchAsync("beside");
        using var beside = await RoundOfTwo.StartAsync(server, "beside");
        using var idle = await server.AskAsync("PING", "PONG");

        Assert.Equal("ERROR idle nothing was received for 1s\n", await idle.ReadToEndAsync());

        await watcher.ExpectLinesAsync("SEATED beside X 1/2", "SEATED beside Y 2/2", "READY beside X Y");
        await beside.DecideAsync();
    }

    [Fact]
    public async Task Sessions_count_against_the_most_connections()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Limits = options.Limits with { MaxConnections = 2 },
        });
        using var beside = await RoundOfTwo.StartAsync(server, "beside");

        using var refused = await server.ConnectAsync();

        Assert.Equal("ERROR busy open connections are limited to 2; try again later\n", await refused.ReadToEndAsync());
        await beside.DecideAsync();
    }

    [Fact]
    public async Task Sessions_count_against_the_most_connections_of_their_address()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Limits = options.Limits with { MaxConnectionsPerAddress = 2 },
        });
        using var beside = await RoundOfTwo.StartAsync(server, "beside");

        using var refused = await server.ConnectAsync();
        using var elsewhere = await RawClient.ConnectAsync(server.EndPoints[0], from: IPAddress.Parse("127.0.0.2"));

        Assert.Equal(
            "ERROR busy open connections from 127.0.0.1 are limited to 2; try again later\n",
            await refused.ReadToEndAsync());
        await elsewhere.AskAsync("PING", "PONG");
        await beside.DecideAsync();
    }

    [Fact]
    public async Task A_JOIN_that_would_open_too_many_rounds_is_refused_until_one_is_told()
    {
        const string Busy = "ERROR busy open rounds are limited to 1; try again later";
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Ordering = options.Ordering with { Sessions = options.Ordering.Sessions with { MaxOpenRounds = 1 } },
        });
        using var beside = await RoundOfTwo.StartAsync(server, "beside");
        using var session = await server.AskAsync("JOIN final X", Busy);
        await session.AskAsync("JOIN final X", Busy);

        await beside.DecideAsync();

        await session.AskAsync("JOIN final X", "JOINED final X 1/2");
    }

    [Fact]
    public async Task A_client_that_reads_nothing_is_cut_and_its_round_goes_on()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Connections = options.Connections with { MaxUnreadOutput = 1024, IdleTimeout = TimeSpan.FromSeconds(1) },
        });
        using var beside = await RoundOfTwo.StartAsync(server, "beside");
        using var deaf = await server.ConnectAsync(receiveBuffer: 4096);

        await Assert.ThrowsAsync<SocketException>(() => AskForEverAsync(deaf));

        await beside.DecideAsync();
    }

    [Fact]
    public async Task Sessions_of_a_stopping_server_are_told_whatever_they_wait_for()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var idle = await server.AskAsync("PING", "PONG");
        using var watcher = await server.WatchAsync("later");
        using var unfinished = await server.AskAsync("PING", "PONG");
        await unfinished.SendAsync("JOIN fi");
        using var round = await RoundOfTwo.StartAsync(server, "final");
        await round.X.AskAsync("SEND Alice", "RECEIVED final X: Alice");

        server.Stop();

        foreach (var session in new[] { idle, watcher, unfinished, round.X, round.Y })
        {
            Assert.Equal(ShuttingDown, await session.ReadToEndAsync());
            session.Dispose();
        }

        Assert.Null(await server.EndedAsync());
    }

    [Fact]
    public async Task A_server_that_is_asked_for_one_verdict_tells_it_and_stops()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Ordering = options.Ordering with { Rounds = 1 },
        });
        using var idle = await server.AskAsync("PING", "PONG");
        using (var round = await RoundOfTwo.StartAsync(server, "final"))
        {
            await round.DecideAsync();

            Assert.Equal(ShuttingDown, await round.X.ReadToEndAsync());
            Assert.Equal(ShuttingDown, await round.Y.ReadToEndAsync());
        }

        Assert.Equal(ShuttingDown, await idle.ReadToEndAsync());
        idle.Dispose();
        Assert.Null(await server.EndedAsync());
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

    private static async Task AskForEverAsync(RawClient client)
    {
        var questions = string.Concat(Enumerable.Repeat("HELP\n", 1000));
        while (true)
            await client.SendAsync(questions);
    }
}
