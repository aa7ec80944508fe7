using ActorArbiter.Clocks;
using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using FsCheck;
using FsCheck.Fluent;

namespace ActorArbiter.Tests.Ordering;

/// <summary>
/// However the system's clock is set, no verdict by kernel stamps contradicts the order of arrival. Times are in
/// microseconds since the machine was started.
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
                      select new Message(after, delay);
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
            if (Play(run) == Basis.Kernel)
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
            return (Id: $"c{number}", ArrivedAt: arrivedAt, ReadAt: arrivedAt + message.Delay);
        }).OrderBy(each => each.ReadAt).ToArray();
        var closedAt = messages.Max(each => each.ReadAt);
        var clocks = new ClockHistory();
        var round = new Round(new RoundRules(messages.Length));
        long sequence = 0;

        // Samples and messages as the mailbox has them; the last sample is taken when the round closes.
        var looks = Enumerable.Range(0, (closedAt / Second) + 1).Select(second => second * Second).Append(closedAt);
        var events = looks.Select(at => (At: at, Rank: 1, Id: "", ArrivedAt: 0))
            .Concat(messages.Select(each => (At: each.ReadAt, Rank: 0, each.Id, each.ArrivedAt)))
            .OrderBy(each => (each.At, each.Rank));
        foreach (var each in events)
        {
            sequence++;
            if (each.Id.Length > 0)
                round.Add(Arrivals.Of(each.Id, Arrivals.Kernel(1000L * run.Realtime(each.ArrivedAt)), sequence));
            else
                clocks.Add(new ClockSample(1000L * (run.Realtime(each.At) + run.Error[sequence]), 1000L * each.At), sequence);
        }

        var verdict = round.Decide(clocks).Verdict!;
        var arrived = Enumerable.Range(0, messages.Length).Select(number => $"c{number}");
        if (verdict.Basis == Basis.Kernel)
            Assert.Equal(string.Join(' ', arrived), Arrivals.Ids(verdict));
        return verdict.Basis;
    }

    private sealed record Setting(int At, int By);

    private sealed record Message(int After, int Delay);

    private sealed record Run(Setting[] Settings, int Start, IList<Message> Messages, int[] Error)
    {
        public override string ToString() =>
            $"start {Start}, {string.Join(' ', Messages)}, {string.Join<Setting>(' ', Settings)}";

        public long Realtime(int at) =>
            1_700_000_000L * Second + at + Settings.Where(setting => setting.At <= at).Sum(setting => (long)setting.By);
    }
}
