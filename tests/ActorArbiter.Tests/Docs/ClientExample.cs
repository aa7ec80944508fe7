using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorClient;

namespace ActorArbiter.Tests.Docs;

/// <summary>The example of docs/client.md.</summary>
internal static class ClientExample
{
    public static async Task<string> PlayAsync(ArbiterClientOptions options)
    {
        await using var client = new ArbiterClient(options);
        var final = RoundName.Parse("final");
        await using var alice = await client.JoinAsync(final, ContenderId.Parse("X"), new RoundTerms { Of = 2 });
        await using var bob = await client.JoinAsync(final, ContenderId.Parse("Y"));
        await alice.WhenReady;
        await alice.SendAsync("Alice");
        await bob.SendAsync("Bob");
        return await bob.Outcome is RoundOutcome.Decided { Verdict: var verdict }
            ? $"{verdict.Sentence}, {verdict.Places[1].Gap} apart"
            : "nobody spoke";
    }

    public static async Task<string> DeployAsync(ArbiterClientOptions options)
    {
        await using var client = new ArbiterClient(options);
        var claim = await client.ClaimAsync(
            RoundName.Parse("deploy-17"), ContenderId.Parse("runner-1"), Guid.NewGuid().ToString());
        return claim.IsWinner ? $"deploy, with fencing number {claim.Number}" : $"{claim.Winner} deploys";
    }
}
