using TestSupport;

namespace ActorArbiter.Tests.Durability;

/// <summary>
/// A server that is killed (SIGKILL) at any moment, and started again on the same journal: what it told is recorded, once, and
/// told again.
/// </summary>
public sealed class KilledServerSpecs
{
    private const int Kills = 6;
    private const int LongestLifeMilliseconds = 400;

    /// <summary>About twice as long as a start takes.</summary>
    private const int LongestStartMilliseconds = 600;

    [Fact]
    public Task No_verdict_that_was_told_is_missing_or_contradicted() => RandomRun.PlayAsync(async seed =>
    {
        using var journal = new JournalFile();
        var server = new KilledServer(journal.Path);
        var random = new Random(seed);
        var all = new List<ToldVerdict>();
        for (var kill = 0; kill < RandomRun.Scaled(Kills); kill++)
        {
            var told = await server.PlayAndKillAsync(TimeSpan.FromMilliseconds(random.Next(LongestLifeMilliseconds)));
            all.AddRange(told.All);
            await server.KillAtStartAsync(TimeSpan.FromMilliseconds(random.Next(LongestStartMilliseconds)));
            Fail(await server.ViolationsAsync(told));
        }

        Fail(DurabilityChecker.Violations(all, server.Read(after: 0)));
        Assert.NotEmpty(all);
    });

    private static void Fail(IReadOnlyList<string> violations) =>
        Assert.True(violations.Count == 0, string.Join('\n', violations.Take(10)));
}
