using System.Diagnostics;
using ActorClient.CommandLine;
using ActorClient.Scheduling;
using Akka.Actor;
using Akka.Dispatch;
using Akka.TestKit.Xunit2;

namespace ActorArbiter.Tests.Client.Scheduling;

public sealed class QuietSchedulerSpecs : TestKit
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Never = TimeSpan.FromDays(1);

    private readonly QuietScheduler _scheduler;

    public QuietSchedulerSpecs() => _scheduler = new QuietScheduler(Sys.Settings.Config, Sys.Log);

    private IActionScheduler Actions => _scheduler;

    private ITellScheduler Messages => _scheduler;

    [Fact]
    public async Task The_clients_actors_have_it()
    {
        using var system = ActorSystem.Create("client", ClientSettings.Schema.Defaults);
        Assert.IsType<QuietScheduler>(system.Scheduler);
        await system.Terminate();
    }

    [Fact]
    public void What_is_to_be_told_once_is_told_once_and_not_before_its_time()
    {
        var clock = Stopwatch.StartNew();
        Messages.ScheduleTellOnce(Soon, TestActor, "now", ActorRefs.Nobody);

        ExpectMsg("now");
        Assert.InRange(clock.Elapsed, Soon / 2, Never);
        _scheduler.Dispose();
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void What_is_to_be_told_again_and_again_is_until_it_is_canceled()
    {
        using var cancelable = new Cancelable(Actions);
        Messages.ScheduleTellRepeatedly(TimeSpan.Zero, Soon, TestActor, "now", ActorRefs.Nobody, cancelable);
        for (var told = 0; told < 3; told++)
            ExpectMsg("now");

        cancelable.Cancel();
        Messages.ScheduleTellOnce(Soon * 3, TestActor, "later", ActorRefs.Nobody);

        // One may have been on its way.
        Assert.InRange(ReceiveWhile(TimeSpan.FromSeconds(10), told => told is "now" ? told : null).Count, 0, 1);
        ExpectMsg("later");
    }

    [Fact]
    public void What_is_not_due_when_it_ends_runs_then_unless_it_was_canceled()
    {
        using var cancelable = new Cancelable(Actions);
        var ran = new List<string>();
        Actions.ScheduleOnce(Never, () => ran.Add("an action"));
        _scheduler.ScheduleOnce(Never, new Runnable(() => ran.Add("a runnable")));
        Actions.ScheduleOnce(Never, () => ran.Add("what was canceled"), cancelable);
        cancelable.Cancel();

        _scheduler.Dispose();

        Assert.Equal(["a runnable", "an action"], ran.Order(StringComparer.Ordinal));
        Assert.Throws<SchedulerException>(() => _scheduler.ScheduleOnce(Never, new Runnable(() => { })));
    }

    [Fact]
    public void What_was_canceled_before_is_not_begun()
    {
        using var cancelable = new Cancelable(Actions);
        cancelable.Cancel();

        Messages.ScheduleTellOnce(TimeSpan.Zero, TestActor, "now", ActorRefs.Nobody, cancelable);

        _scheduler.Dispose();
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void What_fails_is_logged_and_goes_on()
    {
        var runs = 0;
        EventFilter.Error(contains: "what was scheduled failed: no luck").Expect(2, () =>
            Actions.ScheduleRepeatedly(TimeSpan.Zero, Soon, () =>
            {
                if (++runs <= 2)
                    throw new InvalidOperationException("no luck");
            }));
    }

    protected override void AfterAll()
    {
        _scheduler.Dispose();
        base.AfterAll();
    }

    private sealed class Runnable(Action run) : IRunnable
    {
        public void Run() => run();

        public void Execute() => run();
    }
}
