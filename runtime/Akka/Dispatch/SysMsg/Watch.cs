using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>Sent by a watcher to the watched: tell me when you stopped.</summary>
internal sealed class Watch(IInternalActorRef watcher) : SystemMessage
{
    internal IInternalActorRef Watcher { get; } = watcher;
}
