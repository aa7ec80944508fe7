using System.Collections.Concurrent;
using Akka.Actor;

namespace Akka.Event;

/// <summary>
/// Who is subscribed to what, immutable; with it, remembered for each type of event, who gets it. A publisher therefore
/// takes no lock and looks at each type's base types and interfaces once.
/// </summary>
internal sealed class Subscriptions
{
    public static readonly Subscriptions None = new([]);

    private readonly (IActorRef Subscriber, Type Channel)[] _entries;
    private readonly ConcurrentDictionary<Type, IActorRef[]> _routes = new();

    private Subscriptions((IActorRef Subscriber, Type Channel)[] entries) => _entries = entries;

    /// <summary>All subscribers, each once.</summary>
    public IEnumerable<IActorRef> Subscribers => _entries.Select(entry => entry.Subscriber).Distinct();

    /// <summary>Who gets an event, each once, however many of its channels fit.</summary>
    public IActorRef[] For(Type eventType) => _routes.GetOrAdd(
        eventType,
        static (type, entries) =>
        [
            .. entries.Where(entry => entry.Channel.IsAssignableFrom(type)).Select(entry => entry.Subscriber).Distinct()
        ],
        _entries);

    public bool Contains(IActorRef subscriber) => _entries.Any(entry => entry.Subscriber.Equals(subscriber));

    public bool Contains(IActorRef subscriber, Type channel) => _entries.Contains((subscriber, channel));

    public Subscriptions With(IActorRef subscriber, Type channel) => new([.. _entries, (subscriber, channel)]);

    public Subscriptions Without(IActorRef subscriber, Type channel)
        => new([.. _entries.Where(entry => entry != (subscriber, channel))]);

    public Subscriptions Without(IActorRef subscriber)
        => new([.. _entries.Where(entry => !entry.Subscriber.Equals(subscriber))]);
}
