using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>What stands above the root guardian: it hears when that has stopped, and stops it when it fails.</summary>
internal sealed class RootSupervisor(IActorRefProvider provider, Action terminated) : MinimalActorRef
{
    public override ActorPath Path { get; } = provider.RootPath / "_Root-guardian-supervisor";

    public override IActorRefProvider Provider => provider;

    public override void SendSystemMessage(ISystemMessage message)
    {
        switch (message)
        {
            case Failed failed:
                failed.Child.Stop();
                break;
            case DeathWatchNotification:
                terminated();
                break;
        }
    }
}
