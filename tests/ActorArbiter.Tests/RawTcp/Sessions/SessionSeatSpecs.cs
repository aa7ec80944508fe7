namespace ActorArbiter.Tests.RawTcp.Sessions;

/// <summary>What becomes of a seat whose client leaves, is lost, or comes back.</summary>
public sealed class SessionSeatSpecs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ShortHold = TimeSpan.FromMilliseconds(100);

    [Theory]
    [InlineData("LEAVE", "LEFT final")]
    [InlineData("QUIT", "LEFT final", "BYE")]
    public async Task Who_leaves_before_the_message_frees_the_seat_at_once(string line, params string[] answer)
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var round = await RoundOfTwo.StartAsync(server, "final");

        await round.Y.AskAsync(line, answer);

        await SucceedAsync(server, round);
    }

    [Fact]
    public async Task Who_closes_the_sending_side_before_the_message_frees_the_seat_at_once()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var round = await RoundOfTwo.StartAsync(server, "final");

        round.Y.HalfClose();

        Assert.Equal("LEFT final\nBYE\n", await round.Y.ReadToEndAsync());
        await SucceedAsync(server, round);
    }

    [Theory]
    [InlineData("LEAVE", "LEFT final")]
    [InlineData("QUIT", "LEFT final", "BYE")]
    public async Task Who_leaves_after_the_message_stays_in_the_round(string line, params string[] answer)
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var round = await RoundOfTwo.StartAsync(server, "final");
        await round.X.AskAsync("SEND Alice", "RECEIVED final X: Alice");

        await round.X.AskAsync(line, answer);

        await round.Y.AskAsync("SEND Bob", "RECEIVED final Y: Bob");
        await round.Y.ExpectVerdictAsync("final", "X: Alice received before Y: Bob");
    }

    [Fact]
    public async Task Who_is_lost_after_the_message_stays_in_the_round()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var round = await RoundOfTwo.StartAsync(server, "final");
        await round.X.AskAsync("SEND Alice", "RECEIVED final X: Alice");

        await ResetAsync(server, round.X, 1);

        await round.Y.AskAsync("SEND Bob", "RECEIVED final Y: Bob");
        await round.Y.ExpectVerdictAsync("final", "X: Alice received before Y: Bob");
    }

    [Fact]
    public async Task The_seat_of_a_lost_client_is_held_for_a_while()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var round = await RoundOfTwo.StartAsync(server, "final");

        await ResetAsync(server, round.Y, 2);

        using var z = await server.AskAsync(
            "JOIN final Z", "ERROR round-full all seats of round final are taken: WATCH final, or JOIN another round");
    }

    [Fact]
    public async Task The_seat_of_a_lost_client_is_free_when_it_was_held_long_enough()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Ordering = options.Ordering with { Sessions = options.Ordering.Sessions with { SeatHold = ShortHold } },
        });
        using var round = await RoundOfTwo.StartAsync(server, "final");

        await ResetAsync(server, round.Y, 2);

        using var z = await JoinWhenThereIsASeatAsync(server).WaitAsync(Patience);
        await z.ExpectLinesAsync("READY final X Z");
        await round.X.ExpectLinesAsync("SEATED final Z 2/2", "READY final X Z");
    }

    [Fact]
    public async Task A_round_that_all_were_lost_from_is_dropped_with_the_last_seat()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Ordering = options.Ordering with { Sessions = options.Ordering.Sessions with { SeatHold = ShortHold } },
        });
        using var x = await server.AskAsync("JOIN final X of=5", "JOINED final X 1/5");
        using var other = await server.AskAsync("PING", "PONG");

        await ResetAsync(server, x, 1);

        await AwaitUnknownAsync(other).WaitAsync(Patience);
        await other.AskAsync("JOIN final X of=2", "JOINED final X 1/2");
    }

    [Fact]
    public async Task A_round_that_all_have_left_is_dropped()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var x = await server.AskAsync("JOIN final X of=5", "JOINED final X 1/5");

        await x.AskAsync("LEAVE", "LEFT final");

        await x.AskAsync(
            "RESULT final", "ERROR unknown-round no round final is known: JOIN opens it, WATCH final waits for it");
        await x.AskAsync("JOIN final X of=3", "JOINED final X 1/3");
    }

    [Fact]
    public async Task A_seat_without_a_key_is_taken_over_when_its_client_is_lost()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var round = await RoundOfTwo.StartAsync(server, "final");
        await round.X.AskAsync("SEND Alice", "RECEIVED final X: Alice");
        await ResetAsync(server, round.X, 1);

        using var back = await server.AskAsync(
            "JOIN final X", "JOINED final X 2/2", "READY final X Y", "RECEIVED final X: Alice");

        await back.AskAsync(
            "SEND Alexa", "ERROR already-sent your message in round final has arrived, and only the first one counts");
        await round.Y.AskAsync("SEND Bob", "RECEIVED final Y: Bob");
        await back.ExpectVerdictAsync("final", "X: Alice received before Y: Bob");
        await round.Y.ExpectVerdictAsync("final", "X: Alice received before Y: Bob");
    }

    [Fact]
    public async Task A_seat_with_a_key_is_taken_over_with_it_alone_whether_its_client_is_lost_or_not()
    {
        const string Taken =
            "ERROR id-taken another connection is X in round final: JOIN with another id, or with the key of X";
        await using var server = await ArbiterFixture.StartAsync();
        using var first = await server.AskAsync("JOIN final X key=s3cret", "JOINED final X 1/2");
        using var thief = await server.AskAsync("JOIN final X key=guess", Taken);

        using var second = await server.AskAsync("JOIN final X key=s3cret", "JOINED final X 1/2");

        Assert.Equal("ERROR replaced another connection took over X in round final\n", await first.ReadToEndAsync());
        await ResetAsync(server, second, 3);
        await thief.AskAsync("JOIN final X", Taken);
        using var third = await server.AskAsync("JOIN final X key=s3cret", "JOINED final X 1/2");
        await third.AskAsync("SEND Alice", "RECEIVED final X: Alice");
    }

    [Fact]
    public async Task A_client_that_closes_its_sending_side_behind_its_message_is_told_the_verdict()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var round = await RoundOfTwo.StartAsync(server, "final");
        await round.X.AskAsync("SEND Alice", "RECEIVED final X: Alice");
        round.X.HalfClose();
        await server.Log.SeenAsync("connection 1.1 closed its sending side");

        await round.DecideByYAsync();

        Assert.Equal("BYE\n", await round.X.ReadToEndAsync());
    }

    [Fact]
    public async Task A_client_that_sends_all_it_has_and_closes_its_sending_side_is_told_everything()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var x = await server.SendAsync("JOIN lock X of=1\nSEND mine\n");
        x.HalfClose();

        await x.ExpectLinesAsync("JOINED lock X 1/1", "RECEIVED lock X: mine");
        await x.ExpectVerdictAsync("lock", "X: mine");
        Assert.Equal("BYE\n", await x.ReadToEndAsync());
    }

    [Fact]
    public async Task A_watcher_that_closes_its_sending_side_is_told_the_rounds_it_watches()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var one = await RoundOfTwo.StartAsync(server, "one");
        using var two = await RoundOfTwo.StartAsync(server, "two");
        using var watcher = await server.WatchAsync("one", "two");
        watcher.HalfClose();
        await server.Log.SeenAsync("connection 1.5 closed its sending side");

        foreach (var (name, round) in new[] { ("one", one), ("two", two) })
        {
            await round.DecideAsync();
            await watcher.ExpectVerdictAsync(name, "X: Alice received before Y: Bob");
        }

        Assert.Equal("BYE\n", await watcher.ReadToEndAsync());
    }

    [Fact]
    public async Task A_lost_watcher_is_missed_by_nobody()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var watcher = await server.WatchAsync("final");
        await ResetAsync(server, watcher, 1);

        using var round = await RoundOfTwo.StartAsync(server, "final");

        await round.DecideAsync();
    }

    /// <summary>Z takes the seat that Y had, and the round is decided.</summary>
    private static async Task SucceedAsync(ArbiterFixture server, RoundOfTwo round)
    {
        using var z = await server.AskAsync("JOIN final Z", "JOINED final Z 2/2", "READY final X Z");
        await round.X.ExpectLinesAsync("SEATED final Z 2/2", "READY final X Z");
        await z.AskAsync("SEND Carol", "RECEIVED final Z: Carol");
        await round.X.AskAsync("SEND Alice", "RECEIVED final X: Alice");
        await round.X.ExpectVerdictAsync("final", "Z: Carol received before X: Alice");
        await z.ExpectVerdictAsync("final", "Z: Carol received before X: Alice");
    }

    private static async Task<RawClient> JoinWhenThereIsASeatAsync(ArbiterFixture server)
    {
        var z = await server.SendAsync("JOIN final Z\n");
        for (var line = await z.ReadLineAsync(); line != "JOINED final Z 2/2\n"; line = await z.ReadLineAsync())
        {
            Assert.StartsWith("ERROR round-full ", line, StringComparison.Ordinal);
            await z.SendAsync("JOIN final Z\n");
        }

        return z;
    }

    private static async Task AwaitUnknownAsync(RawClient session)
    {
        do
            await session.SendAsync("RESULT final\n");
        while ((await session.ReadLineAsync()).StartsWith("ERROR undecided ", StringComparison.Ordinal));
    }

    private static async Task ResetAsync(ArbiterFixture server, RawClient client, int number)
    {
        client.Reset();
        await server.Log.SeenAsync($"connection 1.{number} is closed");
    }
}
