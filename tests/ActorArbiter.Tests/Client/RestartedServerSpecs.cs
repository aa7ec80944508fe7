using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Tests.Journal;
using ActorArbiter.Tests.RawTcp;
using ActorClient;
using static ActorArbiter.Tests.Client.ArbiterClients;

namespace ActorArbiter.Tests.Client;

/// <summary>
/// A server with a journal is restarted in the middle of a round: all its contenders end with one verdict, which is the
/// journal's.
/// </summary>
public sealed class RestartedServerSpecs : IDisposable
{
    private const int Restarts = 8;

    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_round_that_was_not_decided_is_played_to_its_end(bool inOrder)
    {
        var first = await StartAsync();
        await using var relay = new Relay(first.EndPoints[0]);
        await using var client = Of(relay.Port);
        await using var x = await client.JoinAsync(Final, X, new RoundTerms { Of = 2 });
        await using var y = await client.JoinAsync(Final, Y);
        await x.SendAsync("Alice").WaitAsync(Patience);

        await using var second = await RestartAsync(first, relay, inOrder);
        await y.SendAsync("Bob").WaitAsync(Patience);

        var verdict = await x.VerdictAsync();
        Assert.Equal(verdict, await y.VerdictAsync());
        Assert.Equal(2, verdict.Places.Count);
        Assert.Equal(verdict, await client.ResultAsync(Final));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_restart_while_the_last_message_is_under_way_leaves_one_verdict(bool inOrder)
    {
        var server = await StartAsync();
        await using var relay = new Relay(server.EndPoints[0]);
        await using var client = Of(relay.Port);
        for (var i = 0; i < Restarts; i++)
        {
            var round = RoundName.Parse($"round-{i}");
            await using var x = await client.JoinAsync(round, X, new RoundTerms { Of = 2 }).WaitAsync(Patience);
            await using var y = await client.JoinAsync(round, Y, new RoundTerms { Of = 2 }).WaitAsync(Patience);
            await x.SendAsync("Alice").WaitAsync(Patience);

            var sending = y.SendAsync("Bob");
            server = await RestartAsync(server, relay, inOrder);

            await sending.WaitAsync(Patience);
            var verdict = await x.VerdictAsync();
            Assert.Equal(verdict, await y.VerdictAsync());
            Assert.Equal(verdict, await client.ResultAsync(round));
        }

        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_claim_is_won_once_whatever_the_server_goes_through()
    {
        var server = await StartAsync();
        await using var relay = new Relay(server.EndPoints[0]);
        await using var client = Of(relay.Port);
        for (var i = 0; i < Restarts; i++)
        {
            var round = RoundName.Parse($"deploy-{i}");

            var claiming = Task.WhenAll(client.ClaimAsync(round, X, "x's"), client.ClaimAsync(round, Y, "y's"));
            server = await RestartAsync(server, relay, inOrder: false);

            var outcomes = await claiming.WaitAsync(Patience);
            Assert.Single(outcomes, outcome => outcome.IsWinner);
            Assert.Equal(outcomes[0].Verdict, outcomes[1].Verdict);
        }

        await server.DisposeAsync();
    }

    [Fact]
    public async Task Who_missed_the_verdict_is_told_it_by_the_next_server()
    {
        var first = await StartAsync();
        await using var relay = new Relay(first.EndPoints[0], RelayCut.Before("VERDICT") with { StaysDown = true });
        await using var behind = Of(relay.Port);
        await using var direct = Of(first.EndPoints[0]);
        await using var x = await behind.JoinAsync(Final, X, new RoundTerms { Of = 2 });
        await using var y = await direct.JoinAsync(Final, Y);
        await x.SendAsync("Alice").WaitAsync(Patience);
        await y.SendAsync("Bob").WaitAsync(Patience);
        var told = await y.VerdictAsync();
        await foreach (var happened in x.Events)
        {
            if (happened is RoundEvent.ConnectionLost)
                break;
        }

        await using var second = await RestartAsync(first, relay, inOrder: true);

        Assert.Equal(told, await x.VerdictAsync());
    }

    private Task<ArbiterFixture> StartAsync() =>
        ArbiterFixture.StartAsync(options => options with { Journal = _folder.Options });

    /// <summary>Ends a server, in order or as a crash does, and starts another with its journal.</summary>
    private async Task<ArbiterFixture> RestartAsync(ArbiterFixture server, Relay relay, bool inOrder)
    {
        relay.Server = null;
        if (inOrder)
            await server.TranscriptAsync();
        await server.DisposeAsync();
        var next = await StartAsync();
        relay.Server = next.EndPoints[0];
        return next;
    }
}
