using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using Akka.Dispatch;

namespace ActorArbiter.StampedTcp.EventLoops;

/// <summary>
/// A thread that runs work, first in, first out, and waits for sockets and timers where it waits for work. So what comes from a
/// socket whose actors live here changes no thread on its way: they read it, decide, and write. Only while many sockets wait
/// for it, some of what they write is sent by an <see cref="Assistant"/>.
/// </summary>
/// <remarks>
/// The work that a socket brings is done before the next socket's turn, while the processor has all of it at hand.
/// Work that blocks holds up the sockets of this loop, whose actors could not run meanwhile anyway, and those of nobody else.
/// The thread starts with the first work.
/// </remarks>
internal sealed class EventLoop : IDisposable
{
    /// <summary>The length of <see cref="Buffer"/>, in bytes.</summary>
    public const int BufferSize = 64 * 1024;

    /// <summary>After this many pieces of work it is the next socket's turn, however much there is.</summary>
    private const int RunsPerTurn = 64;

    [ThreadStatic]
    private static EventLoop? _current;

    private readonly Action<Exception> _failed;
    private readonly ConcurrentQueue<IRunnable> _fromOutside = new();
    private readonly Lock _gate = new();
    private readonly ReadinessPoll _poll = new();
    private readonly Thread _thread;
    private readonly Assistant _assistant;
    private volatile bool _started;
    private volatile bool _disposed;
    private int _waits;

    // Only the loop's thread uses these.
    private readonly Queue<IRunnable> _work = new();
    private readonly ReadinessTargets _targets = new();
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(BufferSize);
    private int _socketsWaiting;

    /// <param name="name">The name of its thread, and in what it says.</param>
    /// <param name="options">How it waits.</param>
    /// <param name="failed">Is told what work throws, on its thread. The loop goes on: sockets and actors of many depend on it.</param>
    /// <exception cref="PlatformNotSupportedException">This system has no event loops.</exception>
    /// <exception cref="Win32Exception">The process may open no more files.</exception>
    public EventLoop(string name, EventLoopOptions options, Action<Exception> failed)
    {
        Name = name;
        Options = options;
        _failed = failed;
        _thread = new Thread(Work) { Name = name, IsBackground = true };
        _assistant = new Assistant(this, $"assistant of {name}");
    }

    /// <summary>Whether this system has event loops.</summary>
    public static bool IsSupported => ReadinessPoll.IsSupported;

    /// <summary>The name of its thread: the id of its dispatcher.</summary>
    public string Name { get; }

    /// <summary>How it waits.</summary>
    public EventLoopOptions Options { get; }

    /// <summary>Whether the caller runs on its thread.</summary>
    public bool IsCurrent => _current == this;

    /// <summary>When its timers are due. Used on the loop's thread.</summary>
    public TimerHeap Timers { get; } = new();

    /// <summary>Room for whoever runs on the loop's thread, until it returns.</summary>
    public Memory<byte> Buffer => _buffer;

    /// <summary>Whether sends had better be left to another thread. Asked on the loop's thread.</summary>
    public bool IsBehind => Options.AssistFrom > 0 && _socketsWaiting >= Options.AssistFrom;

    /// <exception cref="InvalidOperationException">The caller does not run on this loop's thread.</exception>
    public void Verify()
    {
        if (_current != this)
            throw new InvalidOperationException(
                $"This may be called only by an actor that runs on '{Name}', in its turn: sockets, listeners and timers belong to their event loop's thread.");
    }

    /// <summary>Has work done. After <see cref="Dispose"/> it is dropped. May be called by any thread.</summary>
    public void Queue(IRunnable run)
    {
        if (_current == this)
        {
            // What other threads brought before comes first.
            TakeFromOutside();
            _work.Enqueue(run);
            return;
        }

        if (_disposed)
            return;
        _fromOutside.Enqueue(run);
        if (!_started)
            Start();

        // Against the one in Wait: either this sees that the loop waits, or the loop sees the work.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _waits) != 0 && Interlocked.Exchange(ref _waits, 0) != 0)
            _poll.Wake();
    }

    /// <summary>Tells <paramref name="target"/> from now on when a connection gets ready. Called on the loop's thread.</summary>
    /// <param name="socket">The descriptor of a socket that does not block.</param>
    /// <param name="target">Who is told.</param>
    /// <returns>The key for the other calls.</returns>
    /// <exception cref="Win32Exception">The system refuses.</exception>
    public int Watch(int socket, IReadinessTarget target)
    {
        _poll.Watch(socket, _targets.NextKey);
        return _targets.Add(target);
    }

    /// <summary>As <see cref="Watch"/>, in every round in which a listener has clients.</summary>
    /// <inheritdoc cref="Watch"/>
    public int WatchListener(int socket, IReadinessTarget target)
    {
        _poll.WatchListener(socket, _targets.NextKey);
        return _targets.Add(target);
    }

    /// <summary>Tells the target of a connection also when there is space to send. Called on the loop's thread.</summary>
    public void WatchWritable(int socket, int key) => _poll.WatchWritable(socket, key);

    /// <summary>Tells the target of a listener nothing while it is paused. Called on the loop's thread.</summary>
    public void PauseListener(int socket, int key, bool isPaused) => _poll.Pause(socket, key, isPaused);

    /// <summary>Tells a target nothing more; its socket is closed. Called on the loop's thread.</summary>
    public void Forget(int key) => _targets.Forget(key);

    /// <summary>Has an errand done, by another thread if one gets a processor in time. Called on the loop's thread, when it is behind.</summary>
    /// <returns>Whether it will be done; if not, the caller does it.</returns>
    public bool TryDelegate(IErrand errand) => _assistant.TryTake(errand);

    /// <summary>Lets the thread end after what it is doing, and what is behind that undone. Does not wait for it. May be called by any thread.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            if (!_started)
                _poll.Dispose();
        }

        _assistant.Dispose();
        _poll.Wake();
    }

    private void Start()
    {
        lock (_gate)
        {
            if (_started || _disposed)
                return;
            _started = true;
            _thread.UnsafeStart();
        }
    }

    private void Work()
    {
        _current = this;
        using (_poll)
        {
            while (!_disposed)
            {
                RunWork();
                var ready = Wait();
                TellDue();
                for (var index = 0; index < ready; index++)
                {
                    _socketsWaiting = ready - index - 1;
                    if (!IsBehind)
                        _assistant.DoRest();
                    TellReady(index);
                    RunWork();
                }
            }

            _targets.End();
        }
    }

    private void RunWork()
    {
        for (var runs = 0; runs < RunsPerTurn && !_disposed; runs++)
        {
            TakeFromOutside();
            if (!_work.TryDequeue(out var run))
                return;
            try
            {
                run.Run();
            }
            catch (Exception e)
            {
                _failed(e);
            }
        }
    }

    /// <returns>How many sockets are ready.</returns>
    private int Wait()
    {
        _targets.BeginRound();
        if (_work.Count > 0)
            return _poll.Wait(0);
        if (TryWaitAwake(out var soon))
            return soon;

        Volatile.Write(ref _waits, 1);
        Interlocked.MemoryBarrier();
        var ready = _poll.Wait(_fromOutside.IsEmpty && !_disposed ? Timers.MillisecondsLeft(Stopwatch.GetTimestamp()) : 0);
        Volatile.Write(ref _waits, 0);
        return ready;
    }

    /// <summary>Looks again and again for a short time: to fall asleep and be woken takes longer than many an answer does.</summary>
    /// <returns>Whether something came.</returns>
    private bool TryWaitAwake(out int ready)
    {
        var began = Stopwatch.GetTimestamp();
        do
        {
            ready = _poll.Wait(0);
            if (ready > 0 || !_fromOutside.IsEmpty || _assistant.TryDoHandedOver())
                return true;
        }
        while (Stopwatch.GetElapsedTime(began) < Options.AwakeFor && !_disposed);

        return false;
    }

    private void TellDue()
    {
        try
        {
            Timers.TellDue(Stopwatch.GetTimestamp());
        }
        catch (Exception e)
        {
            // The message cannot be told; the others have their turn in the next round.
            _failed(e);
        }
    }

    private void TellReady(int index)
    {
        if (_poll.KeyOf(index) is not (>= 0 and var key))
            return;
        try
        {
            _targets[key]?.OnReady(_poll.ReadinessOf(index));
        }
        catch (Exception e)
        {
            _failed(e);
        }
    }

    private void TakeFromOutside()
    {
        if (_fromOutside.IsEmpty)
            return;

        // No more than there is now, or those who bring it could hold the loop up.
        for (var left = _fromOutside.Count; left > 0 && _fromOutside.TryDequeue(out var run); left--)
            _work.Enqueue(run);
    }
}
