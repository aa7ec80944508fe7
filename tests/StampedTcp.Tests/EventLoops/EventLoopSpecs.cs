using System.Collections.Concurrent;
using ActorArbiter.StampedTcp.EventLoops;
using Akka.Dispatch;
using StampedTcp.Tests.Support;

namespace StampedTcp.Tests.EventLoops;

/// <summary>The thread that runs work, without actors and without sockets.</summary>
public sealed class EventLoopSpecs : IDisposable
{
    private static int _loops;

    private readonly ConcurrentQueue<Exception> _failures = new();
    private readonly string _name = $"loop {Interlocked.Increment(ref _loops)}";
    private readonly EventLoop _loop;

    // It falls asleep as soon as it has nothing to do.
    public EventLoopSpecs() => _loop = new EventLoop(_name, new EventLoopOptions(TimeSpan.Zero, AssistFrom: 0), _failures.Enqueue);

    public void Dispose() => _loop.Dispose();

    [Fact]
    public async Task Work_is_done_first_in_first_out()
    {
        var done = new List<int>();
        for (var number = 0; number < 10_000; number++)
            Queue(number, done.Add);

        await DoneAsync();

        Assert.Equal(Enumerable.Range(0, 10_000), done);
    }

    [Fact]
    public async Task The_work_of_each_of_several_threads_is_done_in_its_order()
    {
        const int Threads = 4;
        const int Each = 5_000;
        var done = new List<(int Thread, int Number)>();

        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(() =>
        {
            for (var number = 0; number < Each; number++)
                Queue((thread, number), done.Add);
        })));

        await DoneAsync();
        Assert.Equal(Threads * Each, done.Count);
        for (var thread = 0; thread < Threads; thread++)
            Assert.Equal(Enumerable.Range(0, Each), done.Where(each => each.Thread == thread).Select(each => each.Number));
    }

    [Fact]
    public async Task Work_from_outside_comes_before_what_later_work_leads_to()
    {
        var done = new List<string>();
        using var goOn = new ManualResetEventSlim();
        var begun = new TaskCompletionSource();
        Queue(() =>
        {
            begun.SetResult();
            Assert.True(goOn.Wait(Patience.Limit));
            Queue("inside", done.Add);
        });
        await begun.Task.Bounded();
        Queue("outside", done.Add);
        goOn.Set();

        await DoneAsync();

        Assert.Equal(["outside", "inside"], done);
    }

    [Fact]
    public async Task Whenever_it_sleeps_work_wakes_it()
    {
        for (var round = 0; round < 2_000; round++)
            await DoneAsync();
    }

    [Fact]
    public async Task All_of_it_is_done_on_one_thread_that_has_its_name()
    {
        var threads = new HashSet<Thread>();
        for (var round = 0; round < 100; round++)
        {
            Queue(Thread.CurrentThread, _ => threads.Add(Thread.CurrentThread));
            await DoneAsync();
        }

        var thread = Assert.Single(threads);
        Assert.Equal(_name, thread.Name);
        Assert.True(thread.IsBackground);
    }

    [Fact]
    public async Task Its_thread_starts_with_the_first_work_and_ends_with_it()
    {
        Assert.Equal(0, Footprint.ThreadsNamed(_name));
        await DoneAsync();
        await Patience.UntilAsync(() => Footprint.ThreadsNamed(_name) == 1, () => "It has no thread.");

        _loop.Dispose();

        await Patience.UntilAsync(() => Footprint.ThreadsNamed(_name) == 0, () => "Its thread is left.");
    }

    [Fact]
    public async Task Its_own_work_may_end_it()
    {
        Queue(_loop.Dispose);

        await Patience.UntilAsync(() => Footprint.ThreadsNamed(_name) == 0, () => "Its thread is left.");
    }

    [Fact]
    public void One_that_never_had_work_can_be_ended()
    {
        _loop.Dispose();
        _loop.Dispose();

        Queue(() => throw new InvalidOperationException("This is not done."));
        Assert.Equal(0, Footprint.ThreadsNamed(_name));
    }

    [Fact]
    public async Task Work_that_comes_after_its_end_is_dropped()
    {
        var isDone = false;
        await DoneAsync();
        _loop.Dispose();

        Queue(() => isDone = true);

        await Patience.UntilAsync(() => Footprint.ThreadsNamed(_name) == 0, () => "Its thread is left.");
        Assert.False(isDone);
    }

    [Fact]
    public async Task Work_that_fails_is_reported_and_ends_nothing()
    {
        var done = new List<int>();
        for (var number = 0; number < 200; number++)
        {
            Queue(number, done.Add);
            Queue(number, failing => throw new TimeoutException($"{failing}"));
        }

        await DoneAsync();

        Assert.Equal(Enumerable.Range(0, 200), done);
        Assert.Equal(Enumerable.Range(0, 200).Select(number => $"{number}"), _failures.Select(failure => failure.Message));
    }

    [Fact]
    public async Task Only_its_thread_is_let_through()
    {
        Assert.Throws<InvalidOperationException>(_loop.Verify);
        Assert.False(_loop.IsCurrent);
        var isCurrent = false;
        Queue(() =>
        {
            _loop.Verify();
            isCurrent = _loop.IsCurrent;
        });

        await DoneAsync();

        Assert.True(isCurrent);
        Assert.Empty(_failures);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 32)]
    public void On_a_single_processor_it_neither_waits_awake_nor_has_a_second_thread(int processors, int assistFrom)
    {
        var options = new EventLoopOptions(TimeSpan.FromMicroseconds(50), AssistFrom: 32).For(processors);

        Assert.Equal((assistFrom, assistFrom == 0 ? TimeSpan.Zero : TimeSpan.FromMicroseconds(50)), (options.AssistFrom, options.AwakeFor));
    }

    private void Queue(Action work) => _loop.Queue(new ActionRunnable(work));

    private void Queue<T>(T argument, Action<T> work) => Queue(() => work(argument));

    /// <summary>Waits until all that was queued is done.</summary>
    private Task DoneAsync()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Queue(done.SetResult);
        return done.Task.Bounded();
    }
}
