using Akka.Actor;

namespace ActorArbiter;

/// <summary>
/// A timer that concludes nothing from silence it has not checked: one that fires much later than it was due, because the
/// process was stopped or had no thread to run on, runs once more, so that what came meanwhile is seen first.
/// </summary>
internal sealed class PatientTimer
{
    private readonly object _message;
    private readonly TimeProvider _time;
    private TimeSpan _length;
    private TimeSpan _due;
    private bool _isSecondRun;

    /// <param name="message">What the owner is told when the time is over; also the timer's key.</param>
    /// <param name="time">The clock that tells how late it is.</param>
    public PatientTimer(object message, TimeProvider time)
    {
        _message = message;
        _time = time;
    }

    private TimeSpan Now => _time.GetElapsedTime(0);

    /// <summary>Starts or restarts the timer.</summary>
    /// <param name="timers">The owner's timers.</param>
    /// <param name="length">How long the owner is patient. More than half of it late is too late.</param>
    /// <param name="remaining">What is left of that time; all of it unless given.</param>
    public void Start(ITimerScheduler timers, TimeSpan length, TimeSpan? remaining = null)
    {
        var delay = remaining ?? length;
        if (delay < TimeSpan.Zero)
            delay = TimeSpan.Zero;
        _length = length;
        _isSecondRun = false;
        Run(timers, delay);
    }

    /// <summary>Whether the time is over indeed, now that the owner was told so; if not, the timer runs once more.</summary>
    public bool IsOver(ITimerScheduler timers)
    {
        if (_isSecondRun || Now - _due <= _length / 2)
            return true;
        _isSecondRun = true;
        Run(timers, _length);
        return false;
    }

    private void Run(ITimerScheduler timers, TimeSpan delay)
    {
        _due = Now + delay;
        timers.StartSingleTimer(_message, _message, delay);
    }
}
