using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>What belongs to a cell but is needed by few actors, and by those seldom. Made on first use.</summary>
internal sealed class UncommonState
{
    /// <summary>The behaviours below the present one.</summary>
    internal Stack<Receive>? OuterBehaviors { get; set; }

    /// <summary>System messages that must wait until the cell is out of the state it is in.</summary>
    internal Queue<SystemMessage>? Waiting { get; set; }

    /// <summary>
    /// Set from a failure until the supervisor has decided: the actor itself, or the child whose failure it could not handle.
    /// </summary>
    internal IActorRef? FailedBy { get; set; }

    /// <summary>The asynchronous handler that is under way.</summary>
    internal AwaitedTask? Awaited { get; set; }

    internal ActorSynchronizationContext? SynchronizationContext { get; set; }
}
