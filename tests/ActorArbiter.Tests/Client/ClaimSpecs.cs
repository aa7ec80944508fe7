using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Tests.RawTcp;
using ActorClient;
using static ActorArbiter.Tests.Client.ArbiterClients;

namespace ActorArbiter.Tests.Client;

/// <summary>Claims against a server in this process.</summary>
public sealed class ClaimSpecs
{
    private const int Claims = 200;

    [Fact]
    public async Task Of_three_that_claim_at_once_one_wins_and_the_others_name_it_each_of_200_times()
    {
        await using var server = await ArbiterFixture.StartAsync();
        await using var alpha = Of(server.EndPoints[0]);
        await using var beta = Of(server.EndPoints[0]);
        await using var gamma = Of(server.EndPoints[0]);
        var last = 0L;
        for (var i = 0; i < Claims; i++)
        {
            var round = RoundName.Parse($"deploy-{i}");

            var outcomes = await Task.WhenAll(
                Claim(alpha, round, "alpha"), Claim(beta, round, "beta"), Claim(gamma, round, "gamma"));

            var winner = Assert.Single(outcomes, outcome => outcome.IsWinner);
            Assert.All(outcomes, outcome => Assert.Equal(winner.Verdict, outcome.Verdict));
            Assert.Equal($"token of {winner.Winner}", winner.WinnerText);
            Assert.True(winner.Number > last);
            last = winner.Number;
        }

        static Task<ClaimOutcome> Claim(ArbiterClient client, RoundName round, string id) =>
            client.ClaimAsync(round, ContenderId.Parse(id), $"token of {id}").WaitAsync(Patience);
    }

    [Fact]
    public async Task Who_claims_again_with_another_text_has_not_won()
    {
        await using var server = await ArbiterFixture.StartAsync();
        await using var client = Of(server.EndPoints[0]);
        var first = await client.ClaimAsync(Final, X, "first");
        var second = await client.ClaimAsync(Final, X, "second");

        Assert.True(first.IsWinner);
        Assert.False(second.IsWinner);
        Assert.Equal((X, "first", first.Number), (second.Winner, second.WinnerText, second.Number));
    }

    [Fact]
    public async Task A_claim_of_a_name_whose_round_was_no_claim_is_refused()
    {
        await using var server = await ArbiterFixture.StartAsync();
        await using var client = Of(server.EndPoints[0]);
        await using var x = await client.JoinAsync(Final, X);
        var open = await Assert.ThrowsAsync<RefusedException>(() => client.ClaimAsync(Final, Y, "mine"));
        await using var y = await client.JoinAsync(Final, Y);
        await Task.WhenAll(x.SendAsync("Alice"), y.SendAsync("Bob"), x.Outcome).WaitAsync(Patience);
        var decided = await Assert.ThrowsAsync<RefusedException>(() => client.ClaimAsync(Final, Y, "mine"));

        Assert.Equal([ErrorCodes.RoundDiffers, ErrorCodes.RoundDiffers], [open.Error.Code, decided.Error.Code]);
    }

    [Theory]
    [InlineData("SEND theirs", false)]
    [InlineData("QUIT", true)]
    public async Task A_claim_while_the_same_id_is_claiming_waits_for_how_that_ends(string end, bool isWon)
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var other = await LineClient.ConnectAsync(server.EndPoints[0]);
        await other.SendAsync("JOIN final X of=1 key=other\n");
        Assert.Equal("JOINED final X 1/1", await other.ReadLineAsync());
        await using var client = Of(server.EndPoints[0]);
        await using var claim = client.Begin(Final, X, new RoundTerms { Of = 1 }, "mine");
        await foreach (var happened in claim.Events)
        {
            if (happened is RoundEvent.ConnectionLost)
                break;
        }

        await other.SendAsync($"{end}\n");

        Assert.Equal(isWon ? "X: mine" : "X: theirs", (await claim.VerdictAsync()).Sentence);
    }

    [Theory]
    [InlineData("JOINED")]
    [InlineData("RECEIVED")]
    [InlineData("VERDICT")]
    public async Task A_claim_whose_reply_is_lost_is_won_all_the_same(string word)
    {
        await using var server = await ArbiterFixture.StartAsync();
        await using var relay = new Relay(server.EndPoints[0], RelayCut.Before(word), RelayCut.Within("V"));
        await using var client = Of(relay.Port);

        var outcome = await client.ClaimAsync(Final, X, "mine").WaitAsync(Patience);

        Assert.True(outcome.IsWinner);
    }
}
