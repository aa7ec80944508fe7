using ActorArbiter.Server;

namespace ActorArbiter.Tests.Tcp;

/// <summary>Clients that wait to be told that all are connected.</summary>
public sealed class GreetingSpecs
{
    [Theory]
    [InlineData("Alice", "Bob", "")]
    [InlineData("Alice\n", "Bob\n", "\n")]
    [InlineData("Alice\r\n", "Bob\r\n", "\r\n")]
    [InlineData("Client X: Alice\n", "Client Y:Bob\n", "\n")]
    public async Task Both_are_greeted_with_their_letter_and_told_who_spoke_first(string x, string y, string ending)
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Greeting);
        using var first = await server.SitDownAsync(1, "X");
        using var second = await server.SitDownAsync(2, "Y");
        await first.ExpectAsync("Client X connected");
        await second.ExpectAsync("Client Y connected");

        await first.SendAsync(x);
        await server.SubmittedAsync("Alice");
        await second.SendAsync(y);

        Assert.Equal("X: Alice received before Y: Bob" + ending, await first.ReadToEndAsync());
        Assert.Equal("X: Alice received before Y: Bob" + ending, await second.ReadToEndAsync());
    }

    [Fact]
    public async Task Seats_go_by_connection_and_the_verdict_by_message()
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Greeting, contenders: 3);
        using var x = await server.SitDownAsync(1, "X");
        using var y = await server.SitDownAsync(2, "Y");
        using var z = await server.SitDownAsync(3, "Z");

        await z.SendAsync("Carol\n");
        await server.SubmittedAsync("Carol");
        await x.SendAsync("Alice\n");
        await server.SubmittedAsync("Alice");
        await y.SendAsync("Bob\n");

        const string Sentence = "Z: Carol received before X: Alice received before Y: Bob\n";
        Assert.Equal("Client X connected" + Sentence, await x.ReadToEndAsync());
        Assert.Equal("Client Y connected" + Sentence, await y.ReadToEndAsync());
        Assert.Equal("Client Z connected" + Sentence, await z.ReadToEndAsync());
    }

    [Fact]
    public async Task A_contender_alone_is_greeted_at_once()
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Greeting, contenders: 1);
        using var x = await server.ConnectAsync();
        await x.ExpectAsync("Client X connected");

        await x.SendAsync("Alice\n");

        Assert.Equal("X: Alice\n", await x.ReadToEndAsync());
    }

    [Fact]
    public async Task A_prefix_that_names_somebody_else_is_part_of_the_text()
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Greeting);
        using var x = await server.SitDownAsync(1, "X");
        using var y = await server.SitDownAsync(2, "Y");

        await x.SendAsync("Client Y: Alice\n");
        await server.SubmittedAsync("Client Y: Alice");
        await y.SendAsync("Y: Bob\n");

        Assert.Equal(
            "Client X connectedX: Client Y: Alice received before Y: Y: Bob\n", await x.ReadToEndAsync());
    }

    [Fact]
    public async Task A_text_sent_before_the_greeting_counts_and_was_first()
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Greeting);
        using var x = await server.ConnectAsync();
        await x.SendAsync("Alice\n");
        await server.SubmittedAsync("Alice");
        using var y = await server.ConnectAsync();
        await x.ExpectAsync("Client X connected");
        await y.ExpectAsync("Client Y connected");

        await y.SendAsync("Bob\n");

        Assert.Equal("X: Alice received before Y: Bob\n", await x.ReadToEndAsync());
        Assert.Equal("X: Alice received before Y: Bob\n", await y.ReadToEndAsync());
    }

    [Fact]
    public async Task Texts_that_all_came_before_the_greeting_are_answered_behind_it()
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Greeting, contenders: 3);
        using var x = await server.SitDownAsync(1, "X");
        await x.SendAsync("Alice\n");
        await server.SubmittedAsync("Alice");
        using var y = await server.SitDownAsync(2, "Y");
        await y.SendAsync("Bob\n");
        await server.SubmittedAsync("Bob");
        using var z = await server.ConnectAsync();
        await z.SendAsync("Carol\n");

        const string Sentence = "X: Alice received before Y: Bob received before Z: Carol\n";
        Assert.Equal("Client X connected" + Sentence, await x.ReadToEndAsync());
        Assert.Equal("Client Y connected" + Sentence, await y.ReadToEndAsync());
        Assert.Equal("Client Z connected" + Sentence, await z.ReadToEndAsync());
    }

    [Fact]
    public async Task A_contender_that_leaves_before_the_greeting_frees_its_seat()
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Greeting);
        var gone = await server.SitDownAsync(1, "X");
        gone.Dispose();
        await server.Log.SeenAsync("connection 1.1 is closed");

        using var x = await server.SitDownAsync(2, "X");
        using var y = await server.SitDownAsync(3, "Y");

        await x.ExpectAsync("Client X connected");
        await y.ExpectAsync("Client Y connected");
    }

    [Fact]
    public async Task A_contender_that_is_reset_before_the_greeting_takes_its_text_along()
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Greeting);
        var gone = await server.SitDownAsync(1, "X");
        await gone.SendAsync("too early\n");
        await server.SubmittedAsync("too early");
        gone.Reset();
        await server.Log.SeenAsync("connection 1.1 is closed");

        using var x = await server.SitDownAsync(2, "X");
        using var y = await server.SitDownAsync(3, "Y");
        await x.SendAsync("Alice\n");
        await server.SubmittedAsync("Alice");
        await y.SendAsync("Bob\n");

        Assert.Equal("Client X connectedX: Alice received before Y: Bob\n", await x.ReadToEndAsync());
    }

    [Theory]
    [InlineData("close")]
    [InlineData("half-close")]
    [InlineData("reset")]
    public async Task A_contender_that_leaves_after_the_greeting_without_a_message_ends_the_round(string way)
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Greeting);
        using var x = await server.SitDownAsync(1, "X");
        using var y = await server.SitDownAsync(2, "Y");
        await x.ExpectAsync("Client X connected");
        await y.ExpectAsync("Client Y connected");
        await x.SendAsync("Alice\n");
        await server.SubmittedAsync("Alice");

        switch (way)
        {
            case "close":
                y.Dispose();
                break;
            case "half-close":
                y.HalfClose();
                break;
            default:
                y.Reset();
                break;
        }

        Assert.Equal(
            "ERROR contender-left Y left without a message, so the round cannot be decided\n",
            await x.ReadToEndAsync());
        if (way == "half-close")
            Assert.Empty(await y.ReadToEndAsync());
        await ExpectGoodRoundAsync(server);
    }

    [Fact]
    public async Task A_contender_that_leaves_after_its_message_stays_in_the_round()
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Greeting);
        var x = await server.SitDownAsync(1, "X");
        using var y = await server.SitDownAsync(2, "Y");
        await x.SendAsync("Alice\n");
        await server.SubmittedAsync("Alice");
        x.Reset();
        await server.Log.SeenAsync("connection 1.1 is closed");

        await y.SendAsync("Bob\n");

        Assert.Equal("Client Y connectedX: Alice received before Y: Bob\n", await y.ReadToEndAsync());
    }

    [Fact]
    public async Task A_text_without_a_line_end_is_complete_at_the_half_close()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Listeners = [ArbiterFixture.Listener(1, ListenerProfile.Greeting)],
            Connections = options.Connections with { QuietTime = TimeSpan.FromHours(1) },
        });
        using var x = await server.SitDownAsync(1, "X");
        using var y = await server.SitDownAsync(2, "Y");
        await x.SendAsync("Alice");
        x.HalfClose();
        await server.SubmittedAsync("Alice");
        await y.SendAsync("Bob");
        y.HalfClose();

        Assert.Equal("Client X connectedX: Alice received before Y: Bob", await x.ReadToEndAsync());
        Assert.Equal("Client Y connectedX: Alice received before Y: Bob", await y.ReadToEndAsync());
    }

    [Fact]
    public async Task A_round_with_a_silent_contender_ends_when_its_time_is_over()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Listeners = [ArbiterFixture.Listener(1, ListenerProfile.Greeting)],
            Ordering = options.Ordering with { MessageTimeout = TimeSpan.FromMilliseconds(100) },
        });
        using var silent = await server.SitDownAsync(1, "X");
        using var y = await server.SitDownAsync(2, "Y");
        await y.SendAsync("Bob\n");

        const string Told =
            "ERROR contender-left not every contender sent a message within 100ms, so the round cannot be decided\n";
        Assert.Equal("Client X connected" + Told, await silent.ReadToEndAsync());
        Assert.Equal("Client Y connected" + Told, await y.ReadToEndAsync());
    }

    [Fact]
    public async Task Nobody_who_waits_for_a_seat_mate_is_idle()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Listeners = [ArbiterFixture.Listener(1, ListenerProfile.Greeting)],
            Connections = options.Connections with { IdleTimeout = TimeSpan.FromMilliseconds(50) },
        });
        using var x = await server.SitDownAsync(1, "X");

        await Task.Delay(TimeSpan.FromMilliseconds(200)); // The wait is the input.

        using var y = await server.SitDownAsync(2, "Y");
        await x.ExpectAsync("Client X connected");
    }

    [Theory]
    [InlineData("\n", "bad-message the message is empty")]
    [InlineData("Client X:\n", "bad-message the message has no text after its id")]
    [InlineData("one\ttab\n", "bad-message the message contains control characters")]
    public async Task A_bad_text_ends_the_round(string text, string error)
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Greeting);
        using var x = await server.SitDownAsync(1, "X");
        using var y = await server.SitDownAsync(2, "Y");
        await y.ExpectAsync("Client Y connected");

        await x.SendAsync(text);

        Assert.Equal($"Client X connectedERROR {error}\n", await x.ReadToEndAsync());
        Assert.Equal(
            "ERROR contender-left X left without a message, so the round cannot be decided\n",
            await y.ReadToEndAsync());
        await ExpectGoodRoundAsync(server);
    }

    [Fact]
    public async Task A_bad_text_before_the_greeting_frees_the_seat()
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Greeting);
        using var bad = await server.SitDownAsync(1, "X");
        await bad.SendAsync(new string('x', 1025));

        Assert.Equal("ERROR too-long a line has at most 1024 bytes\n", await bad.ReadToEndAsync());
        using var x = await server.SitDownAsync(2, "X");
    }

    [Fact]
    public async Task A_round_forms_beside_one_that_still_waits_for_its_messages()
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Greeting);
        using var x = await server.SitDownAsync(1, "X");
        using var y = await server.SitDownAsync(2, "Y");
        await x.ExpectAsync("Client X connected");

        await ExpectGoodRoundAsync(server);

        await y.SendAsync("Bob\n");
        await server.SubmittedAsync("Bob");
        await x.SendAsync("Alice\n");
        Assert.Equal("Y: Bob received before X: Alice\n", await x.ReadToEndAsync());
    }

    /// <summary>Plays a whole round of two.</summary>
    private static async Task ExpectGoodRoundAsync(ArbiterFixture server)
    {
        using var one = await server.SendAsync("well\n");
        using var other = await server.SendAsync("done\n");
        var (greetings, sentence) = ("Client X connected".Length, await one.ReadToEndAsync());

        Assert.Contains(" received before ", sentence, StringComparison.Ordinal);
        Assert.Equal(sentence[greetings..], (await other.ReadToEndAsync())[greetings..]);
    }
}
