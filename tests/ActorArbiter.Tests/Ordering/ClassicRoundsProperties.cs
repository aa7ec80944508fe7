using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using FsCheck;
using FsCheck.Fluent;

namespace ActorArbiter.Tests.Ordering;

/// <summary>What holds of classic rounds whatever their contenders do, in whatever order.</summary>
public class ClassicRoundsProperties
{
    private enum Kind
    {
        Arrive,
        HalfClose,
        Lose,
        TimePasses,
    }

    [Fact]
    public void Whatever_happens_no_message_is_told_twice_and_none_that_is_connected_is_forgotten()
    {
        var step = from kind in Gen.Frequency(
                       (6, Gen.Constant(Kind.Arrive)),
                       (1, Gen.Constant(Kind.HalfClose)),
                       (1, Gen.Constant(Kind.Lose)),
                       (1, Gen.Constant(Kind.TimePasses)))
                   from id in Gen.Elements("X", "Y", "Z", "Q")
                   from number in Gen.Choose(0, 1000)
                   select (kind, id, number);
        var runs = from contenders in Gen.Choose(1, 4)
                   from steps in step.ListOf()
                   select (contenders, steps);
        Prop.ForAll(runs.ToArbitrary(), run => Play(run.contenders, run.steps))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(120));
    }

    private static void Play(int contenders, IEnumerable<(Kind Kind, string Id, int Number)> steps)
    {
        var timeout = TimeSpan.FromSeconds(30);
        var rounds = new ClassicRounds(contenders, timeout, maxOpen: int.MaxValue);
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
                    var arrival = Arrivals.Of(id, stamp: number, ++sequence);
                    waiting.Add(arrival.Connection, id);
                    if (rounds.Add(arrival, now) is { } verdict)
                    {
                        Assert.Equal(contenders, verdict.Order.Count);
                        Assert.Distinct(verdict.Order.Select(each => each.Id));
                        Assert.Equal(verdict.Order.OrderBy(each => each.Stamp).ThenBy(each => each.Sequence), verdict.Order);
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

        var left = rounds.CloseAll();
        Assert.Distinct(left);
        Assert.Subset(waiting.Keys.ToHashSet(), left.ToHashSet());
        Assert.Subset(lost, waiting.Keys.Except(left).ToHashSet());
        Assert.All("XYZQ", id => Assert.True(rounds.HasRoomFor(ContenderId.Parse(id.ToString()))));
    }

    private static int MostOfOneId(KeyValuePair<ConnectionId, string>[] waiting) =>
        waiting.GroupBy(each => each.Value).Select(group => group.Count()).DefaultIfEmpty().Max();
}
