using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ActorArbiter.StampedTcp;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using StampedTcp.Tests.Support;
using Xunit.Abstractions;

namespace StampedTcp.Tests;

public sealed class QuietSchedulerSpecs : StampedTcpSpecs
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Never = TimeSpan.FromHours(1);

    private readonly QuietScheduler _scheduler;

    public QuietSchedulerSpecs(ITestOutputHelper output)
        : base(output) => _scheduler = new QuietScheduler(ConfigurationFactory.Empty, Logging.GetLogger(Sys, "scheduler"));

    public enum Member
    {
        TellOnce,
        TellOnceCancelable,
        TellRepeatedly,
        TellRepeatedlyCancelable,
        ActionOnce,
        ActionOnceCancelable,
        ActionRepeatedly,
        ActionRepeatedlyCancelable,
        RunnableOnce,
        RunnableOnceCancelable,
        RunnableRepeatedly,
        RunnableRepeatedlyCancelable,
    }

    public static TheoryData<Member> Once => [.. Enum.GetValues<Member>().Where(member => !IsRepeated(member))];

    public static TheoryData<Member> Repeatedly => [.. Enum.GetValues<Member>().Where(IsRepeated)];

    public static TheoryData<Member> Cancelable => [.. Enum.GetValues<Member>().Where(IsCancelable)];

    /// <summary>Of those that take an <see cref="IRunnable"/>, Akka.NET checks no argument.</summary>
    public static TheoryData<Member> Checked => [.. Enum.GetValues<Member>().Where(member => !$"{member}".StartsWith("Run", StringComparison.Ordinal))];

    private IAdvancedScheduler Advanced => _scheduler;

    private ITellScheduler Tell => _scheduler;

    [Theory]
    [MemberData(nameof(Once))]
    public async Task It_is_done_once_after_the_time_and_not_before(Member member)
    {
        var began = Stopwatch.GetTimestamp();
        Schedule(member, Soon, Never, "now");

        await ExpectMsgAsync("now");

        Assert.True(Stopwatch.GetElapsedTime(began) >= Soon);
        Schedule(Member.TellOnce, 2 * Soon, Never, "last");
        await ExpectMsgAsync("last");
    }

    [Theory]
    [MemberData(nameof(Repeatedly))]
    public async Task It_is_done_again_and_again_and_between_is_the_interval(Member member)
    {
        var began = Stopwatch.GetTimestamp();
        Schedule(member, 2 * Soon, Soon, "now");

        for (var time = 2; time < 7; time++)
        {
            await ExpectMsgAsync("now");
            Assert.True(Stopwatch.GetElapsedTime(began) >= time * Soon);
        }
    }

    [Theory]
    [MemberData(nameof(Cancelable))]
    public async Task Cancelled_before_its_time_it_is_not_done(Member member)
    {
        var cancelable = new Cancellation();
        Schedule(member, Soon, Soon, "cancelled", cancelable);

        cancelable.Cancel();

        Schedule(Member.TellOnce, 3 * Soon, Never, "last");
        await ExpectMsgAsync("last");
    }

    [Theory]
    [InlineData(Member.TellRepeatedlyCancelable)]
    [InlineData(Member.ActionRepeatedlyCancelable)]
    [InlineData(Member.RunnableRepeatedlyCancelable)]
    public async Task Cancelled_between_two_times_it_is_not_done_again_and_is_looked_at_no_more(Member member)
    {
        var cancelable = new Cancellation();
        Schedule(member, TimeSpan.Zero, Soon, "now", cancelable);
        await ExpectMsgAsync("now");
        cancelable.Cancel();

        Schedule(Member.TellOnce, 10 * Soon, Never, "last");

        // It may have been told once more before it was cancelled.
        await FishForMessageAsync(message => message is "last");

        // Once as its time came, and once as it would have been put off.
        Assert.InRange(cancelable.LooksAfterCancel, 0, 2);
    }

    [Theory]
    [MemberData(nameof(Checked))]
    public void A_negative_time_is_refused(Member member) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedule(member, TimeSpan.FromTicks(-1), Soon, "never"));

    [Theory]
    [InlineData(Member.TellRepeatedly, 0)]
    [InlineData(Member.TellRepeatedlyCancelable, -1)]
    [InlineData(Member.ActionRepeatedly, 0)]
    [InlineData(Member.ActionRepeatedlyCancelable, -1)]
    public void An_interval_that_is_none_is_refused(Member member, long ticks) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedule(member, Soon, TimeSpan.FromTicks(ticks), "never"));

    [Fact]
    public async Task What_is_due_at_the_same_time_is_done_in_the_order_in_which_it_was_scheduled()
    {
        for (var number = 0; number < 1_000; number++)
            Schedule(Member.TellOnce, Soon, Never, number);

        for (var number = 0; number < 1_000; number++)
            await ExpectMsgAsync(number);
    }

    [Fact]
    public async Task What_is_due_sooner_is_done_sooner_although_it_sleeps_until_later()
    {
        Schedule(Member.TellOnce, Never, Never, "never");
        Schedule(Member.TellOnce, 3 * Soon, Never, "later");
        Schedule(Member.TellOnce, Soon, Never, "soon");

        await ExpectMsgAsync("soon");
        await ExpectMsgAsync("later");
    }

    [Fact]
    public async Task What_is_due_after_ages_is_not_done_at_once()
    {
        Schedule(Member.TellOnce, TimeSpan.MaxValue, Never, "never");
        Schedule(Member.TellRepeatedly, TimeSpan.Zero, TimeSpan.MaxValue, "once");

        await ExpectMsgAsync("once");
        Schedule(Member.TellOnce, Soon, Never, "last");
        await ExpectMsgAsync("last");
    }

    [Fact]
    public async Task Many_threads_may_schedule_at_once()
    {
        const int Threads = 4;
        const int Each = 1_000;
        var done = new ConcurrentDictionary<int, int>();

        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(() =>
        {
            for (var number = 0; number < Each; number++)
            {
                var key = (thread * Each) + number;
                Advanced.ScheduleOnce(TimeSpan.FromMilliseconds(number % 7), () => done.AddOrUpdate(key, 1, (_, times) => times + 1));
            }
        })));

        await Patience.UntilAsync(() => done.Count == Threads * Each, () => $"{done.Count} were done");
        Assert.All(done.Values, times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task An_action_that_throws_is_logged_and_the_others_are_done()
    {
        await EventFilter.Exception<TimeoutException>().ExpectAsync(3, async () =>
        {
            var cancelable = new Cancellation();
            var failures = 0;
            Advanced.ScheduleOnce(TimeSpan.Zero, () => throw new TimeoutException());
            Advanced.ScheduleRepeatedly(
                TimeSpan.Zero,
                Soon,
                () =>
                {
                    if (++failures == 2)
                        cancelable.Cancel();
                    throw new TimeoutException();
                },
                cancelable);
            Schedule(Member.TellOnce, 3 * Soon, Never, "last");
            await ExpectMsgAsync("last");
        });
    }

    [Fact]
    public async Task It_tells_in_the_name_of_the_sender()
    {
        Tell.ScheduleTellOnce(TimeSpan.Zero, TestActor, "x", Sys.DeadLetters);

        await ExpectMsgAsync("x");

        Assert.Equal(Sys.DeadLetters, LastSender);
    }

    [Fact]
    public async Task What_is_pending_at_the_end_is_done_then_in_its_order_and_once()
    {
        var cancelled = new Cancellation();
        Schedule(Member.TellOnce, 2 * Never, Never, "second");
        Schedule(Member.TellOnce, Never, Never, "first");
        Schedule(Member.ActionOnceCancelable, Never, Never, "cancelled", cancelled);
        Schedule(Member.TellRepeatedly, 3 * Never, TimeSpan.FromTicks(1), "third");
        cancelled.Cancel();

        _scheduler.Dispose();
        _scheduler.Dispose();

        await ExpectMsgAsync("first");
        await ExpectMsgAsync("second");
        await ExpectMsgAsync("third");
        TestActor.Tell("last");
        await ExpectMsgAsync("last");
    }

    [Fact]
    public async Task What_is_pending_at_the_end_and_throws_keeps_nothing_from_being_done() =>
        await EventFilter.Exception<TimeoutException>().ExpectOneAsync(async () =>
        {
            Advanced.ScheduleOnce(Never, () => throw new TimeoutException());
            Schedule(Member.TellOnce, 2 * Never, Never, "last");

            _scheduler.Dispose();

            await ExpectMsgAsync("last");
        });

    [Theory]
    [MemberData(nameof(Once))]
    [MemberData(nameof(Repeatedly))]
    public void After_the_end_it_says_so_in_the_words_that_dispatchers_understand(Member member)
    {
        _scheduler.Dispose();

        Assert.Throws<SchedulerException>(() => Schedule(member, Soon, Soon, "never"));
    }

    [Fact]
    public async Task While_nothing_is_due_its_thread_does_not_wake_up()
    {
        var before = 0L;
        Advanced.ScheduleOnce(Never, () => { });
        Advanced.ScheduleOnce(Soon, () => before = WakeUps());
        Advanced.ScheduleOnce(30 * Soon, () => TestActor.Tell(WakeUps() - before));

        // To fall asleep is one.
        Assert.InRange(await ExpectMsgAsync<long>(), 0, 4);
    }

    [Fact]
    public void Its_clocks_go_on()
    {
        var provider = (ITimeProvider)_scheduler;
        var (now, monotonic, precise) = (provider.Now, _scheduler.MonotonicClock, _scheduler.HighResMonotonicClock);

        Assert.True(SpinWait.SpinUntil(() => _scheduler.MonotonicClock > monotonic && _scheduler.HighResMonotonicClock > precise, Patience.Limit));
        Assert.InRange(now, DateTimeOffset.UtcNow - Patience.Limit, DateTimeOffset.UtcNow);
    }

    private static bool IsRepeated(Member member) => $"{member}".Contains("Repeatedly", StringComparison.Ordinal);

    private static bool IsCancelable(Member member) => $"{member}".EndsWith("Cancelable", StringComparison.Ordinal);

    /// <summary>How often the calling thread fell asleep, proc(5).</summary>
    private static long WakeUps() => long.Parse(
        File.ReadLines("/proc/thread-self/status").Single(line => line.StartsWith("voluntary_", StringComparison.Ordinal)).Split('\t')[1],
        CultureInfo.InvariantCulture);

    private void Schedule(Member member, TimeSpan delay, TimeSpan interval, object message, ICancelable? cancelable = null)
    {
        Action action = () => TestActor.Tell(message);
        var runnable = new ActionRunnable(action);
        switch (member)
        {
            case Member.TellOnce:
                Tell.ScheduleTellOnce(delay, TestActor, message, ActorRefs.NoSender);
                break;
            case Member.TellOnceCancelable:
                Tell.ScheduleTellOnce(delay, TestActor, message, ActorRefs.NoSender, cancelable!);
                break;
            case Member.TellRepeatedly:
                Tell.ScheduleTellRepeatedly(delay, interval, TestActor, message, ActorRefs.NoSender);
                break;
            case Member.TellRepeatedlyCancelable:
                Tell.ScheduleTellRepeatedly(delay, interval, TestActor, message, ActorRefs.NoSender, cancelable!);
                break;
            case Member.ActionOnce:
                Advanced.ScheduleOnce(delay, action);
                break;
            case Member.ActionOnceCancelable:
                Advanced.ScheduleOnce(delay, action, cancelable!);
                break;
            case Member.ActionRepeatedly:
                Advanced.ScheduleRepeatedly(delay, interval, action);
                break;
            case Member.ActionRepeatedlyCancelable:
                Advanced.ScheduleRepeatedly(delay, interval, action, cancelable!);
                break;
            case Member.RunnableOnce:
                _scheduler.ScheduleOnce(delay, runnable);
                break;
            case Member.RunnableOnceCancelable:
                _scheduler.ScheduleOnce(delay, runnable, cancelable!);
                break;
            case Member.RunnableRepeatedly:
                _scheduler.ScheduleRepeatedly(delay, interval, runnable);
                break;
            case Member.RunnableRepeatedlyCancelable:
                _scheduler.ScheduleRepeatedly(delay, interval, runnable, cancelable!);
                break;
        }
    }

    protected override void AfterAll()
    {
        _scheduler.Dispose();
        base.AfterAll();
    }
}
