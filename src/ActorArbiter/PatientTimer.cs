using ActorArbiter.StampedTcp;
using Akka.Actor;

namespace ActorArbiter;

/// <summary>
/// A timer that concludes nothing from silence it has not checked. One that fires later than it was due, because the
/// process was stopped or had no thread to run on, runs again, so that what came meanwhile is seen first: in full if it is
/// late by more than half its length, else for as long as it takes to look.
/// </summary>
internal sealed class PatientTimer
{
    /// <summary>How often it runs again: a machine that is always late must conclude something, too.</summary>
    private const int MaxReruns = 4;

    /// <summary>What is no delay worth looking again; for short timers, half their length.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private readonly ActorTimer _timer;
    private readonly TimeProvider _time;
    private TimeSpan _length;
    private TimeSpan? _due;

    /// <summary>When the owner is told; none while the timer does not run.</summary>
    private TimeSpan? _firesAt;
    private int _reruns;

    /// <param name="owner">The context of the actor that is told.</param>
    /// <param name="message">What it is told when the time may be over.</param>
    /// <param name="time">The clock that tells how late it is.</param>
    public PatientTimer(IActorContext owner, object message, TimeProvider time)
    {
        _timer = ActorTimer.Of(owner, message);
        _time = time;
    }

    /// <summary>Whether it was started, and neither stopped nor found over since.</summary>
    public bool IsStarted => _due is not null;

    private TimeSpan Now => _time.GetElapsedTime(0);

    /// <summary>
    /// Starts or restarts the timer. One that runs already and fires before the time is over is left running, so that starting
    /// again and again costs nothing: when it fires, it runs on for the rest.
    /// </summary>
    /// <param name="length">How long the owner is patient.</param>
    /// <param name="remaining">What is left of that time; all of it unless given.</param>
    public void Start(TimeSpan length, TimeSpan? remaining = null)
    {
        var delay = Longer(remaining ?? length, TimeSpan.Zero);
        _length = length;
        _reruns = 0;
        _due = Now + delay;
        if (_firesAt is null || _firesAt > _due)
            Run(delay);
    }

    /// <summary>The owner waits no longer. It may be told once more, and finds that nothing is over.</summary>
    public void Stop() => _due = null;

    /// <summary>The owner ends.</summary>
    public void Cancel()
    {
        Stop();
        _firesAt = null;
        _timer.Cancel();
    }

    /// <summary>Whether the time is over indeed, now that the owner was told so; if not, the timer runs on.</summary>
    public bool IsOver()
    {
        var late = Now - (_firesAt ?? Now);
        _firesAt = null;
        if (_due is not { } due)
            return false;
        var delay = Longer(due - Now, TimeToLook(late));
        if (delay > TimeSpan.Zero)
        {
            _due = Now + delay;
            Run(delay);
            return false;
        }

        _due = null;
        return true;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>How long it takes to see what came before it fired; zero if it fired in time.</summary>
    private TimeSpan TimeToLook(TimeSpan late)
    {
        if (late <= Shorter(_length / 2, Grace) || _reruns == MaxReruns)
            return TimeSpan.Zero;
        _reruns++;
        return late > _length / 2 ? _length : Shorter(_length, Look);
    }

    private void Run(TimeSpan delay)
    {
        _firesAt = Now + delay;
        _timer.Start(delay);
    }
}
