using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>Sent by a stopped actor to its parent and its watchers.</summary>
internal sealed class DeathWatchNotification(IActorRef actor, bool existenceConfirmed) : SystemMessage
{
    internal IActorRef Actor { get; } = actor;

    /// <summary>False if the actor was gone already when the watch began.</summary>
    internal bool ExistenceConfirmed { get; } = existenceConfirmed;
}
