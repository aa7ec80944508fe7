using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace ActorArbiter.StampedTcp;

/// <summary>
/// An unbounded mailbox for many actors that are mostly silent: empty it takes a few dozen bytes, where Akka.NET's own takes more than a
/// kilobyte. In configuration: <c>mailbox-type = "ActorArbiter.StampedTcp.LightMailbox, ActorArbiter.StampedTcp"</c>.
/// </summary>
public sealed class LightMailbox : MailboxType, IProducesMessageQueue<LightMessageQueue>
{
    /// <summary>Called by Akka.NET.</summary>
    public LightMailbox(Settings settings, Config config)
        : base(settings, config)
    {
    }

    /// <inheritdoc/>
    public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new LightMessageQueue();
}
