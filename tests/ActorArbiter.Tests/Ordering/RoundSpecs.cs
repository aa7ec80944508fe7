using ActorArbiter.Ordering;
using FsCheck;
using FsCheck.Fluent;

namespace ActorArbiter.Tests.Ordering;

public class RoundSpecs
{
    public static TheoryData<int> Sizes => [2, 3, 4];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_delivery_of_every_order_of_arrival_is_told_as_it_arrived(int contenders)
    {
        string[] ids = [.. "XYZA"[..contenders].Select(id => id.ToString())];
        foreach (var order in Permutations(ids))
        {
            var arrivals = order.Select((id, place) => Arrivals.Of(id, stamp: 100 + place, sequence: 0)).ToArray();
            foreach (var delivery in Permutations(arrivals))
                Assert.Equal(string.Join(' ', order), Arrivals.Ids(Decide(delivery)));
        }
    }

    [Fact]
    public void Equal_stamps_are_ordered_by_place_in_the_mailbox()
    {
        var arrivals = new[] { Arrivals.Of("X", 7, sequence: 2), Arrivals.Of("Y", 7, 1), Arrivals.Of("Z", 6, 3) };
        foreach (var delivery in Permutations(arrivals))
            Assert.Equal("Z Y X", Arrivals.Ids(Decide(delivery)));
    }

    [Fact]
    public void Any_number_of_arrivals_is_told_by_stamp_and_then_by_place_however_delivered()
    {
        var cases = from count in Gen.Choose(1, 40)
                    from stamps in Gen.Choose(0, 20).ArrayOf(count)
                    from delivery in Gen.Shuffle(Enumerable.Range(0, count))
                    select (stamps, delivery);
        Prop.ForAll(cases.ToArbitrary(), each =>
        {
            var arrivals = each.stamps.Select((stamp, place) => Arrivals.Of($"c{place}", stamp, place)).ToArray();
            var expected = arrivals.OrderBy(arrival => (arrival.Stamp.Nanoseconds, arrival.Sequence));
            return Decide(each.delivery.Select(place => arrivals[place])).Order.SequenceEqual(expected);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_sentence_names_all_contenders_in_order()
    {
        var verdict = Decide(Arrivals.Of("Y", 2, 1, "Bob"), Arrivals.Of("X", 1, 2, "Alice"));
        Assert.Equal("X: Alice received before Y: Bob", verdict.Sentence);
    }

    [Fact]
    public void A_round_is_not_decided_before_all_arrived()
    {
        var round = new Round(new RoundRules(2));
        round.Add(Arrivals.Of("X", 1, 1));
        Assert.Throws<InvalidOperationException>(() => Arrivals.Decide(round));
    }

    [Fact]
    public void A_round_takes_one_message_of_an_id_and_no_more_than_it_has_contenders()
    {
        var round = new Round(new RoundRules(2));
        round.Add(Arrivals.Of("X", 1, 1));
        Assert.Throws<InvalidOperationException>(() => round.Add(Arrivals.Of("X", 2, 2)));
        round.Add(Arrivals.Of("Y", 3, 3));
        Assert.Throws<InvalidOperationException>(() => round.Add(Arrivals.Of("Z", 4, 4)));
    }

    private static Verdict Decide(params IEnumerable<Arrival> delivery)
    {
        var arrivals = delivery.ToArray();
        var round = new Round(new RoundRules(arrivals.Length));
        foreach (var arrival in arrivals)
            round.Add(arrival);
        return Arrivals.Decide(round);
    }

    private static IEnumerable<T[]> Permutations<T>(T[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany((first, index) =>
            Permutations([.. items[..index], .. items[(index + 1)..]]).Select(rest => (T[])[first, .. rest]));
}
