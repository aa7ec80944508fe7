using Akka.Actor;
using Akka.Dispatch;

namespace ActorArbiter.StampedTcp.Scheduling;

/// <summary>Something to be done later.</summary>
/// <param name="Action">What.</param>
/// <param name="Cancelable">Whether it is still wanted; if not given, it is.</param>
/// <param name="Interval">How long until it is to be done again; zero if once.</param>
internal sealed record PendingAction(IRunnable Action, ICancelable? Cancelable, TimeSpan Interval)
{
    public bool IsCancelled => Cancelable is { IsCancellationRequested: true };
}
