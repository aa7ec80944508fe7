using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// The reference of an actor that does not exist, or no longer. Messages become dead letters; whoever watches it or asks for
/// its identity is told that nobody is there.
/// </summary>
internal class EmptyLocalActorRef : MinimalActorRef
{
    private readonly EventStream _eventStream;

    internal EmptyLocalActorRef(IActorRefProvider provider, ActorPath path, EventStream eventStream)
    {
        Provider = provider;
        Path = path;
        _eventStream = eventStream;
    }

    public override ActorPath Path { get; }

    public override IActorRefProvider Provider { get; }

    public override bool IsTerminated => true;

    public override void SendSystemMessage(ISystemMessage message) => Undeliverable(message, null, this);

    protected override void TellInternal(object message, IActorRef? sender)
    {
        if (message is null)
        {
            throw new InvalidMessageException();
        }

        Undeliverable(message, sender, this);
    }

    /// <summary>Answers or publishes what could not be delivered to <paramref name="recipient"/>.</summary>
    protected void Undeliverable(object message, IActorRef? sender, IActorRef recipient)
    {
        switch (message)
        {
            case Watch watch:
                watch.Watcher.SendSystemMessage(new DeathWatchNotification(recipient, existenceConfirmed: false));
                break;
            case DeadLetter:
                // From a subscriber to dead letters that has stopped: publishing it again could go on for ever.
                break;
            case ActorSelectionMessage { Message: Identify, WildCardFanOut: true }:
                break;
            case ActorSelectionMessage selection:
                Undeliverable(selection.Message, sender, recipient);
                break;
            case Identify identify:
                sender?.Tell(new ActorIdentity(identify.MessageId, null), null);
                break;
            case IDeadLetterSuppression suppressed:
                _eventStream.Publish(new SuppressedDeadLetter(suppressed, sender ?? Provider.DeadLetters, recipient));
                break;
            case SystemMessage:
                break;
            default:
                _eventStream.Publish(new DeadLetter(message, sender ?? Provider.DeadLetters, recipient));
                break;
        }
    }
}
