using Akka.Actor;

namespace Akka.Event;

/// <summary>
/// The bus of an actor system. Actors publish events on it that any other may subscribe to; log events and dead letters
/// travel on it too. A subscriber that stops is unsubscribed.
/// </summary>
public class EventStream : LoggingBus
{
    private readonly bool _debug;
    private IActorRef? _unsubscriber;

    /// <summary>Creates a stream.</summary>
    /// <param name="debug">Whether subscriptions are logged, at debug level.</param>
    public EventStream(bool debug) => _debug = debug;

    /// <inheritdoc/>
    public override bool Subscribe(IActorRef subscriber, Type channel)
    {
        var isNew = base.Subscribe(subscriber, channel);
        SubscriptionsChanged(subscriber);
        Trace($"subscribing {subscriber} to channel {channel}");
        return isNew;
    }

    /// <inheritdoc/>
    public override bool Unsubscribe(IActorRef subscriber, Type channel)
    {
        var wasKnown = base.Unsubscribe(subscriber, channel);
        SubscriptionsChanged(subscriber);
        Trace($"unsubscribing {subscriber} from channel {channel}");
        return wasKnown;
    }

    /// <inheritdoc/>
    public override bool Unsubscribe(IActorRef subscriber)
    {
        var wasKnown = base.Unsubscribe(subscriber);
        SubscriptionsChanged(subscriber);
        Trace($"unsubscribing {subscriber} from all channels");
        return wasKnown;
    }

    /// <summary>Has subscribers watched from now on, those that are subscribed already included.</summary>
    internal void StartUnsubscriber(ExtendedActorSystem system)
    {
        Volatile.Write(
            ref _unsubscriber,
            system.SystemActorOf(Props.Create(() => new EventStreamUnsubscriber(this)), "eventStreamUnsubscriber"));
        foreach (var subscriber in Subscribers)
            SubscriptionsChanged(subscriber);
    }

    // A MinimalLogger is no actor and does not stop.
    private void SubscriptionsChanged(IActorRef subscriber)
    {
        if (subscriber is not MinimalLogger)
        {
            Volatile.Read(ref _unsubscriber)
                ?.Tell(new EventStreamUnsubscriber.SubscriptionsChanged(subscriber), ActorRefs.NoSender);
        }
    }

    private void Trace(string message)
    {
        if (_debug)
            Publish(new Debug(nameof(EventStream), GetType(), message));
    }
}
