using Akka.Actor;

namespace Akka.Event;

/// <summary>
/// A bus of events by their type, with a log level and the loggers that are sent the log events of that level.
/// </summary>
public class LoggingBus
{
    private static readonly LogLevel[] Levels = Enum.GetValues<LogLevel>();

    private readonly Lock _writers = new();
    private readonly List<IActorRef> _loggers = [];
    private volatile Subscriptions _subscriptions = Subscriptions.None;
    private volatile LogLevel _logLevel;

    /// <summary>The level of the log events that the loggers get.</summary>
    public LogLevel LogLevel => _logLevel;

    /// <summary>All subscribers, each once.</summary>
    internal IEnumerable<IActorRef> Subscribers => _subscriptions.Subscribers;

    /// <summary>Sends an event to the subscribers of its type, of its base types and of its interfaces.</summary>
    public void Publish(object @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        foreach (var subscriber in _subscriptions.For(@event.GetType()))
            subscriber.Tell(@event, ActorRefs.NoSender);
    }

    /// <summary>Has events sent to <paramref name="subscriber"/>; one event is sent once.</summary>
    /// <param name="subscriber">Who gets the events, until it unsubscribes or stops.</param>
    /// <param name="channel">The type of the events: also those derived from it or implementing it.</param>
    /// <returns>False if it was subscribed to that type already.</returns>
    public virtual bool Subscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        ArgumentNullException.ThrowIfNull(channel);
        lock (_writers)
        {
            var isNew = !_subscriptions.Contains(subscriber, channel);
            if (isNew)
                _subscriptions = _subscriptions.With(subscriber, channel);
            return isNew;
        }
    }

    /// <summary>Undoes one <see cref="Subscribe"/>; subscriptions to other types stay, base types too.</summary>
    /// <returns>False if it was not subscribed to that very type.</returns>
    public virtual bool Unsubscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        ArgumentNullException.ThrowIfNull(channel);
        lock (_writers)
        {
            var isKnown = _subscriptions.Contains(subscriber, channel);
            if (isKnown)
                _subscriptions = _subscriptions.Without(subscriber, channel);
            return isKnown;
        }
    }

    /// <summary>Undoes all subscriptions of <paramref name="subscriber"/>.</summary>
    /// <returns>False if it had none.</returns>
    public virtual bool Unsubscribe(IActorRef subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        lock (_writers)
        {
            var isKnown = _subscriptions.Contains(subscriber);
            if (isKnown)
                _subscriptions = _subscriptions.Without(subscriber);
            return isKnown;
        }
    }

    /// <summary>Sets the level of the log events that the loggers get from now on.</summary>
    public void SetLogLevel(LogLevel logLevel)
    {
        IActorRef[] loggers;
        lock (_writers)
        {
            _logLevel = logLevel;
            loggers = [.. _loggers];
        }

        foreach (var logger in loggers)
            SubscribeFrom(logLevel, logger);
    }

    /// <summary>Whether <paramref name="subscriber"/> has any subscription.</summary>
    internal bool IsSubscribed(IActorRef subscriber) => _subscriptions.Contains(subscriber);

    /// <summary>Sends log events of the bus's level to a logger, now and after each change of the level.</summary>
    internal void AddLogger(IActorRef logger)
    {
        lock (_writers)
            _loggers.Add(logger);
        SubscribeFrom(LogLevel, logger);
    }

    /// <summary>Undoes <see cref="AddLogger"/>.</summary>
    internal void RemoveLogger(IActorRef logger)
    {
        lock (_writers)
            _loggers.Remove(logger);
        Unsubscribe(logger);
    }

    /// <summary>Sends log events of a level and above to a logger, and none of those below.</summary>
    internal void SubscribeFrom(LogLevel logLevel, IActorRef logger)
    {
        foreach (var level in Levels)
        {
            if (level >= logLevel)
                Subscribe(logger, level.ClassFor());
            else
                Unsubscribe(logger, level.ClassFor());
        }
    }
}
