using ActorArbiter.StampedTcp.EventLoops;
using Akka.Actor;

namespace ActorArbiter.StampedTcp;

/// <summary>
/// Tells an actor a message after a while. On an event loop the loop itself keeps it: a few dozen bytes, told within a millisecond of
/// its time, and nothing is left of it when it is cancelled. On other dispatchers the system's scheduler does.
/// </summary>
/// <remarks>
/// Called by its owner, in its turn. A message that was told already when the timer is cancelled, or started anew, is in the owner's
/// mailbox and will be received all the same. The owner cancels its timers when it stops.
/// </remarks>
public abstract class ActorTimer
{
    private protected ActorTimer()
    {
    }

    /// <summary>A timer that does not run yet.</summary>
    /// <param name="owner">The context of the actor that is told.</param>
    /// <param name="message">What it is told.</param>
    public static ActorTimer Of(IActorContext owner, object message)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(message);
        return owner.Dispatcher is EventLoopDispatcher { Loop: var loop }
            ? new LoopTimer(loop, owner.Self, message)
            : new SchedulerTimer(owner.System.Scheduler, owner.Self, message);
    }

    /// <summary>Starts it, or starts it anew.</summary>
    /// <param name="delay">How long until the owner is told.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    /// <exception cref="InvalidOperationException">The owner is on an event loop, and this is not its thread.</exception>
    public abstract void Start(TimeSpan delay);

    /// <summary>Stops it, if it runs.</summary>
    /// <exception cref="InvalidOperationException">The owner is on an event loop, and this is not its thread.</exception>
    public abstract void Cancel();
}
