using System.Diagnostics;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// The default scheduler: due work is done one by one, in the order of its deadlines, on a thread of its own. The name
/// is the one configurations know it by; inside is a heap rather than a wheel, so there is no tick: work is late by the
/// operating system's timer, about a millisecond, and an idle scheduler does not wake up.
/// </summary>
/// <remarks>
/// A timer of the thread pool would do for idle machines only: where actors keep the pool busy it waits behind them, and
/// it may come a little early. Arming and cancelling cost the same, here with less to allocate and nothing to finalize.
/// </remarks>
public sealed class HashedWheelTimerScheduler : SchedulerBase, IDateTimeOffsetNowTimeProvider, IDisposable
{
    private readonly object _gate = new();
    private readonly DeadlineQueue _queue = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly TimeSpan _shutdownTimeout;
    private Thread? _thread;
    private bool _disposed;

    // When the sleeping thread looks at the queue by itself: only work due earlier has to wake it. While the thread is awake
    // this is before any deadline, for it looks before it sleeps.
    private long _wakesAt = long.MinValue;

    /// <inheritdoc cref="SchedulerBase(Config, ILoggingAdapter)"/>
    public HashedWheelTimerScheduler(Config scheduler, ILoggingAdapter log) : base(scheduler, log)
    {
        _shutdownTimeout = scheduler.GetTimeSpan("akka.scheduler.shutdown-timeout");
    }

    /// <inheritdoc/>
    public override TimeSpan MonotonicClock => Stopwatch.GetElapsedTime(_started);

    /// <inheritdoc/>
    public override TimeSpan HighResMonotonicClock => Stopwatch.GetElapsedTime(_started);

    /// <inheritdoc/>
    protected override DateTimeOffset TimeNow => DateTimeOffset.UtcNow;

    private long Now => Stopwatch.GetElapsedTime(_started).Ticks;

    /// <summary>
    /// Drops all outstanding work and ends the scheduler's thread, waiting up to <c>akka.scheduler.shutdown-timeout</c>
    /// for what it is doing. Scheduling anything afterwards throws <see cref="SchedulerException"/>.
    /// </summary>
    public void Dispose()
    {
        Thread? thread;
        lock (_gate)
        {
            _disposed = true;
            _queue.Clear();
            thread = _thread;
            Monitor.Pulse(_gate);
        }

        if (thread is not null && thread != Thread.CurrentThread)
            thread.Join(_shutdownTimeout);
    }

    /// <inheritdoc/>
    protected override void InternalScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable? cancelable)
        => Schedule(delay, ScheduledWork.Tell(this, TimeSpan.Zero, receiver, message, sender, cancelable));

    /// <inheritdoc/>
    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay,
        TimeSpan interval,
        ICanTell receiver,
        object message,
        IActorRef sender,
        ICancelable? cancelable)
        => Schedule(initialDelay, ScheduledWork.Tell(this, interval, receiver, message, sender, cancelable));

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable)
        => Schedule(delay, ScheduledWork.Call(this, TimeSpan.Zero, action, cancelable));

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable)
        => Schedule(delay, ScheduledWork.Call(this, TimeSpan.Zero, action, cancelable));

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable)
        => Schedule(initialDelay, ScheduledWork.Call(this, interval, action, cancelable));

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable)
        => Schedule(initialDelay, ScheduledWork.Call(this, interval, action, cancelable));

    /// <summary>Forgets <paramref name="work"/>; it may be running already.</summary>
    internal void Remove(ScheduledWork work)
    {
        lock (_gate)
            _queue.Remove(work);
    }

    private void Schedule(TimeSpan delay, ScheduledWork work)
    {
        if (work.IsCanceled)
            return;

        work.Deadline = Add(Now, delay.Ticks);
        work.Attach();
        lock (_gate)
        {
            if (_disposed)
                throw new SchedulerException($"The scheduler has been shut down; it cannot take [{work}].");

            _queue.Add(work);
            if (_thread is null)
                StartThread();
            else if (work.Deadline < _wakesAt)
                Wake(work.Deadline);
        }
    }

    private void Wake(long deadline)
    {
        _wakesAt = deadline;
        Monitor.Pulse(_gate);
    }

    private void StartThread()
    {
        _thread = new Thread(Work) { IsBackground = true, Name = "akka-scheduler" };
        _thread.UnsafeStart();
    }

    private void Work()
    {
        while (TakeDue() is { } work)
        {
            try
            {
                work.Run();
            }
            catch (SchedulerException)
            {
                // The work schedules something else while this scheduler shuts down.
            }
            catch (Exception cause)
            {
                Remove(work);
                Log.Error(cause, "Scheduled work failed and is not repeated: {0}", work);
            }
        }
    }

    /// <summary>Waits for the next work to fall due and, if it repeats, puts it back for its next time.</summary>
    /// <returns>Null when the scheduler is shut down.</returns>
    private ScheduledWork? TakeDue()
    {
        lock (_gate)
        {
            while (!_disposed)
            {
                if (_queue.Count == 0 || _queue.First.Deadline > Now)
                {
                    Sleep();
                    continue;
                }

                var work = _queue.First;
                _queue.Remove(work);
                if (work.IsCanceled)
                    continue;

                if (work.Interval == 0)
                {
                    work.Detach();
                }
                else
                {
                    // Never earlier than now: what a standstill made the process miss is not made up for.
                    work.Deadline = Math.Max(Add(work.Deadline, work.Interval), Now);
                    _queue.Add(work);
                }

                return work;
            }

            return null;
        }
    }

    /// <summary>
    /// Sleeps until the earliest work is due or <see cref="Wake"/>. When that work is cancelled meanwhile it sleeps on: to be
    /// woken for nothing once is less than to be told of each timer that comes and goes.
    /// </summary>
    private void Sleep()
    {
        _wakesAt = _queue.Count == 0 ? long.MaxValue : _queue.First.Deadline;
        Monitor.Wait(_gate, _queue.Count == 0 ? Timeout.Infinite : MillisecondsUntil(_wakesAt));
        _wakesAt = long.MinValue;
    }

    /// <summary>Rounded up, so that nothing is done early; at most a day, after which the thread looks again.</summary>
    private int MillisecondsUntil(long deadline)
    {
        var ticks = Math.Clamp(deadline - Now, 0, TimeSpan.TicksPerDay);
        return (int)((ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond);
    }

    private static long Add(long time, long duration)
        => time > long.MaxValue - duration ? long.MaxValue : time + duration;
}
