using System.Collections.Concurrent;

namespace Akka.Dispatch;

/// <summary>A fixed number of threads that take work from one queue, first in, first out. The threads start with the first work.</summary>
internal sealed class DedicatedThreadPool : IDisposable
{
    private static readonly TimeSpan LongestJoin = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<IRunnable> _work = new();
    private readonly SemaphoreSlim _available = new(0);
    private readonly Thread[] _threads;
    private int _idle;
    private int _started;
    private volatile bool _disposed;

    internal DedicatedThreadPool(string name, int threadCount, bool isBackground)
    {
        _threads = new Thread[threadCount];
        for (var i = 0; i < threadCount; i++)
        {
            _threads[i] = new Thread(Work)
            {
                Name = threadCount == 1 ? name : $"{name}-{i + 1}",
                IsBackground = isBackground,
            };
        }
    }

    /// <summary>Has work done. After <see cref="Dispose"/> it is dropped.</summary>
    internal void Queue(IRunnable run)
    {
        if (_disposed)
        {
            return;
        }

        _work.Enqueue(run);
        if (Volatile.Read(ref _started) == 0 && Interlocked.Exchange(ref _started, 1) == 0)
        {
            Array.ForEach(_threads, thread => thread.Start());
        }

        // Against the increment in Take: either this sees the idle thread, or that thread sees the work.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _idle) > _available.CurrentCount)
        {
            _available.Release();
        }
    }

    /// <summary>Lets the threads end after what they are doing. Does not wait for them.</summary>
    public void Dispose()
    {
        _disposed = true;
        _available.Release(_threads.Length);
    }

    /// <summary>Waits for the end of the threads, but not for long: user code may block one for ever.</summary>
    internal void Join()
    {
        foreach (var thread in _threads)
        {
            if (thread.IsAlive && thread != Thread.CurrentThread)
            {
                thread.Join(LongestJoin);
            }
        }
    }

    private void Work()
    {
        while (Take() is { } run)
        {
            run.Run();
        }
    }

    private IRunnable? Take()
    {
        var spinner = default(SpinWait);
        while (!_disposed)
        {
            if (_work.TryDequeue(out var run))
            {
                return run;
            }

            if (!spinner.NextSpinWillYield)
            {
                spinner.SpinOnce();
                continue;
            }

            Interlocked.Increment(ref _idle);
            if (_work.IsEmpty && !_disposed)
            {
                _available.Wait();
            }

            Interlocked.Decrement(ref _idle);
        }

        return null;
    }
}
