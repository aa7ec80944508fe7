using ActorClient;
using ActorClient.Connecting;

namespace ActorArbiter.Tests.Client.Connecting;

public sealed class BackoffSpecs
{
    private static readonly ArbiterClientOptions Options = Conversations.WithServer();

    [Fact]
    public void Pauses_double_from_the_shortest_to_the_longest() =>
        Assert.Equal([100, 200, 400, 800, 1000, 1000], Pauses(new Backoff(Options, () => 1), 6));

    [Fact]
    public void Chance_shortens_a_pause_by_half_at_most() =>
        Assert.Equal([50, 100, 200, 400, 500, 500], Pauses(new Backoff(Options, () => 0), 6));

    [Fact]
    public void Every_pause_has_a_chance_of_its_own()
    {
        var chances = new Queue<double>([0.5, 0, 1]);

        Assert.Equal([75, 100, 400], Pauses(new Backoff(Options, chances.Dequeue), 3));
    }

    [Fact]
    public void After_success_the_pauses_begin_anew()
    {
        var backoff = new Backoff(Options, () => 1);
        Pauses(backoff, 3);

        backoff.Reset();

        Assert.Equal([100, 200], Pauses(backoff, 2));
    }

    private static double[] Pauses(Backoff backoff, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => backoff.Next().TotalMilliseconds)];
}
