using System.Globalization;

namespace ActorArbiter.Tests.Tcp;

/// <summary>Which clients play together, and what they are told.</summary>
public sealed class ClassicRoundSpecs
{
    [Fact]
    public async Task Rounds_are_played_one_after_another()
    {
        await using var server = await ArbiterFixture.StartAsync();

        for (var round = 1; round <= 5; round++)
        {
            var told = await server.PlayAsync($"Client Y: Bob {round}\n", $"Client X: Alice {round}\n");

            Assert.All(told, each => Assert.Equal($"Y: Bob {round} received before X: Alice {round}\n", each));
        }
    }

    [Fact]
    public async Task Two_messages_of_one_id_wait_for_two_of_the_other()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var x1 = await server.SendAsync("Client X: first\n");
        await server.SubmittedAsync("first");
        using var x2 = await server.SendAsync("Client X: second\n");
        await server.SubmittedAsync("second");
        using var y1 = await server.SendAsync("Client Y: third\n");
        Assert.Equal("X: first received before Y: third\n", await y1.ReadToEndAsync());
        using var y2 = await server.SendAsync("Client Y: fourth\n");

        Assert.Equal("X: first received before Y: third\n", await x1.ReadToEndAsync());
        Assert.Equal("X: second received before Y: fourth\n", await x2.ReadToEndAsync());
        Assert.Equal("X: second received before Y: fourth\n", await y2.ReadToEndAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(27)]
    public async Task A_round_has_as_many_contenders_as_asked_for(int contenders)
    {
        await using var server = await ArbiterFixture.StartAsync(Server.ListenerProfile.Classic, contenders);
        string[] messages = [.. Enumerable.Range(1, contenders).Select(number =>
            string.Create(CultureInfo.InvariantCulture, $"Client c-{number}: text {number:00}\n"))];

        var told = await server.PlayAsync(messages);

        var sentence = string.Join(" received before ", messages.Select(each => each["Client ".Length..^1]));
        Assert.All(told, each => Assert.Equal(sentence + "\n", each));
    }

    [Fact]
    public async Task More_texts_without_an_id_than_there_are_letters_are_numbered()
    {
        await using var server = await ArbiterFixture.StartAsync(Server.ListenerProfile.Classic, contenders: 27);
        string[] texts = [.. Enumerable.Range(1, 27).Select(number =>
            string.Create(CultureInfo.InvariantCulture, $"text {number:00}\n"))];

        var told = await server.PlayAsync(texts);

        var letters = "XYZABCDEFGHIJKLMNOPQRSTUVW".Select(letter => letter.ToString()).Append("C27");
        var sentence = string.Join(" received before ", letters.Zip(texts, (letter, text) => $"{letter}: {text[..^1]}"));
        Assert.All(told, each => Assert.Equal(sentence + "\n", each));
    }

    [Fact]
    public async Task Texts_without_an_id_make_rounds_of_their_own()
    {
        await using var server = await ArbiterFixture.StartAsync();

        Assert.All(
            await server.PlayAsync("one\n", "two\n"),
            told => Assert.Equal("X: one received before Y: two\n", told));
        Assert.All(
            await server.PlayAsync("three\n", "four\n"),
            told => Assert.Equal("X: three received before Y: four\n", told));
    }

    [Fact]
    public async Task Rounds_overlap_and_every_contender_is_told_the_verdict_of_its_own()
    {
        const int Rounds = 50;
        await using var server = await ArbiterFixture.StartAsync();
        var clients = await Task.WhenAll(Enumerable.Range(0, 2 * Rounds).Select(number => server.SendAsync(
            string.Create(CultureInfo.InvariantCulture, $"Client {"XY"[number % 2]}: [{number}]\n"))));

        var told = await Task.WhenAll(clients.Select(client => client.ReadToEndAsync()));

        for (var number = 0; number < told.Length; number++)
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"[{number}]"), told[number], StringComparison.Ordinal);
        Assert.All(told.GroupBy(each => each), sentence => Assert.Equal(2, sentence.Count()));
        Assert.Equal(Rounds, told.Distinct().Count());
        Array.ForEach(clients, client => client.Dispose());
    }

    [Fact]
    public async Task Two_classic_listeners_share_their_rounds()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Listeners =
            [
                ArbiterFixture.Listener(1, Server.ListenerProfile.Classic),
                ArbiterFixture.Listener(2, Server.ListenerProfile.Classic),
            ],
        });
        using var x = await server.SendAsync("Client X: Alice\n", listener: 2);
        await server.SubmittedAsync("Alice");
        using var y = await server.SendAsync("Client Y: Bob\n", listener: 1);

        Assert.Equal("X: Alice received before Y: Bob\n", await x.ReadToEndAsync());
        Assert.Equal("X: Alice received before Y: Bob\n", await y.ReadToEndAsync());
    }
}
