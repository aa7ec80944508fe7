namespace Akka.Actor;

/// <summary>
/// The timers of one actor incarnation. The actor's cell makes it, opens each <see cref="TimerMessage"/> it takes from
/// the mailbox, and calls <see cref="CancelAll"/> when the incarnation ends.
/// </summary>
internal sealed class TimerScheduler : ITimerScheduler
{
    private readonly IActorContext _context;
    private readonly Dictionary<object, TimerMessage> _timers = [];

    public TimerScheduler(IActorContext context) => _context = context;

    public IReadOnlyCollection<object> ActiveTimers => _timers.Keys;

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval)
        => StartPeriodicTimer(key, msg, interval, interval, ActorRefs.NoSender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef sender)
        => StartPeriodicTimer(key, msg, interval, interval, sender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval)
        => StartPeriodicTimer(key, msg, initialDelay, interval, ActorRefs.NoSender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef sender)
    {
        var timer = Replace(key, msg, isPeriodic: true);
        _context.System.Scheduler.ScheduleTellRepeatedly(
            initialDelay, interval, _context.Self, timer, sender, timer.Cancelable);
        _timers[key] = timer;
    }

    public void StartSingleTimer(object key, object msg, TimeSpan timeout)
        => StartSingleTimer(key, msg, timeout, ActorRefs.NoSender);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef sender)
    {
        var timer = Replace(key, msg, isPeriodic: false);
        _context.System.Scheduler.ScheduleTellOnce(timeout, _context.Self, timer, sender, timer.Cancelable);
        _timers[key] = timer;
    }

    public bool IsTimerActive(object key) => _timers.ContainsKey(key);

    public void Cancel(object key)
    {
        if (_timers.Remove(key, out var timer))
            timer.Cancelable.Cancel();
    }

    public void CancelAll()
    {
        foreach (var timer in _timers.Values)
            timer.Cancelable.Cancel();

        _timers.Clear();
    }

    /// <summary>Whether <paramref name="timer"/> still counts; a single timer is over with it.</summary>
    internal bool Accept(TimerMessage timer)
    {
        if (!_timers.TryGetValue(timer.Key, out var current) || !ReferenceEquals(current, timer))
            return false;

        if (!timer.IsPeriodic)
            _timers.Remove(timer.Key);
        return true;
    }

    private TimerMessage Replace(object key, object msg, bool isPeriodic)
    {
        Cancel(key);
        return new TimerMessage(this, key, msg, isPeriodic, new Cancelable(_context.System.Scheduler));
    }
}
