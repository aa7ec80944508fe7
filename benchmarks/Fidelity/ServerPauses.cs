using Benchmarks.Processes;

namespace Benchmarks.Fidelity;

/// <summary>
/// Stops a process (SIGSTOP) and continues it (SIGCONT) 5 to 20 ms later: when it is told to, and else 20 to 100 ms after
/// the last time. Disposed, it leaves the process running.
/// </summary>
internal sealed class ServerPauses : IDisposable
{
    private readonly AutoResetEvent _stopped = new(false);
    private readonly Random _random;
    private readonly Thread _thread;
    private readonly int _process;
    private volatile bool _isDisposed;
    private int _count;

    public ServerPauses(int process, int seed)
    {
        _process = process;
        _random = new Random(seed);
        _thread = new Thread(Run);
        _thread.Start();
    }

    /// <summary>How often the process was stopped.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Stops the process now, and returns.</summary>
    public void StopNow()
    {
        Stop();
        _stopped.Set();
    }

    public void Dispose()
    {
        _isDisposed = true;
        _stopped.Set();
        _thread.Join();
        _stopped.Dispose();
    }

    private void Run()
    {
        while (true)
        {
            // A stop that falls into the last milliseconds of another is ended by that one: it is short, never for ever.
            if (!_stopped.WaitOne(_random.Next(20, 101)))
                Stop();
            if (!_isDisposed)
                Thread.Sleep(_random.Next(5, 21));
            Posix.Send(_process, LinuxSignal.Continue);
            if (_isDisposed)
                return;
        }
    }

    private void Stop()
    {
        Posix.Send(_process, LinuxSignal.Stop);
        Interlocked.Increment(ref _count);
    }
}
