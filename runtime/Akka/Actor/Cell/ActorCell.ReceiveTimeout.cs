namespace Akka.Actor;

/// <content>The receive timeout: a message to itself when no other came for some time.</content>
internal sealed partial class ActorCell
{
    private PendingTimeout? _receiveTimeout;

    public TimeSpan? ReceiveTimeout => _receiveTimeout?.Timeout;

    public void SetReceiveTimeout(TimeSpan? timeout)
    {
        CancelReceiveTimeout();
        if (timeout is null)
        {
            _receiveTimeout = null;
            return;
        }

        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout.Value, TimeSpan.Zero, nameof(timeout));
        ScheduleReceiveTimeout(timeout.Value);
    }

    private void ScheduleReceiveTimeout()
    {
        if (_receiveTimeout is { } last)
        {
            ScheduleReceiveTimeout(last.Timeout);
        }
    }

    private void ScheduleReceiveTimeout(TimeSpan timeout)
    {
        CancelReceiveTimeout();
        var scheduler = SystemImpl.Scheduler;
        _receiveTimeout = new PendingTimeout(scheduler, timeout);
        if (!IsAwaiting && !_mailbox.IsClosed)
        {
            scheduler.ScheduleTellOnce(timeout, _self, Akka.Actor.ReceiveTimeout.Instance, _self, _receiveTimeout);
        }
    }

    private void CancelReceiveTimeout() => _receiveTimeout?.Cancel();

    /// <summary>The cancelable of the timeout that was scheduled last, which knows how long it is.</summary>
    private sealed class PendingTimeout(IScheduler scheduler, TimeSpan timeout) : Cancelable(scheduler)
    {
        internal TimeSpan Timeout { get; } = timeout;
    }
}
