using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>Sent by a former watcher.</summary>
internal sealed class Unwatch(IInternalActorRef watcher) : SystemMessage
{
    internal IInternalActorRef Watcher { get; } = watcher;
}
