using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Tests.RawTcp;
using TestSupport;

namespace ActorArbiter.Tests.Bias;

/// <summary>
/// Rounds of two sent one right after the other, as a coin says. Other coins say which two connections play, which of them
/// has which id, and which says what.
/// </summary>
public sealed class CoinRounds : IAsyncLifetime
{
    private const int Rounds = 10_000;
    private const int Connections = 16;

    /// <summary>What the rounds were drawn from.</summary>
    public int Seed { get; private set; }

    /// <summary>How many verdicts were not the order of sending.</summary>
    internal int Wrong { get; private set; }

    internal Preference AcceptedFirst { get; private set; } = new(0, 0);

    internal Preference WithSmallerId { get; private set; } = new(0, 0);

    internal Preference WithSmallerText { get; private set; } = new(0, 0);

    /// <inheritdoc/>
    public Task InitializeAsync() => RandomRun.PlayAsync(async seed =>
    {
        Seed = seed;
        var random = new Random(seed);
        await using var server = await ArbiterFixture.StartAsync();
        var clients = new List<LineClient>();
        try
        {
            for (var number = 1; number <= Connections; number++)
            {
                clients.Add(await LineClient.ConnectAsync(server.EndPoints[0]));
                await server.AcceptedAsync(number);
            }

            for (var round = 0; round < RandomRun.Scaled(Rounds); round++)
                await PlayAsync(clients, $"coin-{round}", random);
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    });

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    private async Task PlayAsync(List<LineClient> clients, string round, Random random)
    {
        var first = random.Next(Connections);
        var second = (first + random.Next(1, Connections)) % Connections;
        var ids = Toss(random, "X", "Y");
        var texts = Toss(random, "Alice", "Bob");

        await clients[first].SendAsync($"JOIN {round} {ids.First} brief=yes\nSEND {texts.First}\n");
        await clients[second].SendAsync($"JOIN {round} {ids.Second} brief=yes\nSEND {texts.Second}\n");

        var told = await clients[first].ReadLineAsync();
        Assert.Equal(told, await clients[second].ReadLineAsync());
        Assert.True(SessionReply.TryParse(told!, out var reply), told);
        var sentence = Assert.IsType<SessionReply.Verdict>(reply).Sentence;
        var firstWon = sentence == $"{ids.First}: {texts.First} received before {ids.Second}: {texts.Second}";
        if (!firstWon)
            Assert.Equal($"{ids.Second}: {texts.Second} received before {ids.First}: {texts.First}", sentence);

        Wrong += firstWon ? 0 : 1;
        AcceptedFirst = AcceptedFirst.With(firstWon == first < second);
        WithSmallerId = WithSmallerId.With(firstWon == (ids.First == "X"));
        WithSmallerText = WithSmallerText.With(firstWon == (texts.First == "Alice"));
    }

    private static (string First, string Second) Toss(Random random, string one, string other) =>
        random.Next(2) == 0 ? (one, other) : (other, one);
}
