using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>Sent by a failed actor to its supervisor; the actor is suspended until that decides.</summary>
internal sealed class Failed(IInternalActorRef child, Exception cause) : SystemMessage
{
    internal IInternalActorRef Child { get; } = child;

    internal Exception Cause { get; } = cause;
}
