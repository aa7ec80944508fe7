using Akka.Actor;

namespace ActorArbiter.StampedTcp.EventLoops;

/// <summary>A timer of an actor that runs on no loop, which the system's scheduler keeps.</summary>
internal sealed class SchedulerTimer : ActorTimer
{
    private readonly IScheduler _scheduler;
    private readonly IActorRef _owner;
    private readonly object _message;
    private ICancelable? _scheduled;

    public SchedulerTimer(IScheduler scheduler, IActorRef owner, object message)
    {
        _scheduler = scheduler;
        _owner = owner;
        _message = message;
    }

    public override void Start(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        Cancel();
        _scheduled = _scheduler.ScheduleTellOnceCancelable(delay, _owner, _message, ActorRefs.NoSender);
    }

    public override void Cancel()
    {
        _scheduled?.Cancel();
        _scheduled = null;
    }
}
