using ActorArbiter.Ordering;
using ActorArbiter.Ordering.Sessions;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.Ordering.Sessions;

public class DecidedRoundsSpecs
{
    [Fact]
    public void A_round_that_is_remembered_is_told_as_it_was()
    {
        var decided = OutcomeOf("final", Arrivals.Of("X", stamp: 1_000, sequence: 1), Arrivals.Of("long-id.2", stamp: 313_000, sequence: 2));
        var rounds = new DecidedRounds(capacity: 3, maxBytes: long.MaxValue);
        rounds.Add(decided);
        rounds.Add(OutcomeOf("other", Arrivals.Of("Z", stamp: 1, sequence: 3)));

        Assert.True(rounds.TryFind(RoundName.Parse("final"), out var found));

        const string Lines = """
            PLACE final 1/2 X +0ns read
            PLACE final 2/2 long-id.2 +312us read
            VERDICT final 7 X: hello received before long-id.2: hello

            """;
        Assert.Equal(Lines, SentText.Of(found.LinesFor(null, isBrief: false)));
        Assert.Equal(Lines, SentText.Of(decided.LinesFor(ContenderId.Parse("X"), isBrief: false)));
        Assert.Equal(SentText.Of(decided.Last), SentText.Of(found.LinesFor(null, isBrief: true)));
    }

    [Fact]
    public void The_oldest_is_forgotten_first()
    {
        var rounds = new DecidedRounds(capacity: 2, maxBytes: long.MaxValue);
        foreach (var name in (string[])["one", "two", "three"])
            rounds.Add(OutcomeOf(name, Arrivals.Of("X", stamp: 1, sequence: 1)));

        Assert.Equal(["two", "three"], Remembered(rounds, "one", "two", "three"));
    }

    [Fact]
    public void As_many_are_remembered_as_the_memory_holds_and_the_newest_in_any_case()
    {
        var rounds = new DecidedRounds(capacity: 100, maxBytes: 500);
        string[] small = [.. Enumerable.Range(0, 10).Select(number => $"small{number}")];
        foreach (var name in small)
            rounds.Add(OutcomeOf(name, Arrivals.Of("X", stamp: 1, sequence: 1)));
        Assert.InRange(Remembered(rounds, small).Count, 2, 9);

        Arrival[] many = [.. Enumerable.Range(0, 100).Select(number => Arrivals.Of($"C{number}", stamp: number, sequence: number))];
        rounds.Add(OutcomeOf("large", many));

        Assert.Equal(["large"], Remembered(rounds, [.. small, "large"]));
    }

    [Fact]
    public void A_round_that_is_looked_up_twice_is_remembered_once()
    {
        var rounds = new DecidedRounds(capacity: 2, maxBytes: long.MaxValue);
        var late = OutcomeOf("late", Arrivals.Of("X", stamp: 1, sequence: 2));
        rounds.Add(OutcomeOf("new", Arrivals.Of("X", stamp: 1, sequence: 1)));

        rounds.LookedUp(late.Name, late);
        rounds.LookedUp(late.Name, late);

        Assert.Equal(["new", "late"], Remembered(rounds, "new", "late"));
    }

    [Fact]
    public void Of_many_places_nothing_is_made_of_those_that_are_not_told()
    {
        Arrival[] many = [.. Enumerable.Range(0, 1000).Select(number => Arrivals.Of($"C{number}", stamp: number, sequence: number))];
        var outcome = OutcomeOf("large", many);
        var last = many[^1].Id;
        Assert.StartsWith("PLACE large 1000/1000 C999 ", SentText.Of(outcome.LinesFor(last, isBrief: false)));

        var before = GC.GetAllocatedBytesForCurrentThread();
        outcome.LinesFor(last, isBrief: false);
        outcome.LinesFor(null, isBrief: false);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 3 * outcome.Encoded.Length);
    }

    private static List<string> Remembered(DecidedRounds rounds, params string[] names) =>
        [.. names.Where(name => rounds.TryFind(RoundName.Parse(name), out _))];

    private static Outcome OutcomeOf(string name, params Arrival[] order) =>
        Outcome.Of(RoundName.Parse(name), 7, new Verdict(order, isByStamp: true, hasTimes: true));
}
