using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using FsCheck;
using FsCheck.Fluent;

namespace ActorArbiter.Tests.Ordering;

/// <summary>What holds of classic rounds whatever their contenders do, in whatever order.</summary>
public class ClassicRoundsProperties
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private enum Kind
    {
        Arrive,
        HalfClose,
        Lose,
        TimePasses,
    }

    [Fact]
    public void Whatever_happens_no_message_is_told_twice_and_none_that_is_connected_is_forgotten() =>
        Check(ConservesMessages);

    [Fact]
    public void Whatever_happens_the_connected_come_before_the_half_closed_and_each_in_order_of_arrival() =>
        Check(DoesAsTheModelDoes);

    private static void Check(Action<int, IEnumerable<Step>> play)
    {
        var step = from kind in Gen.Frequency(
                       (6, Gen.Constant(Kind.Arrive)),
                       (2, Gen.Constant(Kind.HalfClose)),
                       (1, Gen.Constant(Kind.Lose)),
                       (1, Gen.Constant(Kind.TimePasses)))
                   from id in Gen.Frequency((4, Gen.Constant("X")), (2, Gen.Constant("Y")), (1, Gen.Elements("Z", "Q")))
                   from number in Gen.Choose(0, 1000)
                   select new Step(kind, id, number);
        var runs = from contenders in Gen.Choose(1, 4)
                   from steps in step.ListOf()
                   select (contenders, steps);
        Prop.ForAll(runs.ToArbitrary(), run => play(run.contenders, run.steps))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(120));
    }

    private static void ConservesMessages(int contenders, IEnumerable<Step> steps)
    {
        var rounds = new ClassicRounds(contenders, Timeout, maxOpen: int.MaxValue);
        var now = TimeSpan.Zero;
        var waiting = new Dictionary<ConnectionId, string>();
        var lost = new HashSet<ConnectionId>();
        long sequence = 0;

        foreach (var (kind, id, number) in steps)
        {
            var someone = waiting.Count > 0 ? waiting.Keys.ElementAt(number % waiting.Count) : default;
            switch (kind)
            {
                case Kind.Arrive:
                    var arrival = Arrivals.Of(id, stamp: number, ++sequence, at: now);
                    waiting.Add(arrival.Connection, id);
                    if (rounds.Add(arrival) is { } round)
                    {
                        var verdict = Arrivals.Decide(round);
                        Assert.Equal(contenders, verdict.Count);
                        Assert.Distinct(verdict.Order.Select(each => each.Id));
                        Assert.Equal(verdict.Order.OrderBy(each => each.Stamp.Nanoseconds).ThenBy(each => each.Sequence), verdict.Order);
                        foreach (var told in verdict.Order)
                            Assert.True(waiting.Remove(told.Connection), $"{told} was told twice, or gave up its place");
                    }

                    break;
                case Kind.HalfClose:
                    rounds.HalfClosed(someone);
                    break;
                case Kind.Lose:
                    rounds.Lost(someone);
                    lost.Add(someone);
                    break;
                case Kind.TimePasses:
                    now += TimeSpan.FromSeconds(number % 20);
                    foreach (var ended in rounds.Expire(now))
                        Assert.True(waiting.Remove(ended), $"{ended} had no message in a round");
                    Assert.True(rounds.Deadline is null || rounds.Deadline > now);
                    break;
            }

            // As many rounds are open as messages of one id wait; the lost ones among them may have given up their place.
            var connected = waiting.Where(each => !lost.Contains(each.Key)).ToArray();
            Assert.InRange(rounds.OpenCount, MostOfOneId(connected), MostOfOneId([.. waiting]));
        }

        var left = rounds.Expire(TimeSpan.MaxValue);
        Assert.Distinct(left);
        Assert.Subset(waiting.Keys.ToHashSet(), left.ToHashSet());
        Assert.Subset(lost, waiting.Keys.Except(left).ToHashSet());
        Assert.All("XYZQ", id => Assert.True(rounds.HasRoomFor(ContenderId.Parse(id.ToString()))));
    }

    private static void DoesAsTheModelDoes(int contenders, IEnumerable<Step> steps)
    {
        var rounds = new ClassicRounds(contenders, Timeout, maxOpen: int.MaxValue);
        var model = new ClassicRoundsModel(contenders, Timeout);
        var now = TimeSpan.Zero;
        long sequence = 0;

        foreach (var (kind, id, number) in steps)
        {
            var someone = Arrivals.Connection(Math.Max(1, sequence - (number % 10)));
            switch (kind)
            {
                case Kind.Arrive:
                    var arrival = Arrivals.Of(id, stamp: number, ++sequence, at: now);
                    var told = rounds.Add(arrival) is { } round
                        ? Arrivals.Decide(round).Order.Select(each => each.Connection)
                        : [];
                    Assert.Equal(model.Add(arrival).ToHashSet(), told.ToHashSet());
                    break;
                case Kind.HalfClose:
                    model.HalfClosed(someone);
                    rounds.HalfClosed(someone);
                    break;
                case Kind.Lose:
                    model.Lost(someone);
                    rounds.Lost(someone);
                    break;
                case Kind.TimePasses:
                    now += TimeSpan.FromSeconds(number % 20);
                    Assert.Equal(model.Expire(now).ToHashSet(), rounds.Expire(now).ToHashSet());
                    break;
            }

            Assert.Equal(model.OpenCount, rounds.OpenCount);
            Assert.Equal(model.Deadline, rounds.Deadline);
            Assert.DoesNotContain(rounds.FreeLetter(), model.TakenInFirstRound);
        }

        Assert.Equal(model.Expire(TimeSpan.MaxValue).ToHashSet(), rounds.Expire(TimeSpan.MaxValue).ToHashSet());
    }

    private static int MostOfOneId(KeyValuePair<ConnectionId, string>[] waiting) =>
        waiting.GroupBy(each => each.Value).Select(group => group.Count()).DefaultIfEmpty().Max();

    private sealed record Step(Kind Kind, string Id, int Number);
}
