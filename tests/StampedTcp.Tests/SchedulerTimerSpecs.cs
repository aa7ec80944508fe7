using ActorArbiter.StampedTcp;
using Akka.TestKit;
using StampedTcp.Tests.Support;
using Xunit.Abstractions;

namespace StampedTcp.Tests;

/// <summary>Timers of actors on other dispatchers, which the system's scheduler keeps: here one whose time stands still.</summary>
public sealed class SchedulerTimerSpecs(ITestOutputHelper output)
    : StampedTcpSpecs(output, """akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit" """)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    [Fact]
    public async Task The_owner_is_told_when_the_time_is_over()
    {
        var owner = LoopActor.Elsewhere(Sys);
        await StartAsync(owner, "over");

        Scheduler.Advance(Minute - TimeSpan.FromTicks(1));
        await owner.InTurnAsync(_ => { });
        Assert.False(owner.IsTold);

        Scheduler.Advance(TimeSpan.FromTicks(1));
        await owner.ExpectAsync("over");
    }

    [Fact]
    public async Task Started_anew_it_is_told_once_after_the_new_time()
    {
        var owner = LoopActor.Elsewhere(Sys);
        var timer = await StartAsync(owner, "over");
        Scheduler.Advance(Minute / 2);
        await owner.InTurnAsync(_ => timer.Start(Minute));

        Scheduler.Advance(Minute * 0.75);
        await owner.InTurnAsync(_ => { });
        Assert.False(owner.IsTold);

        Scheduler.Advance(Minute);
        await owner.ExpectAsync("over");
        Scheduler.Advance(Minute);
        await owner.InTurnAsync(_ => { });
        Assert.False(owner.IsTold);
    }

    [Fact]
    public async Task Cancelled_it_is_not_told()
    {
        var owner = LoopActor.Elsewhere(Sys);
        var timer = await StartAsync(owner, "over");

        await owner.InTurnAsync(_ => timer.Cancel());
        await owner.InTurnAsync(_ => timer.Cancel());
        Scheduler.Advance(Minute);

        await owner.InTurnAsync(_ => { });
        Assert.False(owner.IsTold);
    }

    [Fact]
    public async Task A_negative_time_is_refused()
    {
        var owner = LoopActor.Elsewhere(Sys);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => owner.InTurnAsync(context => ActorTimer.Of(context, "never").Start(Timeout.InfiniteTimeSpan)));
    }

    [Fact]
    public async Task On_a_loop_time_goes_on_whatever_the_scheduler_does()
    {
        var owner = LoopActor.On(Sys);

        await owner.InTurnAsync(context => ActorTimer.Of(context, "over").Start(TimeSpan.FromMilliseconds(1)));

        await owner.ExpectAsync("over");
    }

    [Fact]
    public async Task Sockets_work_as_ever()
    {
        using var link = await ConnectAsync();
        await link.Peer.SendAsync("hello");

        Assert.Equal("hello", await link.ReadTextAsync(5));
    }

    private static Task<ActorTimer> StartAsync(LoopActor owner, object message) => owner.InTurnAsync(context =>
    {
        var timer = ActorTimer.Of(context, message);
        timer.Start(Minute);
        return timer;
    });
}
