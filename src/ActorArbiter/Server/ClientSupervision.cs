using Akka.Actor;

namespace ActorArbiter.Server;

/// <summary>
/// Connections are never restarted: one that fails stops, and nobody else notices. Each that is gone, whatever it came to, is told of
/// once, also one that failed before it was there; to watch thousands of children would cost more than that.
/// </summary>
/// <param name="gone">Is told of each, in the parent's turn.</param>
internal sealed class ClientSupervision(Action<IActorRef> gone)
    : OneForOneStrategy(SupervisorStrategy.StoppingStrategy.Decider)
{
    public override void HandleChildTerminated(
        IActorContext actorContext, IActorRef child, IEnumerable<IInternalActorRef> children) => gone(child);
}
