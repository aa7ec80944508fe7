using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Tests.RawTcp;
using ActorClient;
using TestSupport;
using static ActorArbiter.Tests.Client.ArbiterClients;

namespace ActorArbiter.Tests.Client;

/// <summary>Contenders behind a network that loses their connections.</summary>
public sealed class LostConnectionSpecs
{
    private const int Rounds = 60;
    private const int MostCuts = 4;

    /// <summary>The most bytes that either side says in a round of two.</summary>
    private const int LongestSession = 400;

    public static TheoryData<string> Moments => [.. Cuts.Keys];

    private static Dictionary<string, RelayCut> Cuts { get; } = new()
    {
        ["before the server has JOIN"] = RelayCut.BeforeClients("JOIN"),
        ["before JOINED"] = RelayCut.Before("JOINED"),
        ["behind JOINED"] = RelayCut.Behind("JOINED"),
        ["behind READY"] = RelayCut.Behind("READY"),
        ["before the server has SEND"] = RelayCut.BeforeClients("SEND"),
        ["before RECEIVED"] = RelayCut.Before("RECEIVED"),
        ["within RECEIVED"] = RelayCut.Within("RECEIVED"),
        ["behind RECEIVED"] = RelayCut.Behind("RECEIVED"),
        ["within PLACE"] = RelayCut.Within("PLACE final 2"),
        ["before VERDICT"] = RelayCut.Before("VERDICT"),
        ["within VERDICT"] = RelayCut.Within("VERDICT"),
        ["before BYE"] = RelayCut.Before("BYE"),
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task A_connection_lost_at_any_moment_changes_nothing(string moment)
    {
        await using var server = await ArbiterFixture.StartAsync();
        await using var relay = new Relay(server.EndPoints[0], Cuts[moment]);
        await using var behind = Of(relay.Port);
        await using var direct = Of(server.EndPoints[0]);

        var (verdict, events) = await PlayAsync(behind, direct, Final);

        Assert.Equal("X: Alice received before Y: Bob", verdict.Sentence);
        Assert.Single(events.OfType<RoundEvent.Received>());
        Assert.Single(events.OfType<RoundEvent.Decided>());
        Assert.Equal(moment == "before BYE" ? 0 : 1, events.OfType<RoundEvent.ConnectionLost>().Count());
        Assert.Equal(events.OfType<RoundEvent.ConnectionLost>().Count() + 1, events.OfType<RoundEvent.Connected>().Count());
    }

    [Theory]
    [InlineData("RECEIVED")]
    [InlineData("VERDICT")]
    public async Task A_connection_lost_at_the_same_moment_again_and_again_changes_nothing(string word)
    {
        await using var server = await ArbiterFixture.StartAsync();
        await using var relay = new Relay(server.EndPoints[0], Enumerable.Repeat(RelayCut.Before(word), 5));
        await using var behind = Of(relay.Port);
        await using var direct = Of(server.EndPoints[0]);

        var (verdict, events) = await PlayAsync(behind, direct, Final);

        Assert.Equal("X: Alice received before Y: Bob", verdict.Sentence);
        Assert.Equal(5, events.OfType<RoundEvent.ConnectionLost>().Count());
    }

    [Fact]
    public Task Wherever_connections_are_cut_all_are_told_the_same() => RandomRun.PlayAsync(async seed =>
    {
        var random = new Random(seed);
        await using var server = await ArbiterFixture.StartAsync();
        for (var i = 0; i < RandomRun.Scaled(Rounds); i++)
        {
            await using var first = new Relay(server.EndPoints[0], DrawCuts(random));
            await using var second = new Relay(server.EndPoints[0], DrawCuts(random));
            await using var x = Of(first.Port);
            await using var y = Of(second.Port);

            await PlayAsync(x, y, RoundName.Parse($"round-{i}"));
        }
    });

    [Fact]
    public async Task A_network_that_never_holds_is_left_when_the_time_is_over()
    {
        await using var relay = new Relay(server: null);
        await using var client = Of(relay.Port, options => options with { Timeout = TimeSpan.FromMilliseconds(300) });

        await Assert.ThrowsAsync<TimedOutException>(() => client.JoinAsync(Final, X));
    }

    [Fact]
    public async Task Who_leaves_while_the_network_is_down_is_gone()
    {
        await using var server = await ArbiterFixture.StartAsync();
        await using var relay = new Relay(server.EndPoints[0], RelayCut.Behind("JOINED"));
        await using var client = Of(
            relay.Port, options => options with { RetryMin = TimeSpan.FromHours(1), RetryMax = TimeSpan.FromHours(1) });
        var x = await client.JoinAsync(Final, X);
        await foreach (var happened in x.Events)
        {
            if (happened is RoundEvent.ConnectionLost)
                break;
        }

        await x.LeaveAsync().WaitAsync(Patience);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => x.Outcome);
    }

    /// <summary>X speaks when all are ready, and Y when X was heard; both are told the same, once.</summary>
    private static async Task<(RoundVerdict Verdict, IReadOnlyList<RoundEvent> Events)> PlayAsync(
        ArbiterClient first, ArbiterClient second, RoundName round)
    {
        var terms = new RoundTerms { Of = 2 };
        await using var x = await first.JoinAsync(round, X, terms).WaitAsync(Patience);
        await using var y = await second.JoinAsync(round, Y, terms).WaitAsync(Patience);
        await Task.WhenAll(x.WhenReady, y.WhenReady).WaitAsync(Patience);
        await x.SendAsync("Alice").WaitAsync(Patience);
        await y.SendAsync("Bob").WaitAsync(Patience);

        var verdict = await x.VerdictAsync();
        Assert.Equal(verdict, await y.VerdictAsync());
        return (verdict, await x.Events.ListAsync());
    }

    private static RelayCut[] DrawCuts(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(MostCuts + 1)).Select(_ => RelayCut.After(
            random.Next(LongestSession), isClients: random.Next(2) == 0, isReset: random.Next(2) == 0)),
    ];
}
