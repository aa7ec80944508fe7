namespace Akka.Actor;

/// <summary>
/// The timers of one actor incarnation. The actor's cell makes it, opens each <see cref="TimerMessage"/> it takes from
/// the mailbox, and calls <see cref="CancelAll"/> when the incarnation ends.
/// </summary>
internal sealed class TimerScheduler : ITimerScheduler
{
    private readonly IActorContext _context;

    // Most actors have one timer at a time; a dictionary is made for those that have more. A key is in one of the two.
    private TimerMessage? _single;
    private Dictionary<object, TimerMessage>? _others;

    public TimerScheduler(IActorContext context) => _context = context;

    public IReadOnlyCollection<object> ActiveTimers
    {
        get
        {
            List<object> keys = [.. _others?.Keys ?? Enumerable.Empty<object>()];
            if (_single is not null)
                keys.Add(_single.Key);
            return keys;
        }
    }

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval)
        => StartPeriodicTimer(key, msg, interval, interval, ActorRefs.NoSender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef sender)
        => StartPeriodicTimer(key, msg, interval, interval, sender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval)
        => StartPeriodicTimer(key, msg, initialDelay, interval, ActorRefs.NoSender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef sender)
    {
        var timer = Replace(key, msg, isPeriodic: true);
        _context.System.Scheduler.ScheduleTellRepeatedly(initialDelay, interval, _context.Self, timer, sender, timer);
        Add(timer);
    }

    public void StartSingleTimer(object key, object msg, TimeSpan timeout)
        => StartSingleTimer(key, msg, timeout, ActorRefs.NoSender);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef sender)
    {
        var timer = Replace(key, msg, isPeriodic: false);
        _context.System.Scheduler.ScheduleTellOnce(timeout, _context.Self, timer, sender, timer);
        Add(timer);
    }

    public bool IsTimerActive(object key) => Find(key) is not null;

    public void Cancel(object key)
    {
        if (Find(key) is { } timer)
        {
            Remove(timer);
            timer.Cancel();
        }
    }

    public void CancelAll()
    {
        _single?.Cancel();
        _single = null;
        if (_others is null)
            return;

        foreach (var timer in _others.Values)
            timer.Cancel();
        _others.Clear();
    }

    /// <summary>Whether <paramref name="timer"/> still counts; a single timer is over with it.</summary>
    internal bool Accept(TimerMessage timer)
    {
        if (!ReferenceEquals(Find(timer.Key), timer))
            return false;

        if (!timer.IsPeriodic)
            Remove(timer);
        return true;
    }

    private TimerMessage Replace(object key, object msg, bool isPeriodic)
    {
        Cancel(key);
        return new TimerMessage(this, key, msg, isPeriodic, _context.System.Scheduler);
    }

    private TimerMessage? Find(object key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _single is not null && _single.Key.Equals(key) ? _single : _others?.GetValueOrDefault(key);
    }

    private void Add(TimerMessage timer)
    {
        if (_single is null)
            _single = timer;
        else
            (_others ??= []).Add(timer.Key, timer);
    }

    private void Remove(TimerMessage timer)
    {
        if (ReferenceEquals(_single, timer))
            _single = null;
        else
            _others?.Remove(timer.Key);
    }
}
