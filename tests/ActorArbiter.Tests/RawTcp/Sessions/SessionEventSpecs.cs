using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.RawTcp.Sessions;

/// <summary>What a session is told of what happens in its round, each line of it and no other.</summary>
public sealed class SessionEventSpecs
{
    [Fact]
    public async Task A_message_before_READY_counts()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var x = await server.AskAsync("JOIN final X", "JOINED final X 1/2");
        await x.AskAsync("SEND Alice", "RECEIVED final X: Alice");

        using var y = await server.AskAsync("JOIN final Y", "JOINED final Y 2/2", "READY final X Y");
        await y.AskAsync("SEND Bob", "RECEIVED final Y: Bob");

        await x.ExpectLinesAsync("SEATED final Y 2/2", "READY final X Y");
        await x.ExpectVerdictAsync("final", "X: Alice received before Y: Bob");
        await y.ExpectVerdictAsync("final", "X: Alice received before Y: Bob");
    }

    [Fact]
    public async Task With_start_ready_a_message_before_READY_is_too_early_and_the_next_one_counts()
    {
        const string TooEarly =
            "ERROR too-early round final starts with READY: this message does not count, send it after that";
        await using var server = await ArbiterFixture.StartAsync();
        using var x = await server.AskAsync("JOIN final X start=ready", "JOINED final X 1/2");
        await x.AskAsync("SEND early", TooEarly);

        using var y = await server.AskAsync(
            "JOIN final Y\nSEND with the JOIN", "JOINED final Y 2/2", "READY final X Y", TooEarly);
        await x.ExpectLinesAsync("SEATED final Y 2/2", "READY final X Y");
        await x.AskAsync("SEND Alice", "RECEIVED final X: Alice");
        await y.AskAsync("SEND Bob", "RECEIVED final Y: Bob");

        await x.ExpectVerdictAsync("final", "X: Alice received before Y: Bob");
    }

    [Fact]
    public async Task A_message_after_the_verdict_is_too_late_once_and_then_of_no_round()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var round = await RoundOfTwo.StartAsync(server, "final");
        await round.DecideAsync();

        await round.X.AskAsync(
            "SEND more", "ERROR too-late round final was decided before this message: see its VERDICT, and JOIN another round");
        await round.X.AskAsync("SEND more", "ERROR not-joined join a round first: JOIN <round> <id>");
    }

    [Fact]
    public async Task Whoever_is_silent_when_the_window_closes_is_told_the_places_of_the_others()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var round = await RoundOfTwo.StartAsync(server, "final", "window=100ms");

        await round.Y.AskAsync("SEND Bob", "RECEIVED final Y: Bob");

        await round.X.ExpectVerdictAsync("final", "Y: Bob");
        await round.Y.ExpectVerdictAsync("final", "Y: Bob");
        await round.X.AskAsync(
            "SEND Alice", "ERROR too-late round final was decided before this message: see its VERDICT, and JOIN another round");
    }

    [Fact]
    public async Task A_deadline_decides_with_those_who_spoke()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var x = await server.SendAsync("JOIN final X of=3 deadline=200ms\nSEND Alice\n");

        await x.ExpectLinesAsync("JOINED final X 1/3", "RECEIVED final X: Alice");
        await x.ExpectVerdictAsync("final", "X: Alice");
    }

    [Fact]
    public async Task A_deadline_by_which_nobody_spoke_is_told_to_all_and_the_name_is_free()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var watcher = await server.WatchAsync("final");
        using var brief = await server.SendAsync("JOIN final X of=3 deadline=300ms brief=yes\n");

        await brief.ExpectLinesAsync("EXPIRED final");
        await watcher.ExpectLinesAsync("SEATED final X 1/3", "EXPIRED final");

        using var round = await RoundOfTwo.StartAsync(server, "final");
        await round.DecideAsync();
    }

    [Fact]
    public async Task A_round_without_a_deadline_expires_with_the_timeout_of_rounds()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Ordering = options.Ordering with
            {
                Sessions = options.Ordering.Sessions with { RoundTimeout = TimeSpan.FromMilliseconds(200) },
            },
        });
        using var x = await server.AskAsync("JOIN final X", "JOINED final X 1/2", "EXPIRED final");

        await x.AskAsync("SEND Alice", "ERROR not-joined join a round first: JOIN <round> <id>");
    }

    [Fact]
    public async Task JOIN_WATCH_and_RESULT_of_a_decided_round_tell_its_verdict_whatever_the_options()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var round = await RoundOfTwo.StartAsync(server, "final");
        var number = await round.DecideAsync();
        using var late = await server.AskAsync("PING", "PONG");

        foreach (var question in new[] { "JOIN final Z of=5 window=1s", "JOIN final X", "WATCH final", "RESULT final" })
        {
            await late.AskAsync(question);
            Assert.Equal(number, await late.ExpectVerdictAsync("final", "X: Alice received before Y: Bob"));
        }

        await late.AskAsync("JOIN final Z brief=yes");
        Assert.Equal(number, await late.ExpectVerdictAloneAsync("final", "X: Alice received before Y: Bob"));
    }

    [Fact]
    public async Task A_watcher_is_told_of_all_its_rounds_until_each_is_told()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var watcher = await server.WatchAsync("one", "two");

        using var one = await RoundOfTwo.StartAsync(server, "one");
        await watcher.ExpectLinesAsync("SEATED one X 1/2", "SEATED one Y 2/2", "READY one X Y");
        using var two = await RoundOfTwo.StartAsync(server, "two");
        await watcher.ExpectLinesAsync("SEATED two X 1/2", "SEATED two Y 2/2", "READY two X Y");

        var second = await two.DecideAsync();
        Assert.Equal(second, await watcher.ExpectVerdictAsync("two", "X: Alice received before Y: Bob"));
        Assert.True(await one.DecideAsync() > second);
        await watcher.ExpectVerdictAsync("one", "X: Alice received before Y: Bob");
        await watcher.AskAsync("PING", "PONG");
    }

    [Fact]
    public async Task The_first_message_decides_a_claim_and_everyone_joined_is_told()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var first = await server.AskAsync("JOIN lock A of=1", "JOINED lock A 1/1");
        using var second = await server.AskAsync("JOIN lock B of=1", "JOINED lock B 2/1");
        using var third = await server.AskAsync("JOIN lock C of=1 brief=yes\nPING", "PONG");

        await second.ExpectLinesAsync("SEATED lock C 3/1");
        await second.AskAsync("SEND mine", "RECEIVED lock B: mine");

        await second.ExpectVerdictAsync("lock", "B: mine");
        await first.ExpectLinesAsync("SEATED lock B 2/1", "SEATED lock C 3/1");
        await first.ExpectVerdictAsync("lock", "B: mine");
        await third.ExpectVerdictAloneAsync("lock", "B: mine");
    }

    [Fact]
    public async Task A_brief_contender_is_told_verdicts_and_errors_only()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var brief = await server.SendAsync("JOIN final X brief=yes\nJOIN other X\nSEND Alice\nSEND Alexa\n");
        await brief.ExpectLinesAsync(
            "ERROR already-joined this connection is in round final: wait for its VERDICT, or LEAVE it first",
            "ERROR already-sent your message in round final has arrived, and only the first one counts");

        using var y = await server.AskAsync("JOIN final Y", "JOINED final Y 2/2", "READY final X Y");
        await y.AskAsync("SEND Bob", "RECEIVED final Y: Bob");

        await brief.ExpectVerdictAloneAsync("final", "X: Alice received before Y: Bob");
        await y.ExpectVerdictAsync("final", "X: Alice received before Y: Bob");
    }

    [Fact]
    public async Task Beyond_32_arrivals_a_contender_is_told_its_own_place_alone()
    {
        const int Count = 33;
        await using var server = await ArbiterFixture.StartAsync();
        var brief = new List<RawClient>();
        try
        {
            for (var i = 1; i < Count; i++)
                brief.Add(await server.AskAsync($"JOIN crowd c{i} of={Count} brief=yes\nSEND hello\nPING", "PONG"));
            using var last = await server.SendAsync("JOIN crowd last\n");
            Assert.Equal($"JOINED crowd last {Count}/{Count}\n", await last.ReadLineAsync());
            Assert.StartsWith("READY crowd c1 ", await last.ReadLineAsync(), StringComparison.Ordinal);

            await last.AskAsync("SEND me too", "RECEIVED crowd last: me too");

            var place = await last.ReadReplyAsync<SessionReply.Placed>();
            Assert.Equal((Count, Count, "last"), (place.Place, place.Arrived, place.Id.Value));
            var verdict = await last.ReadReplyAsync<SessionReply.Verdict>();
            foreach (var contender in brief)
                Assert.Equal(verdict, await contender.ReadReplyAsync<SessionReply.Verdict>());
        }
        finally
        {
            brief.ForEach(contender => contender.Dispose());
        }
    }

    [Fact]
    public async Task HELP_has_a_line_for_each_command()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var session = await server.AskAsync(
            "HELP",
            "HELP JOIN <round> <id> [of=<n>] [window=<duration>] [deadline=<duration>] [start=ready] [key=<key>] [brief=yes]"
                + " - take a seat; the first JOIN opens the round",
            "HELP Client <id>: <text> - your message, one a round",
            "HELP SEND <text> - the same, without your id",
            "HELP LEAVE - give your seat up",
            "HELP WATCH <round> - be told what happens in a round",
            "HELP RESULT <round> - the verdict of a decided round",
            "HELP PING [text] - is answered with PONG",
            "HELP HELP - these lines",
            "HELP QUIT - end the session");
        await session.AskAsync("QUIT", "BYE");

        Assert.Empty(await session.ReadToEndAsync());
    }
}
