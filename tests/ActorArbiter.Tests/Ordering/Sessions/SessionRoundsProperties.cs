using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using FsCheck;
using FsCheck.Fluent;

namespace ActorArbiter.Tests.Ordering.Sessions;

/// <summary>What holds of named rounds whatever sessions say, in whatever order, however late it is read.</summary>
public class SessionRoundsProperties
{
    [Fact]
    public void Whatever_happens_everyone_is_told_what_the_model_tells() =>
        Check(run => run.Play(), times: 2000);

    [Fact]
    public void Whatever_happens_all_are_told_the_same_verdict_and_none_that_was_not_recorded() => Check(run =>
    {
        var play = run.Play();
        Assert.Equal(play.Decided.Count, play.Recorded.Count);
        foreach (var verdict in Replies<SessionReply.Verdict>(play).Distinct())
        {
            var recorded = play.Recorded[verdict.Number];
            Assert.Equal(recorded.Round, verdict.Round);
            Assert.Equal(recorded.Verdict!.Sentence, verdict.Sentence);
        }
    });

    [Fact]
    public void Whatever_happens_no_message_has_two_places_and_who_was_told_that_it_arrived_learns_what_became_of_it() =>
        Check(run =>
        {
            var play = run.Play();
            var placed = play.Decided.SelectMany(round => round.Verdict!.Order).ToArray();
            Assert.Distinct(placed.Select(arrival => arrival.Message.Text));

            var told = play.Told.GroupBy(each => each.To).Select(each => each.Select(one => one.Line).ToArray());
            foreach (var lines in told)
                EveryMessageIsSettled(lines, placed);
        });

    [Fact]
    public void Whatever_happens_places_have_no_holes_and_follow_the_stamps() => Check(run =>
    {
        var play = run.Play();
        Assert.All(play.Decided.Select(round => round.Verdict!), verdict =>
        {
            var arrivals = verdict.Order.ToArray();
            var order = verdict.Basis == Basis.Mailbox
                ? arrivals.OrderBy(each => each.Sequence)
                : arrivals.OrderBy(each => each.Stamp.Nanoseconds).ThenBy(each => each.Sequence);
            Assert.Equal(order, arrivals);
        });

        foreach (var of in play.Told.GroupBy(each => each.To))
        {
            var next = 1;
            foreach (var (_, line) in of)
            {
                if (!SessionReply.TryParse(line, out var reply) || reply is not SessionReply.Placed place)
                {
                    Assert.Equal(1, next);
                    continue;
                }

                Assert.Equal(next, place.Place);
                next = place.Place == place.Arrived ? 1 : next + 1;
            }
        }
    });

    [Fact]
    public void The_same_happens_when_the_same_is_said_again() => Check(run =>
        Assert.Equal(run.Play().Told, run.Play().Told));

    private static void Check(Action<Run> property, int times = 500)
    {
        var runs = from stamps in Gen.Frequency(
                       (6, Gen.Constant<StampSource[]>([StampSource.Read, StampSource.Kernel])),
                       (1, Gen.Constant<StampSource[]>([StampSource.None])),
                       (1, Gen.Constant<StampSource[]>([StampSource.Read, StampSource.Kernel, StampSource.None])))
                   from steps in SessionStep.Any(stamps).ListOf()
                   from atOnce in Gen.Elements(true, false)
                   from hasJournal in Gen.Elements(true, false)
                   select new Run([.. steps], atOnce, hasJournal);
        Prop.ForAll(Arb.ToArbitrary(runs, Shorter), property)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(times).WithEndSize(150));
    }

    /// <summary>The same without half of the steps, a quarter of them and so on, down to one.</summary>
    private static IEnumerable<Run> Shorter(Run run)
    {
        for (var length = run.Steps.Length / 2; length > 0; length /= 2)
        {
            for (var start = 0; start + length <= run.Steps.Length; start += length)
                yield return run with { Steps = [.. run.Steps[..start], .. run.Steps[(start + length)..]] };
        }
    }

    /// <summary>
    /// A message that has no place was too late, lost a claim, went down with its round, or its sender did not wait for it.
    /// </summary>
    private static void EveryMessageIsSettled(string[] lines, Arrival[] placed)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (!SessionReply.TryParse(lines[i], out var reply) || reply is not SessionReply.Received received
                || placed.Any(arrival => arrival.Message.Text == received.Text))
                continue;
            string[] ends =
            [
                $"VERDICT {received.Round} ", $"EXPIRED {received.Round}", $"LEFT {received.Round}", "ERROR replaced",
            ];
            var end = Array.FindIndex(lines, i, line => ends.Any(line.StartsWith));
            if (end >= 0 && lines[end].StartsWith("VERDICT", StringComparison.Ordinal) && received.Round.Value != "claim")
                Assert.Equal("ERROR too-late", lines[end + 1]);
        }
    }

    private static IEnumerable<T> Replies<T>(SessionPlay play)
        where T : SessionReply =>
        play.Told.Select(each => SessionReply.TryParse(each.Line, out var reply) ? reply : null).OfType<T>();

    private sealed record Run(SessionStep[] Steps, bool RecordsAtOnce, bool HasJournal)
    {
        public SessionPlay Play() => SessionPlay.Of(Steps, RecordsAtOnce, HasJournal);

        public override string ToString() =>
            $"{(RecordsAtOnce ? "recording at once" : "recording later")}, {(HasJournal ? "with" : "without")} a journal: {string.Join("; ", Steps.AsEnumerable())}";
    }
}
