using Akka.Event;

namespace Akka.Actor;

/// <summary>Where messages end up whose receiver is gone: it publishes them as <see cref="DeadLetter"/>.</summary>
internal sealed class DeadLetterActorRef : EmptyLocalActorRef
{
    internal DeadLetterActorRef(IActorRefProvider provider, ActorPath path, EventStream eventStream)
        : base(provider, path, eventStream)
    {
    }

    internal void UndeliverableTo(IActorRef recipient, object message, IActorRef? sender) =>
        Undeliverable(message, sender, recipient);

    protected override void TellInternal(object message, IActorRef? sender)
    {
        if (message is DeadLetter letter)
        {
            Undeliverable(letter.Message, letter.Sender, letter.Recipient);
        }
        else
        {
            base.TellInternal(message, sender);
        }
    }
}
