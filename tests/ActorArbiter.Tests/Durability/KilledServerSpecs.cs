using ActorArbiter.Tests.Journal;
using TestSupport;

namespace ActorArbiter.Tests.Durability;

/// <summary>
/// A server that is killed (SIGKILL) at any moment, and started again on the same journal: what it told is recorded, once, and
/// told again.
/// </summary>
public sealed class KilledServerSpecs
{
    private const int Lives = 8;
    private const int Creations = 3;
    private const int MostVerdicts = 1000;

    private static readonly TimeSpan LongestLife = TimeSpan.FromMilliseconds(400);

    /// <summary>About twice as long as a start takes.</summary>
    private static readonly TimeSpan LongestStart = TimeSpan.FromMilliseconds(600);

    /// <summary>Counted from when there is a file.</summary>
    private static readonly TimeSpan LongestCreation = TimeSpan.FromMilliseconds(20);

    [Fact]
    public Task No_verdict_that_was_told_is_missing_or_contradicted() => RandomRun.PlayAsync(async seed =>
    {
        using var journal = new JournalFolder();
        var server = new KilledServer(journal.File);
        var random = new Random(seed);
        var all = new List<ToldVerdict>();
        var told = new ToldVerdicts();
        for (var life = 0; life < RandomRun.Scaled(Lives); life++)
        {
            told = life % 2 == 0
                ? await server.LiveAsync(told, random.Next(1, MostVerdicts))
                : await server.LiveAsync(told, LongestLife * random.NextDouble());
            all.AddRange(told.All);
            await server.StartAndKillAsync(LongestStart * random.NextDouble());
        }

        await server.CheckAsync(told, all);
        Assert.NotEmpty(all);
    });

    [Fact]
    public Task A_journal_is_made_although_servers_were_killed_while_they_made_it() => RandomRun.PlayAsync(async seed =>
    {
        var random = new Random(seed);
        for (var creation = 0; creation < RandomRun.Scaled(Creations); creation++)
        {
            using var journal = new JournalFolder();
            var server = new KilledServer(journal.File);
            await server.CreateAndKillAsync(LongestCreation * random.NextDouble());
            var told = await server.LiveAsync(new ToldVerdicts(), LongestLife);
            await server.CheckAsync(told, told.All);
        }
    });
}
