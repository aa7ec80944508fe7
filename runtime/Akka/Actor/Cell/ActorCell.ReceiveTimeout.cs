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
        _receiveTimeout = new PendingTimeout(timeout.Value);
        ScheduleReceiveTimeout();
    }

    private void ScheduleReceiveTimeout()
    {
        if (_receiveTimeout is not { } pending || IsAwaiting || _mailbox.IsClosed)
        {
            return;
        }

        pending.Schedule?.Cancel();
        pending.Schedule = SystemImpl.Scheduler.ScheduleTellOnceCancelable(
            pending.Timeout,
            _self,
            Akka.Actor.ReceiveTimeout.Instance,
            _self);
    }

    private void CancelReceiveTimeout()
    {
        _receiveTimeout?.Schedule?.Cancel();
    }

    private sealed class PendingTimeout(TimeSpan timeout)
    {
        internal TimeSpan Timeout { get; } = timeout;

        internal ICancelable? Schedule { get; set; }
    }
}
