using System.Collections.Concurrent;

namespace Akka.Dispatch;

/// <summary>A fixed number of threads that take work from one queue, first in, first out. The threads start with the first work.</summary>
internal sealed class DedicatedThreadPool : IDisposable
{
    private readonly ConcurrentQueue<IRunnable> _work = new();
    private readonly SemaphoreSlim _available = new(0);
    private readonly string _name;
    private readonly int _threadCount;
    private readonly bool _isBackground;
    private int _idle;
    private int _started;
    private volatile bool _disposed;

    internal DedicatedThreadPool(string name, int threadCount, bool isBackground)
    {
        _name = name;
        _threadCount = threadCount;
        _isBackground = isBackground;
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
            StartThreads();
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
        _available.Release(_threadCount);
    }

    private void StartThreads()
    {
        for (var i = 1; i <= _threadCount; i++)
        {
            var name = _threadCount == 1 ? _name : $"{_name}-{i}";
            new Thread(Work) { Name = name, IsBackground = _isBackground }.Start();
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
