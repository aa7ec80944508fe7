using Akka.Actor;

namespace Akka.Event;

/// <summary>Watches the subscribers of an event stream and unsubscribes those that stop.</summary>
internal sealed class EventStreamUnsubscriber : UntypedActor
{
    private readonly EventStream _eventStream;

    public EventStreamUnsubscriber(EventStream eventStream) => _eventStream = eventStream;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            // What the subscriptions are now counts, not what they were when this was sent.
            case SubscriptionsChanged changed when _eventStream.IsSubscribed(changed.Subscriber):
                Context.Watch(changed.Subscriber);
                break;
            case SubscriptionsChanged changed:
                Context.Unwatch(changed.Subscriber);
                break;
            case Terminated terminated:
                _eventStream.Unsubscribe(terminated.ActorRef);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    /// <summary>From the event stream, after each change. No reply.</summary>
    public sealed record SubscriptionsChanged(IActorRef Subscriber);
}
