using System.Diagnostics;
using ActorArbiter.StampedTcp;
using Akka.Actor;
using StampedTcp.Tests.Support;
using Xunit.Abstractions;

namespace StampedTcp.Tests;

/// <summary>Timers of actors on a loop, which the loop keeps.</summary>
public sealed class ActorTimerSpecs(ITestOutputHelper output) : StampedTcpSpecs(output)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Later = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Never = TimeSpan.FromHours(1);

    [Fact]
    public async Task The_owner_is_told_after_the_time_and_not_before()
    {
        var owner = LoopActor.On(Sys);
        var lateness = new List<TimeSpan>();

        for (var round = 0; round < 30; round++)
        {
            var told = 0L;
            owner.Reaction = _ => told = Stopwatch.GetTimestamp();
            var began = Stopwatch.GetTimestamp();
            await StartAsync(owner, Soon, "now");
            await owner.ExpectAsync("now");
            lateness.Add(Stopwatch.GetElapsedTime(began, told) - Soon);
        }

        Assert.All(lateness, late => Assert.True(late >= TimeSpan.Zero, $"It was told {late} before its time."));

        // How late it is told otherwise is up to how busy the machine is.
        Assert.InRange(lateness.Min(), TimeSpan.Zero, TimeSpan.FromMilliseconds(5));
    }

    [Fact]
    public async Task Several_are_told_in_the_order_of_their_times()
    {
        var owner = LoopActor.On(Sys);

        await owner.InTurnAsync(context =>
        {
            foreach (var milliseconds in (int[])[30, 10, 20, 0])
                ActorTimer.Of(context, milliseconds).Start(TimeSpan.FromMilliseconds(milliseconds));
        });

        foreach (var milliseconds in (int[])[0, 10, 20, 30])
            await owner.ExpectAsync(milliseconds);
    }

    [Fact]
    public async Task What_is_due_at_once_is_told_behind_what_was_told_in_the_same_turn()
    {
        var owner = LoopActor.On(Sys);

        await owner.InTurnAsync(context =>
        {
            ActorTimer.Of(context, "timer").Start(TimeSpan.Zero);
            context.Self.Tell("message", ActorRefs.NoSender);
        });

        await owner.ExpectAsync("message");
        await owner.ExpectAsync("timer");
    }

    [Fact]
    public async Task What_was_due_while_the_loop_was_blocked_is_told_in_its_order_after_it()
    {
        var owner = LoopActor.On(Sys);
        await StartAsync(owner, Later, "second");
        await StartAsync(owner, Soon, "first");
        var began = Stopwatch.GetTimestamp();
        await owner.InTurnAsync(_ => Assert.True(SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(began) > Later, Patience.Limit)));

        await owner.ExpectAsync("first");
        await owner.ExpectAsync("second");
    }

    [Fact]
    public async Task It_is_told_however_busy_the_actors_are()
    {
        var owner = LoopActor.On(Sys);
        var busy = LoopActor.On(Sys);
        busy.Reaction = again => busy.Ref.Tell(again, ActorRefs.NoSender);
        busy.Ref.Tell("again", ActorRefs.NoSender);

        await StartAsync(owner, Soon, "now");

        await owner.ExpectAsync("now");
        busy.Reaction = null;
    }

    [Fact]
    public async Task Started_anew_it_is_told_once_after_the_new_time()
    {
        var owner = LoopActor.On(Sys);
        var began = Stopwatch.GetTimestamp();
        await owner.InTurnAsync(context =>
        {
            var earlier = ActorTimer.Of(context, "earlier");
            earlier.Start(Never);
            earlier.Start(Soon);
            var later = ActorTimer.Of(context, "later");
            later.Start(Soon);
            later.Start(Later);
        });

        await owner.ExpectAsync("earlier");
        await owner.ExpectAsync("later");

        Assert.True(Stopwatch.GetElapsedTime(began) >= Later);
        await StartAsync(owner, Soon, "last");
        await owner.ExpectAsync("last");
    }

    [Fact]
    public async Task It_can_be_started_again_after_it_was_told()
    {
        var owner = LoopActor.On(Sys);
        var timer = await StartAsync(owner, Soon, "now");

        for (var round = 0; round < 5; round++)
        {
            await owner.ExpectAsync("now");
            await owner.InTurnAsync(_ => timer.Start(Soon));
        }
    }

    [Fact]
    public async Task Cancelled_it_is_not_told_and_leaves_nothing()
    {
        var owner = LoopActor.On(Sys);
        var timer = await StartAsync(owner, Never, "cancelled");
        Assert.Equal(1, await TimersOfAsync(owner));
        await owner.InTurnAsync(_ => timer.Start(Soon));

        await owner.InTurnAsync(_ => timer.Cancel());
        Assert.Equal(0, await TimersOfAsync(owner));
        await owner.InTurnAsync(_ => timer.Cancel());

        await StartAsync(owner, Later, "last");
        await owner.ExpectAsync("last");
        Assert.Equal(0, await TimersOfAsync(owner));
    }

    [Fact]
    public async Task What_was_told_before_it_was_cancelled_is_received()
    {
        var owner = LoopActor.On(Sys);
        var timer = await StartAsync(owner, TimeSpan.Zero, "told");
        await owner.ExpectAsync("told");

        await owner.InTurnAsync(_ => timer.Cancel());
    }

    [Fact]
    public async Task Of_thousands_each_is_told_once_and_in_the_order_of_their_times()
    {
        const int Count = 5_000;
        var owner = LoopActor.On(Sys);
        var random = new Random(3);
        var delays = Enumerable.Range(0, Count).Select(_ => random.Next(50)).ToArray();
        var started = 0L;
        await owner.InTurnAsync(context =>
        {
            started = Stopwatch.GetTimestamp();
            for (var number = 0; number < Count; number++)
            {
                var timer = ActorTimer.Of(context, number);
                timer.Start(TimeSpan.FromMilliseconds(delays[number]));
                if (number % 5 == 0)
                    timer.Cancel();
            }

            started = Stopwatch.GetTimestamp() - started;
        });

        var told = new List<int>();
        for (var number = 0; number < Count * 4 / 5; number++)
            told.Add((int)await owner.ToldAsync());
        Assert.Equal(Enumerable.Range(0, Count).Where(number => number % 5 != 0), told.Order());

        // Those that were started within the same turn, and so long after each other, may come in either order.
        var slack = Stopwatch.GetElapsedTime(0, started).TotalMilliseconds;
        var latest = 0.0;
        foreach (var delay in told.Select(number => delays[number]))
        {
            Assert.True(delay >= latest - slack, $"{delay} ms were told behind {latest} ms");
            latest = Math.Max(latest, delay);
        }

        Assert.Equal(0, await TimersOfAsync(owner));
    }

    [Fact]
    public async Task A_negative_time_is_refused()
    {
        var owner = LoopActor.On(Sys);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => StartAsync(owner, Timeout.InfiniteTimeSpan, "never"));

        Assert.Equal(0, await TimersOfAsync(owner));
    }

    [Fact]
    public async Task The_longest_time_is_not_over_at_once()
    {
        var owner = LoopActor.On(Sys);
        await StartAsync(owner, TimeSpan.MaxValue, "never");

        await StartAsync(owner, Soon, "last");

        await owner.ExpectAsync("last");
    }

    [Fact]
    public async Task Calls_by_another_thread_are_refused()
    {
        var owner = LoopActor.On(Sys);
        var timer = await StartAsync(owner, Never, "never");

        Assert.Throws<InvalidOperationException>(() => timer.Start(Soon));
        Assert.Throws<InvalidOperationException>(timer.Cancel);
        Assert.Equal(1, await TimersOfAsync(owner));
    }

    [Fact]
    public async Task A_timer_has_an_owner_and_a_message()
    {
        var owner = LoopActor.On(Sys);
        var context = await owner.InTurnAsync(context => context);

        Assert.Throws<ArgumentNullException>(() => ActorTimer.Of(null!, "x"));
        Assert.Throws<ArgumentNullException>(() => ActorTimer.Of(context, null!));
    }

    private static Task<ActorTimer> StartAsync(LoopActor owner, TimeSpan time, object message) => owner.InTurnAsync(context =>
    {
        var timer = ActorTimer.Of(context, message);
        timer.Start(time);
        return timer;
    });

    private static Task<int> TimersOfAsync(LoopActor owner) =>
        owner.InTurnAsync(context => Assert.IsType<EventLoopDispatcher>(context.Dispatcher).Loop.Timers.Count);
}
