using ActorArbiter.Clocks;
using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using FsCheck;
using FsCheck.Fluent;

namespace ActorArbiter.Tests.Ordering;

/// <summary>
/// However the system's clock is set, no verdict by stamps contradicts the order of what was stamped: the arrival if the
/// kernel did it, the reading if this program did. Times are in microseconds since the machine was started.
/// </summary>
public class ClockStepProperties
{
    private const int Runs = 20_000;
    private const int Second = 1_000_000;

    /// <summary>What a sample of the clocks can be wrong by.</summary>
    private const int SampleError = 10;

    /// <summary>
    /// Smaller ones are not told from such errors. Two within a second of each other are not generated either: nobody looked in
    /// between.
    /// </summary>
    private const int SmallestStep = 75;

    [Fact]
    public void Whenever_the_clock_is_set_no_verdict_by_stamps_is_wrong() => Check(delayUpTo: 20_000);

    [Fact]
    public void Whenever_the_clock_is_set_and_however_late_messages_are_read_no_verdict_by_stamps_is_wrong() =>
        Check(delayUpTo: 9 * Second);

    private static void Check(int delayUpTo)
    {
        var setting = from after in Gen.Choose(0, Second - 1)
                      from size in Gen.OneOf(
                          Gen.Choose(SmallestStep, 500), Gen.Choose(SmallestStep, 50_000), Gen.Choose(Second, 20 * Second))
                      from sign in Gen.Elements(-1, 1)
                      select (after, size: sign * size);
        var message = from after in Gen.OneOf(Gen.Choose(0, 50), Gen.Choose(0, 5_000), Gen.Choose(0, 5 * Second))
                      from delay in Gen.OneOf(Gen.Choose(0, 200), Gen.Choose(0, delayUpTo))
                      from isRead in Gen.Elements(false, true)
                      select new Message(after, delay, isRead);
        var runs = from steps in setting.ListOf(3)
                   from seconds in Gen.Shuffle(Enumerable.Range(0, 30))
                   let settings = steps.Zip(seconds, (step, second) => new Setting(second * Second + step.after, step.size)).ToArray()
                   from start in Gen.OneOf(
                       Gen.Choose(Second, 30 * Second), Gen.Elements(settings).Select(each => Math.Max(Second, each.At - 25)))
                   from messages in message.ListOf(3)
                   from error in Gen.Choose(-SampleError, SampleError).ArrayOf(200)
                   select new Run(settings, start, messages, error);
        var byStamp = 0;
        Prop.ForAll(runs.ToArbitrary(), run =>
        {
            if (Play(run) != Basis.Mailbox)
                byStamp++;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs));

        // Whoever trusts no stamp is never wrong either.
        Assert.InRange(byStamp, Runs / 4, Runs);
    }

    private static Basis Play(Run run)
    {
        var arrivedAt = run.Start;
        var messages = run.Messages.Select((message, number) =>
        {
            arrivedAt += message.After + 1;
            var readAt = arrivedAt + message.Delay;
            var source = message.IsRead ? StampSource.Read : StampSource.Kernel;
            return (Id: $"c{number}", Source: source, StampedAt: message.IsRead ? readAt : arrivedAt, ReadAt: readAt);
        }).OrderBy(each => each.ReadAt).ToArray();
        var closedAt = messages.Max(each => each.ReadAt);
        var clocks = new ClockHistory();
        var round = new Round(new RoundRules(messages.Length));
        long sequence = 0;

        // Samples and messages as the mailbox has them; the last sample is taken when the round closes.
        var looks = Enumerable.Range(0, (closedAt / Second) + 1).Select(second => second * Second).Append(closedAt);
        var events = looks.Select(at => (At: at, Rank: 1, Id: "", Source: StampSource.None, StampedAt: 0))
            .Concat(messages.Select(each => (At: each.ReadAt, Rank: 0, each.Id, each.Source, each.StampedAt)))
            .OrderBy(each => (each.At, each.Rank));
        foreach (var each in events)
        {
            sequence++;
            if (each.Id.Length > 0)
            {
                var stamp = new ReceiveStamp(each.Source, 1000L * run.Realtime(each.StampedAt));
                round.Add(Arrivals.Of(each.Id, stamp, sequence));
            }
            else
            {
                clocks.Add(new ClockSample(1000L * (run.Realtime(each.At) + run.Error[sequence]), 1000L * each.At), sequence);
            }
        }

        var verdict = round.Decide(clocks).Verdict!;
        var inOrder = messages.OrderBy(each => each.StampedAt).Select(each => each.Id);
        if (verdict.Basis != Basis.Mailbox)
            Assert.Equal(string.Join(' ', inOrder), Arrivals.Ids(verdict));
        return verdict.Basis;
    }

    private sealed record Setting(int At, int By);

    private sealed record Message(int After, int Delay, bool IsRead);

    private sealed record Run(Setting[] Settings, int Start, IList<Message> Messages, int[] Error)
    {
        public override string ToString() =>
            $"start {Start}, {string.Join(' ', Messages)}, {string.Join<Setting>(' ', Settings)}";

        public long Realtime(int at) =>
            1_700_000_000L * Second + at + Settings.Where(setting => setting.At <= at).Sum(setting => (long)setting.By);
    }
}
