using ActorArbiter.Tests.RawTcp;
using TestSupport;

namespace ActorArbiter.Tests.History;

/// <summary>
/// Many clients play many rounds, and leave, fail and come back as they are drawn to: nothing that they were told contradicts
/// what they did.
/// </summary>
public sealed class RandomHistorySpecs
{
    private const int Rounds = 300;
    private const int Clients = 24;
    private const int Watchers = 3;
    private const int Watched = 90;

    [Fact]
    public Task Whatever_clients_do_their_histories_have_no_violation() => RandomRun.PlayAsync(async seed =>
    {
        var random = new Random(seed);
        var rounds = PlannedRound.Draw(random, RandomRun.Scaled(Rounds), Clients);
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Ordering = options.Ordering with
            {
                Sessions = options.Ordering.Sessions with { DecidedRounds = rounds.Count },
            },
        });
        var recorder = new HistoryRecorder();
        var watchers = Enumerable.Range(0, Watchers).Select(number =>
            new RandomWatcher(number, server.EndPoints[0], recorder)
                .WatchAsync([.. random.GetItems(rounds.ToArray(), Watched).Distinct()]));
        var contenders = Enumerable.Range(0, Clients).Select(async number =>
        {
            using var contender = new RandomContender(
                number, server.EndPoints[0], recorder, RandomRun.RandomOf(seed, number));
            await contender.PlayAsync(rounds.Where(round => round.Contenders.Contains(number)));
        });

        await Task.WhenAll([.. watchers, .. contenders]);

        var violations = HistoryChecker.Violations(recorder.Histories(rounds));
        Assert.True(violations.Count == 0, string.Join('\n', violations.Take(10)));
    });
}
