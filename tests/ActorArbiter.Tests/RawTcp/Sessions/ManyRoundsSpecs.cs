namespace ActorArbiter.Tests.RawTcp.Sessions;

/// <summary>Rounds one after another, side by side, and very many at once.</summary>
public sealed class ManyRoundsSpecs
{
    [Fact]
    public async Task The_next_JOIN_of_a_connection_may_follow_its_verdict()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var x = await server.AskAsync("PING", "PONG");
        using var y = await server.AskAsync("PING", "PONG");
        var last = 0L;
        foreach (var name in new[] { "one", "two", "three" })
        {
            await x.AskAsync($"JOIN {name} X", $"JOINED {name} X 1/2");
            await y.AskAsync($"JOIN {name} Y", $"JOINED {name} Y 2/2", $"READY {name} X Y");
            await x.ExpectLinesAsync($"SEATED {name} Y 2/2", $"READY {name} X Y");
            await y.AskAsync("SEND Bob", $"RECEIVED {name} Y: Bob");
            await x.AskAsync("SEND Alice", $"RECEIVED {name} X: Alice");

            var number = await x.ExpectVerdictAsync(name, "Y: Bob received before X: Alice");
            Assert.Equal(number, await y.ExpectVerdictAsync(name, "Y: Bob received before X: Alice"));
            Assert.True(number > last);
            last = number;
        }
    }

    [Fact]
    public async Task What_is_read_with_the_message_that_decides_a_round_is_answered_before_the_verdict()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var x = await server.AskAsync("JOIN one X brief=yes\nSEND Alice\nPING", "PONG");
        using var y = await server.AskAsync("JOIN one Y brief=yes\nSEND Bob\nPING behind", "PONG behind");

        var number = await y.ExpectVerdictAloneAsync("one", "X: Alice received before Y: Bob");

        Assert.Equal(number, await x.ExpectVerdictAloneAsync("one", "X: Alice received before Y: Bob"));
    }

    [Fact]
    public async Task Sessions_and_classic_clients_share_a_listener()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var one = await RoundOfTwo.StartAsync(server, "one");
        using var classic = await server.SendAsync("Client X: Alice\n");
        await server.SubmittedAsync("Alice");
        using var two = await RoundOfTwo.StartAsync(server, "two");

        await two.DecideAsync();
        using var other = await server.SendAsync("Client Y: Bob\n");
        Assert.Equal("X: Alice received before Y: Bob\n", await classic.ReadToEndAsync());
        await one.DecideAsync();
    }

    [Fact]
    public async Task Rounds_that_overlap_are_decided_each_by_itself()
    {
        await using var server = await ArbiterFixture.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(async number =>
        {
            using var round = await RoundOfTwo.StartAsync(server, $"round-{number}");
            await round.DecideAsync();
        }));
    }

    [Fact]
    public async Task Thousands_of_rounds_are_open_at_once_and_each_is_decided()
    {
        const int Connections = 2000;
        const int Watchers = 20;
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Limits = options.Limits with { MaxConnections = Connections + Watchers },
            Ordering = options.Ordering with { Sessions = options.Ordering.Sessions with { MaxOpenRounds = Connections } },
        });
        var watchers = await Task.WhenAll(Enumerable.Range(0, Watchers).Select(number =>
            server.WatchAsync([.. Watched(number, Connections / Watchers)])));
        var sessions = new List<RawClient>();
        try
        {
            for (var i = 0; i < Connections; i++)
                sessions.Add(await server.AskAsync($"JOIN round-{i} X of=1", $"JOINED round-{i} X 1/1"));
            await Task.WhenAll(sessions.Select(session => session.SendAsync("SEND mine\n")));

            for (var i = 0; i < Connections; i++)
            {
                await sessions[i].ExpectLinesAsync($"RECEIVED round-{i} X: mine");
                await sessions[i].ExpectVerdictAsync($"round-{i}", "X: mine");
            }

            // Each watcher was told of its rounds and of no other.
            foreach (var watcher in watchers)
                watcher.HalfClose();
            for (var i = 0; i < Watchers; i++)
            {
                var told = (await watchers[i].ReadToEndAsync()).Split('\n');
                var verdicts = told.Where(line => line.StartsWith("VERDICT ", StringComparison.Ordinal));
                Assert.Equal(
                    Watched(i, Connections / Watchers).Order(StringComparer.Ordinal),
                    verdicts.Select(line => line.Split(' ')[1]).Order(StringComparer.Ordinal));
                Assert.Equal("BYE", told[^2]);
            }
        }
        finally
        {
            sessions.ForEach(session => session.Dispose());
            Array.ForEach(watchers, watcher => watcher.Dispose());
        }
    }

    private static IEnumerable<string> Watched(int watcher, int count) =>
        Enumerable.Range(watcher * count, count).Select(number => $"round-{number}");
}
